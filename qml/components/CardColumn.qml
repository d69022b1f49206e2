// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A column of cards in CardColumns. `wide` columns span two others where there are only two side by side.
ColumnLayout {
    property bool wide: false

    Layout.fillWidth: true
    Layout.preferredWidth: 1 // all columns are equally wide, whatever their cards would like
    Layout.alignment: Qt.AlignTop
    Layout.columnSpan: wide && parent instanceof GridLayout && parent.columns === 2 ? 2 : 1
    spacing: Theme.large
}
