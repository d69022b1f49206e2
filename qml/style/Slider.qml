// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.Slider {
    id: control

    // The state that the gallery shows without the pointer and the keyboard: `hovered`, `pressed`, or `focused`.
    property string pose
    readonly property bool shownHovered: hovered || pose === "hovered"
    readonly property bool shownPressed: pressed || pose === "pressed"
    readonly property bool shownFocused: visualFocus || pose === "focused"

    implicitWidth: 160
    opacity: enabled ? 1 : 0.45
    implicitHeight: 24
    padding: 6

    background: Rectangle {
        x: control.leftPadding
        y: (control.height - height) / 2
        width: control.availableWidth
        height: 4
        radius: 2
        color: Theme.outline

        Rectangle {
            width: control.visualPosition * parent.width
            height: parent.height
            radius: 2
            color: Theme.accent
        }
    }

    handle: Rectangle {
        x: control.leftPadding + control.visualPosition * (control.availableWidth - width)
        y: (control.height - height) / 2
        width: 16
        height: 16
        radius: 8
        color: control.shownPressed ? Theme.accentPressed : control.shownHovered ? Theme.accentHover : Theme.accent

        FocusFrame {
            radius: 12
            visible: control.shownFocused
        }
    }
}
