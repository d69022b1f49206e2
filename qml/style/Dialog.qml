// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.Dialog {
    id: control

    implicitWidth: Math.max(implicitBackgroundWidth, contentWidth + leftPadding + rightPadding)
    implicitHeight: contentHeight + topPadding + bottomPadding + implicitHeaderHeight + implicitFooterHeight
    padding: Theme.huge
    topPadding: Theme.large
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape // a click beside a form must not lose it

    header: Text {
        textFormat: Text.PlainText
        visible: control.title
        leftPadding: Theme.huge
        rightPadding: Theme.huge
        topPadding: Theme.huge
        text: control.title
        color: Theme.text
        font.pixelSize: Theme.titleText
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
    }

    background: Rectangle {
        radius: Theme.cardRadius
        color: Theme.surface
        border.color: Theme.divider
    }

    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }
}
