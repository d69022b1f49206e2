// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Columns of cards: side by side where each of them gets its least width, and below each other otherwise. Its children
// are CardColumn items. A card keeps its column at each width, so that nothing jumps while lists load or texts grow.
GridLayout {
    id: grid

    property int least: 480
    readonly property real columnWidth: (width - (columns - 1) * columnSpacing) / columns

    Layout.fillWidth: true
    columns: Math.max(1, Math.min(visibleChildren.length, Math.floor((width + columnSpacing) / (Theme.scaled(least) + columnSpacing))))
    columnSpacing: Theme.large
    rowSpacing: Theme.large
}
