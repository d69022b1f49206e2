// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The Waymark logo: a way marker that is also an eye.
Row {
    id: logo

    property int size: 40
    property bool wordVisible: true

    spacing: size / 4

    Rectangle {
        width: logo.size
        height: logo.size
        radius: logo.size * 0.28
        color: Theme.accent

        Rectangle {
            anchors.centerIn: parent
            width: logo.size * 0.58
            height: width
            radius: width / 2
            color: "transparent"
            border.width: logo.size * 0.09
            border.color: Theme.accentInk
        }
        Rectangle {
            anchors.centerIn: parent
            width: logo.size * 0.2
            height: width
            radius: width / 2
            color: Theme.accentInk
        }
    }
    Label {
        visible: logo.wordVisible
        height: logo.size
        verticalAlignment: Text.AlignVCenter
        text: "Waymark"
        font.pixelSize: logo.size * 0.6
        font.weight: Font.Bold
    }
}
