// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// An entry of the rail: an icon above a short word, with the number of unread items. A long word is elided, and the tool
// tip shows all of it together with the keys.
ItemDelegate {
    id: entry

    required property string keys
    property bool current: false
    property int unread: 0
    property string badgeName

    padding: Theme.tiny
    leftPadding: 0
    rightPadding: 0
    highlighted: current
    Accessible.name: unread > 0 ? qsTr("%1, %n unread", "", unread).arg(text) : text
    Accessible.description: keys
    Accessible.selectable: true
    Accessible.selected: current

    contentItem: Item {
        Symbol {
            id: symbol
            anchors.horizontalCenter: parent.horizontalCenter
            y: Math.round((parent.height - height - word.height) / 2)
            name: entry.icon.name
            color: entry.current ? Theme.accentText : Theme.soft
        }
        Label {
            id: word
            anchors.top: symbol.bottom
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            elide: Text.ElideRight
            text: entry.text
            color: entry.current ? Theme.accentText : Theme.soft
            font.pixelSize: Theme.smallText
            font.weight: entry.current ? Font.Bold : Font.Normal
        }
        Rectangle {
            objectName: entry.badgeName
            visible: entry.unread > 0
            x: entry.mirrored ? parent.width / 2 - 6 - width : parent.width / 2 + 6
            y: symbol.y - 6
            width: Math.max(height, number.implicitWidth + Theme.small)
            height: Theme.scaled(16)
            radius: height / 2
            color: Theme.accent

            Label {
                id: number
                anchors.centerIn: parent
                text: entry.unread > 99 ? "99+" : entry.unread
                color: Theme.accentInk
                font.pixelSize: Theme.smallText
                font.weight: Font.Bold
            }
        }
    }

    ToolTip { // beside the rail, because above it would cover another entry
        x: entry.mirrored ? -width - Theme.medium : entry.width + Theme.medium
        y: (entry.height - height) / 2
        visible: entry.hovered
        text: entry.keys ? qsTr("%1 (%2)", "an entry and its keys").arg(entry.text).arg(entry.keys) : entry.text
    }
    // The mark of the current page at the edge of the rail.
    Rectangle {
        visible: entry.current
        x: entry.mirrored ? entry.width + Theme.tiny - width : -Theme.tiny
        width: 3
        height: 32
        radius: 1.5
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
    }
}
