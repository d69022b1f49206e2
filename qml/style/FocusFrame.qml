// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The ring around the item with keyboard focus, with a gap that shows what is behind the item.
Rectangle {
    anchors.fill: parent
    anchors.margins: -4
    color: "transparent"
    radius: Theme.radius + 4
    border.width: 2
    border.color: Theme.accent
}
