// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.impl
import QtQuick.Templates as T

T.CheckBox {
    id: control

    // The state that the gallery shows without the pointer and the keyboard: `hovered`, `pressed`, or `focused`.
    property string pose
    readonly property bool shownHovered: hovered || pose === "hovered"
    readonly property bool shownPressed: down || pose === "pressed"
    readonly property bool shownFocused: visualFocus || pose === "focused"

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.compactHeight, implicitContentHeight)
    spacing: Theme.small
    opacity: enabled ? 1 : 0.45
    font.pixelSize: Theme.bodyText
    Accessible.name: text

    indicator: Rectangle {
        x: control.mirrored ? control.width - width : 0
        y: (control.height - height) / 2
        width: 18
        height: 18
        radius: 4
        color: {
            if (control.checked)
                return control.shownPressed ? Theme.accentPressed : control.shownHovered ? Theme.accentHover : Theme.accent
            return control.shownPressed ? Theme.sunken : control.shownHovered ? Theme.hover : Theme.surface
        }
        border.width: control.checked ? 0 : 1
        border.color: Theme.outline

        IconImage {
            anchors.centerIn: parent
            visible: control.checked
            name: "dialog-ok"
            sourceSize.width: 16
            sourceSize.height: 16
            color: Theme.accentInk
        }

        FocusFrame {
            radius: 8
            visible: control.shownFocused
        }
    }

    contentItem: Text {
        textFormat: Text.PlainText
        leftPadding: control.mirrored ? 0 : 18 + control.spacing
        rightPadding: control.mirrored ? 18 + control.spacing : 0
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        text: control.text
        color: Theme.text
        font: control.font
        wrapMode: Text.Wrap
    }
}
