// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What is looked for in the pictures of a camera although its rule doesn't ask for it, and what that costs.
Card {
    id: form

    required property AnalysisSettingsModel settings
    property bool always: false // as it is edited
    readonly property bool changed: settings.loadState === LoadState.Ready && always !== settings.alwaysObjects

    function reset() {
        always = settings.alwaysObjects
    }

    title: qsTr("Objects")
    Component.onCompleted: reset()

    Connections {
        target: form.settings
        function onChanged() { form.reset() }
    }
    CheckBox {
        objectName: "alwaysObjectsBox"
        Layout.fillWidth: true
        enabled: form.settings.loadState === LoadState.Ready
        text: qsTr("Always look for objects")
        checked: form.always
        Accessible.description: explanation.text
        onToggled: form.always = checked
    }
    Label {
        id: explanation
        Layout.fillWidth: true
        wrapMode: Text.Wrap
        color: Theme.muted
        text: qsTr("People, vehicles, and animals are found even if the rule doesn't ask for them. You can then try new rules on the past. While something moves, this takes up to half a processor core of the server.")
    }
    Label {
        objectName: "objectsUnavailableLabel"
        Layout.fillWidth: true
        visible: form.settings.objectsUnavailable
        wrapMode: Text.Wrap
        color: Theme.warning
        text: qsTr("This server can't find objects now. Ask its administrator.")
    }
    ErrorNote {
        text: form.settings.errorText
    }
}
