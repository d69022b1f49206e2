// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A scrollable column of cards, limited to a readable width.
Flickable {
    id: view

    default property alias content: column.data
    property int widest: 860

    contentHeight: column.implicitHeight + Theme.huge
    clip: true
    ScrollBar.vertical: ScrollBar { }

    ColumnLayout {
        id: column
        x: Theme.huge
        width: Math.min(view.width - 2 * Theme.huge, view.widest)
        spacing: Theme.large
    }
}
