// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The end of a group of conditions, where conditions are added to it.
Flow {
    id: end

    required property var row // a row of ConditionEditor
    readonly property string number: row.number > 0 ? row.number : ""
    readonly property bool isFull: row.isFull ?? false
    readonly property bool isDeep: row.isDeep ?? false

    signal added(bool grouped)

    function takeFocus() {
        addButton.forceActiveFocus(Qt.TabFocusReason)
    }

    spacing: Theme.small

    Button {
        id: addButton
        objectName: "addClauseButton" + end.number
        enabled: !end.isFull
        flat: true
        icon.name: "list-add"
        text: qsTr("Add condition")
        onClicked: end.added(false)
    }
    Button {
        objectName: "addGroupButton" + end.number
        enabled: !end.isFull && !end.isDeep
        flat: true
        icon.name: "list-add"
        text: qsTr("Add group")
        onClicked: end.added(true)
    }
    Label {
        objectName: "groupLimit" + end.number
        width: Math.min(implicitWidth, end.width)
        height: Math.max(implicitHeight, Theme.controlHeight)
        visible: end.isFull || end.isDeep
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        color: Theme.muted
        text: end.isFull ? qsTr("A group can have at most %1 conditions.").arg(end.row.most ?? 0) : qsTr("Groups can't be nested more deeply.")
    }
}
