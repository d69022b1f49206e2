// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A scrollable column of cards. A page that has several of them puts them into CardColumns.
Flickable {
    id: view

    default property alias content: column.data

    contentHeight: column.implicitHeight + Theme.huge
    clip: true
    ScrollBar.vertical: ScrollBar { }

    ColumnLayout {
        id: column
        x: Theme.huge
        width: Math.max(0, view.width - 2 * Theme.huge)
        spacing: Theme.large
    }
}
