// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.ToolButton {
    id: control

    // The state that the gallery shows without the pointer and the keyboard: `hovered`, `pressed`, or `focused`.
    property string pose
    readonly property bool shownHovered: hovered || pose === "hovered"
    readonly property bool shownPressed: down || pose === "pressed"
    readonly property bool shownFocused: visualFocus || pose === "focused"

    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, implicitHeight)
    implicitHeight: Theme.controlHeight
    padding: 6
    spacing: Theme.small
    opacity: enabled ? 1 : 0.45
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
        color: control.checked ? Theme.accentSoft : control.shownPressed ? Theme.sunken : control.shownHovered ? Theme.hover : "transparent"

        FocusFrame {
            visible: control.shownFocused
        }
    }
}
