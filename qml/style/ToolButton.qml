// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.ToolButton {
    id: control

    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, implicitHeight)
    implicitHeight: 34
    padding: Theme.small
    spacing: Theme.small
    opacity: enabled ? 1 : 0.4
    font.pixelSize: Theme.bodyText
    display: text ? T.AbstractButton.TextBesideIcon : T.AbstractButton.IconOnly
    icon.width: 20
    icon.height: 20
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    icon.color: checked ? Theme.accentText : Theme.text

    contentItem: IconText {
        button: control
        color: control.checked ? Theme.accentText : Theme.text
        centered: true
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.checked ? Theme.accentSoft : control.hovered || control.down ? Theme.hover : "transparent"

        FocusFrame {
            visible: control.visualFocus
        }
    }
}
