// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// `highlighted` marks the primary action. `flat` blends in with text.
T.Button {
    id: control

    // Marks an action that cannot be undone.
    property bool danger: false
    property color ink: danger ? (highlighted ? Theme.dangerInk : Theme.danger)
                                        : highlighted ? Theme.accentInk : flat ? Theme.accentText : Theme.text

    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, implicitHeight)
    implicitHeight: Theme.controlHeight
    leftPadding: text ? Theme.large : Theme.small
    rightPadding: leftPadding
    spacing: Theme.small
    opacity: enabled ? 1 : 0.45
    font.pixelSize: Theme.bodyText
    display: text ? T.AbstractButton.TextBesideIcon : T.AbstractButton.IconOnly
    icon.width: 20
    icon.height: 20
    icon.color: ink
    Accessible.name: text
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: IconText {
        button: control
        color: control.ink
        centered: true
    }

    background: Rectangle {
        radius: Theme.radius
        color: {
            if (control.highlighted) {
                const fill = control.danger ? "danger" : "accent"
                return Theme[fill + (control.down ? "Pressed" : control.hovered ? "Hover" : "")]
            }
            if (control.down)
                return Theme.sunken
            if (control.hovered)
                return control.danger ? Theme.dangerSoft : Theme.hover
            return control.flat ? "transparent" : Theme.raised
        }
        border.width: control.highlighted || control.flat ? 0 : 1
        border.color: control.danger ? Theme.danger : Theme.outline

        FocusFrame {
            visible: control.visualFocus
        }
    }
}
