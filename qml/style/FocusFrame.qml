// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The ring around the item with keyboard focus.
Rectangle {
    anchors.fill: parent
    anchors.margins: -3
    color: "transparent"
    radius: Theme.radius + 3
    border.width: 2
    border.color: Theme.accent
}
