// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A key of the keyboard, as it is shown in a text.
Rectangle {
    id: cap

    required property string text

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + 12)
    implicitHeight: Theme.scaled(20)
    radius: 4
    color: Theme.surface
    border.color: Theme.outline

    Label {
        id: label
        anchors.centerIn: parent
        text: cap.text
        font.pixelSize: Theme.smallText
    }
}
