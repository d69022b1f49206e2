// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A card in a CardGrid that opens something.
ItemDelegate {
    id: entry

    required property int index
    readonly property CardGrid grid: GridView.view as CardGrid

    width: grid ? grid.cardWidth : implicitWidth
    height: grid ? grid.cardHeight : implicitHeight
    padding: Theme.large
    leftPadding: Theme.large
    rightPadding: Theme.large
    onGridChanged: grid?.fit()
    onImplicitHeightChanged: grid?.fit()
    onActiveFocusChanged: if (activeFocus && grid)
        grid.currentIndex = index

    background: Rectangle {
        radius: Theme.cardRadius
        color: entry.shownPressed ? Theme.sunken : entry.shownHovered ? Theme.hover : Theme.surface
        border.color: entry.shownFocused ? Theme.accent : Theme.divider
        border.width: entry.shownFocused ? 2 : 1
    }
}
