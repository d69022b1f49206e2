// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// `highlighted` marks the primary action, one in each region of a page. `flat` blends in with text.
T.Button {
    id: control

    // Marks an action that cannot be undone.
    property bool danger: false
    // A small button in the head of a card or in a row.
    property bool compact: false
    property color ink: danger ? (highlighted ? Theme.dangerInk : Theme.danger)
                               : highlighted ? Theme.accentInk : flat ? Theme.accentText : Theme.text

    // The state that the gallery shows without the pointer and the keyboard: `hovered`, `pressed`, or `focused`.
    property string pose
    readonly property bool shownHovered: hovered || pose === "hovered"
    readonly property bool shownPressed: down || pose === "pressed"
    readonly property bool shownFocused: visualFocus || pose === "focused"

    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, implicitHeight)
    implicitHeight: compact ? Theme.compactHeight : Theme.controlHeight
    leftPadding: !text ? compact ? 2 : 6 : compact ? Theme.small : Theme.medium
    rightPadding: leftPadding
    spacing: compact ? Theme.tiny : Theme.small
    opacity: enabled ? 1 : 0.45
    font.pixelSize: compact ? Theme.smallText : Theme.bodyText
    font.weight: highlighted ? Font.Bold : Font.Normal
    display: text ? T.AbstractButton.TextBesideIcon : T.AbstractButton.IconOnly
    icon.width: compact ? 16 : 20
    icon.height: compact ? 16 : 20
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
        radius: control.compact ? Theme.smallRadius : Theme.radius
        color: {
            if (control.highlighted) {
                const fill = control.danger ? "danger" : "accent"
                return Theme[fill + (control.shownPressed ? "Pressed" : control.shownHovered ? "Hover" : "")]
            }
            if (control.shownPressed)
                return Theme.sunken
            if (control.shownHovered)
                return control.danger ? Theme.dangerSoft : Theme.hover
            return control.flat ? "transparent" : Theme.raised
        }
        Behavior on color {
            ColorAnimation {
                duration: Theme.quick
                easing.type: Easing.OutQuad
            }
        }
        border.width: control.highlighted || control.flat ? 0 : 1
        border.color: control.danger ? Theme.danger : Theme.outline

        FocusFrame {
            radius: parent.radius + 4
            visible: control.shownFocused
        }
    }
}
