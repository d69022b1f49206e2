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
        id: ground

        readonly property string fill: control.danger ? "danger" : "accent"
        readonly property alias warmth: glow.opacity

        radius: control.compact ? Theme.smallRadius : Theme.radius
        color: control.highlighted ? Theme[fill + (control.shownPressed ? "Pressed" : "")]
               : control.shownPressed ? Theme.sunken : control.flat ? "transparent" : Theme.raised
        border.width: control.highlighted || control.flat ? 0 : 1
        border.color: control.danger ? Theme.danger : Theme.outline

        // Comes and goes with the pointer. The color itself is not animated: with a theme or a role, it changes at once,
        // together with the text.
        Rectangle {
            id: glow
            anchors.fill: parent
            anchors.margins: ground.border.width
            visible: !control.shownPressed
            radius: ground.radius - ground.border.width
            color: control.highlighted ? Theme[ground.fill + "Hover"] : control.danger ? Theme.dangerSoft : Theme.hover
            opacity: control.shownHovered ? 1 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.quick
                    easing.type: Easing.OutQuad
                }
            }
        }
        FocusFrame {
            radius: parent.radius + 4
            visible: control.shownFocused
        }
    }
}
