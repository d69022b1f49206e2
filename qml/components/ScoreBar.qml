// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A fraction from 0 to 1, shown as a labeled bar with its percentage.
RowLayout {
    id: bar

    required property string label
    required property double share // 0 to 1
    property bool strong: false

    Layout.fillWidth: true
    spacing: Theme.medium
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label + " " + number.text

    Label {
        Layout.preferredWidth: Theme.scaled(110)
        text: bar.label
        elide: Text.ElideRight
        color: bar.strong ? Theme.text : Theme.muted
        font.weight: bar.strong ? Font.Bold : Font.Normal
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 8
        radius: 4
        color: Theme.hover

        Rectangle {
            anchors.left: parent.left
            width: Math.max(bar.share > 0.005 ? parent.radius * 2 : 0, parent.width * Math.min(1, bar.share))
            height: parent.height
            radius: parent.radius
            color: bar.strong ? Theme.accent : Theme.muted
        }
    }
    Label {
        id: number
        Layout.preferredWidth: Theme.scaled(44)
        horizontalAlignment: Text.AlignRight
        text: Times.percent(bar.share, 0)
        color: bar.strong ? Theme.text : Theme.muted
        font.pixelSize: Theme.smallText
    }
}
