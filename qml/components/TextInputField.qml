// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A labeled line of text in a form. An error or a hint is shown below the field.
ColumnLayout {
    id: root

    required property string label
    required property string name
    property string error
    property string hint
    // `error` is about what was submitted, and says nothing of what was typed since.
    property bool corrected: false
    readonly property string shownError: corrected ? "" : error
    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias field: input

    signal accepted
    signal edited

    onErrorChanged: corrected = false

    Layout.fillWidth: true
    Layout.alignment: Qt.AlignTop
    spacing: 6

    function focusField() {
        input.forceActiveFocus()
    }

    Label {
        Layout.fillWidth: true
        visible: root.label
        text: root.label
        color: Theme.muted
        font.pixelSize: Theme.chipText
        elide: Text.ElideRight
    }
    TextField {
        id: input
        objectName: root.name
        Layout.fillWidth: true
        wrong: root.shownError
        Accessible.name: root.label
        Accessible.description: root.shownError || root.hint
        onAccepted: root.accepted()
        onTextEdited: {
            root.corrected = true
            root.edited()
        }
    }
    Label {
        Layout.fillWidth: true
        visible: text
        text: root.shownError || root.hint
        color: root.shownError ? Theme.danger : Theme.muted
        font.pixelSize: Theme.smallText
        wrapMode: Text.Wrap
    }
}
