// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.TextField {
    id: control

    // The text is not valid.
    property bool wrong: false

    // The state that the gallery shows without the pointer and the keyboard: `hovered` or `focused`.
    property string pose
    readonly property bool shownFocused: activeFocus || pose === "focused"

    implicitWidth: Theme.scaled(260)
    implicitHeight: Theme.inputHeight
    leftPadding: Theme.medium
    rightPadding: Theme.medium
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    placeholderTextColor: Theme.muted
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    font.pixelSize: Theme.bodyText
    opacity: enabled ? 1 : 0.45

    Text {
        textFormat: Text.PlainText
        x: control.leftPadding
        width: control.width - control.leftPadding - control.rightPadding
        height: control.height
        horizontalAlignment: control.effectiveHorizontalAlignment
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        text: control.placeholderText
        color: control.placeholderTextColor
        font: control.font
        visible: !control.length && !control.preeditText
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.hovered || control.pose === "hovered" ? Theme.hover : Theme.surface
        border.color: control.wrong ? Theme.danger : Theme.outline

        FocusFrame {
            visible: control.shownFocused
        }
    }
}
