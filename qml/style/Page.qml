// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.Page {
    id: control

    implicitWidth: Math.max(implicitBackgroundWidth, contentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(implicitBackgroundHeight,
                             contentHeight + topPadding + bottomPadding + implicitHeaderHeight + implicitFooterHeight)

    background: Rectangle {
        color: Theme.window
    }
}
