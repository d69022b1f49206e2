// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client
import Waymark.Style

// A list of cards in as many columns as fit. All cards are as high as the highest that has been seen. A delegate takes
// `cardWidth` and `cardHeight`, and tells its own height by fit().
GridView {
    id: grid

    required property RemoteList list
    property int least: 420
    property int gap: Theme.medium
    readonly property int columns: Math.max(1, Math.floor(width / (Theme.scaled(least) + gap)))
    readonly property int cardWidth: cellWidth - gap
    readonly property int cardHeight: cellHeight - gap
    property real highest: 48
    property bool measured: false // the cards are shown once their height is known

    // Cards may wrap their texts, and their heights change in any order.
    function fit() {
        soon.restart()
    }

    function measure() {
        for (const card of Array.from(contentItem.children))
            highest = Math.max(highest, card.implicitHeight)
        measured = true
    }

    Timer {
        id: soon
        interval: 0
        onTriggered: grid.measure()
    }

    anchors.fill: parent
    // Each cell has a gap at its right. A mirrored grid has its right margin on the left.
    anchors.leftMargin: LayoutMirroring.enabled ? Theme.huge - gap : Theme.huge
    anchors.rightMargin: LayoutMirroring.enabled ? Theme.huge : Theme.huge - gap
    clip: true
    model: list
    cellWidth: Math.floor(width / columns)
    cellHeight: Math.ceil(highest) + gap
    onCellWidthChanged: {
        highest = 48
        fit()
    }
    onAtYEndChanged: if (atYEnd && list.hasMore)
        list.loadMore()
    Binding {
        target: grid.contentItem
        property: "opacity"
        value: grid.measured ? 1 : 0
    }
    // In the margin, on either side.
    ScrollBar.vertical: ScrollBar {
        parent: grid.parent
        anchors.top: grid.top
        anchors.bottom: grid.bottom
        anchors.right: grid.right
        anchors.rightMargin: (mirrored ? 0 : grid.gap) - Theme.medium
    }
}
