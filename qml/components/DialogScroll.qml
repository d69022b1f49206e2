// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A column in a dialog. It scrolls if the window is too low for it.
Item {
    id: view

    default property alias content: column.data
    property alias spacing: column.spacing
    readonly property bool scrolls: column.implicitHeight > height
    readonly property int room: 6 // around the column, for the focus frames of the items at its edges

    implicitHeight: column.implicitHeight

    Flickable {
        anchors.fill: parent
        anchors.margins: -view.room
        contentHeight: column.implicitHeight + 2 * view.room
        clip: true
        ScrollBar.vertical: ScrollBar { }

        ColumnLayout {
            id: column
            x: view.room
            y: view.room
            width: view.width - (view.scrolls ? Theme.large : 0)
            spacing: Theme.large
        }
    }
}
