// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Shows the strength of a password as it is typed.
ColumnLayout {
    id: meter

    required property int strength // -1: not rated yet
    required property string strengthText
    required property var feedback
    readonly property color tint: strength >= 3 ? Theme.success : strength === 2 ? Theme.warning : Theme.danger

    Layout.fillWidth: true
    spacing: 6
    visible: strength >= 0

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.tiny

        Repeater {
            model: 4

            Rectangle {
                required property int index
                Layout.fillWidth: true
                implicitHeight: 5
                radius: 2.5
                color: index < Math.max(1, meter.strength) ? meter.tint : Theme.divider
            }
        }
        Label {
            objectName: "strengthLabel"
            Layout.leftMargin: Theme.small
            text: meter.strengthText
            color: meter.tint
            font.pixelSize: Theme.smallText
            font.weight: Font.Bold
        }
    }
    Label {
        Layout.fillWidth: true
        visible: text
        text: meter.strength < 4 ? meter.feedback.join(" ") : ""
        color: Theme.muted
        font.pixelSize: Theme.smallText
        wrapMode: Text.Wrap
    }
}
