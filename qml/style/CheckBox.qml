// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.CheckBox {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(24, implicitContentHeight)
    spacing: Theme.small
    font.pixelSize: Theme.bodyText

    indicator: Rectangle {
        y: (control.height - height) / 2
        width: 18
        height: 18
        radius: 4
        color: control.checked ? Theme.accent : Theme.surface
        border.color: control.checked ? Theme.accent : Theme.outline

        Text {
            textFormat: Text.PlainText
            anchors.centerIn: parent
            visible: control.checked
            text: "\u2713"
            color: Theme.accentInk
            font.pixelSize: Theme.smallText
        }

        FocusFrame {
            visible: control.visualFocus
        }
    }

    contentItem: Text {
        textFormat: Text.PlainText
        leftPadding: 18 + control.spacing
        verticalAlignment: Text.AlignVCenter
        text: control.text
        color: Theme.text
        font: control.font
        wrapMode: Text.Wrap
    }
}
