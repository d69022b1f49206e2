// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.ToolTip {
    id: control

    // A row that leaves the window while the pointer rests on it would open its tip outside of any window.
    readonly property var within: parent ? parent.Window.window : null

    onWithinChanged: {
        if (!within)
            close()
    }

    x: parent ? (parent.width - implicitWidth) / 2 : 0
    y: -implicitHeight - 4
    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding
    padding: Theme.small
    margins: Theme.small
    delay: 500
    timeout: 6000
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    contentItem: Text {
        textFormat: Text.PlainText
        text: control.text
        color: Theme.inverseText
        font.pixelSize: Theme.smallText
    }

    background: Rectangle {
        radius: Theme.smallRadius
        color: Theme.inverse
    }
}
