// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A card in a CardGrid whose controls act on it.
Rectangle {
    id: frame

    property int padding: Theme.large
    readonly property CardGrid grid: GridView.view as CardGrid
    default property alias content: column.data

    width: grid ? grid.cardWidth : implicitWidth
    height: grid ? grid.cardHeight : implicitHeight
    implicitHeight: column.implicitHeight + 2 * padding
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.divider
    onGridChanged: grid?.fit()
    onImplicitHeightChanged: grid?.fit()

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: frame.padding
        spacing: Theme.medium
    }
}
