// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A mark in the list of marks, below the heading of its day, with buttons beside it.
ColumnLayout {
    id: entry

    required property int index
    required property string deviceMarkId
    required property string deviceName
    required property string label
    required property string state
    required property date startedAt
    required property var endedAt
    required property var read
    required property var thumbnailUrl
    required property bool bin
    required property bool firstOfDay
    required property string today
    required property bool current

    signal opened
    signal readChosen
    signal binChosen // or to restore the mark from the bin

    spacing: 0

    DayHeading {
        visible: entry.firstOfDay
        Layout.leftMargin: Theme.small
        Layout.topMargin: entry.index === 0 ? Theme.tiny : Theme.large
        Layout.bottomMargin: Theme.tiny
        day: entry.startedAt
        today: entry.today
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        MarkRow {
            Layout.fillWidth: true
            index: entry.index
            deviceMarkId: entry.deviceMarkId
            deviceName: entry.deviceName
            label: entry.label
            state: entry.state
            startedAt: entry.startedAt
            endedAt: entry.endedAt
            read: entry.read
            thumbnailUrl: entry.thumbnailUrl
            focusPolicy: Qt.NoFocus // the list handles the keyboard
            highlighted: entry.current
            onClicked: entry.opened()
        }
        ToolButton {
            objectName: "toggleRead" + entry.index
            visible: !entry.bin
            focusPolicy: Qt.NoFocus
            icon.name: entry.read ? "mail-mark-unread" : "mail-mark-read"
            Accessible.name: entry.read ? qsTr("Mark as unread") : qsTr("Mark as read")
            ToolTip.visible: hovered
            ToolTip.text: Accessible.name
            onClicked: entry.readChosen()
        }
        ToolButton {
            objectName: "binMark" + entry.index
            focusPolicy: Qt.NoFocus
            icon.name: entry.bin ? "edit-undo" : "user-trash"
            Accessible.name: entry.bin ? qsTr("Restore") : qsTr("Delete")
            ToolTip.visible: hovered
            ToolTip.text: Accessible.name
            onClicked: entry.binChosen()
        }
    }
}
