// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.impl
import Waymark.Style

// A single-color icon of the icon theme.
IconImage {
    id: symbol

    property int size: 20

    sourceSize.width: size
    sourceSize.height: size
    width: size
    height: size
    color: Theme.text
}
