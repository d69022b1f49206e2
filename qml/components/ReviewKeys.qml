// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Lists the keyboard shortcuts for reviewing marks.
Flow {
    id: hint

    required property bool bin
    required property bool opened
    required property bool letters // can be turned off
    readonly property var keys: {
        const all = letters ? [["J", qsTr("next")], ["K", qsTr("previous")]] : [["↓", qsTr("next")], ["↑", qsTr("previous")]]
        if (!opened && letters)
            all.push(["X", qsTr("select")], ["W", qsTr("why")])
        if (!bin && letters)
            all.push(["R", qsTr("mark read")])
        if (!bin)
            all.push([qsTr("Del", "a key"), qsTr("delete")])
        if (!bin && letters)
            all.push(["U", qsTr("undo")])
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
