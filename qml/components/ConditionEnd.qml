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
    readonly property int room: row.room ?? 2 // conditions that the rule can still take; a group is one of them

    signal added(bool grouped)

    function takeFocus() {
        addButton.forceActiveFocus(Qt.TabFocusReason)
    }

    spacing: Theme.small

    Button {
        id: addButton
        objectName: "addClauseButton" + end.number
        enabled: !end.isFull && end.room > 0
        flat: true
        icon.name: "list-add"
        text: qsTr("Add condition")
        onClicked: end.added(false)
    }
    Button {
        objectName: "addGroupButton" + end.number
        enabled: !end.isFull && !end.isDeep && end.room > 1
        flat: true
        icon.name: "list-add"
        text: qsTr("Add group")
        onClicked: end.added(true)
    }
    Label {
        objectName: "groupLimit" + end.number
        width: Math.min(implicitWidth, end.width)
        height: Math.max(implicitHeight, Theme.controlHeight)
        visible: end.isFull || end.isDeep || end.room < 2
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        color: Theme.muted
        text: {
            if (end.room < 2)
                return qsTr("A rule can have at most %1 conditions, including groups and negations.").arg(end.row.mostOfAll ?? 0)
            return end.isFull ? qsTr("A group can have at most %1 conditions.").arg(end.row.most ?? 0) : qsTr("Groups can't be nested more deeply.")
        }
    }
}
