// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.MenuSeparator {
    implicitWidth: 200
    implicitHeight: 9
    padding: Theme.tiny

    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.divider
    }
}
