// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Lists the keyboard shortcuts for reviewing marks.
Flow {
    id: hint

    required property bool bin
    required property bool opened
    readonly property var keys: {
        const all = [["J", qsTr("next")], ["K", qsTr("previous")]]
        if (!opened)
            all.push(["X", qsTr("select")], ["W", qsTr("why")])
        if (!bin)
            all.push(["R", qsTr("mark read")], [qsTr("Del", "a key"), qsTr("delete")], ["U", qsTr("undo")])
        all.push(opened ? [qsTr("Space", "a key"), qsTr("play")] : [qsTr("Enter", "a key"), qsTr("open")])
        return all
    }

    spacing: Theme.medium

    Repeater {
        model: hint.keys

        Row {
            id: way

            required property var modelData

            spacing: Theme.tiny

            KeyCap {
                text: way.modelData[0]
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: way.modelData[1]
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
        }
    }
}
