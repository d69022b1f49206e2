// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A dark ground for a few words on a picture.
Rectangle {
    id: chip

    default property alias content: row.data

    implicitWidth: row.implicitWidth + 2 * Theme.small
    implicitHeight: Math.max(Theme.compactHeight, row.implicitHeight + Theme.tiny)
    radius: Theme.smallRadius
    color: Theme.pictureShade

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.small
    }
}
