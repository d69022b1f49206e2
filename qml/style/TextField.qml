// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.TextField {
    id: control

    // The text is not valid.
    property bool wrong: false

    implicitWidth: 260
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.medium
    rightPadding: Theme.medium
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    placeholderTextColor: Theme.muted
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    font.pixelSize: Theme.bodyText
    opacity: enabled ? 1 : 0.5

    Text {
        textFormat: Text.PlainText
        x: control.leftPadding
        width: control.width - control.leftPadding - control.rightPadding
        height: control.height
        horizontalAlignment: control.horizontalAlignment
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        text: control.placeholderText
        color: control.placeholderTextColor
        font: control.font
        visible: !control.length && !control.preeditText
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: control.activeFocus ? 2 : 1
        border.color: control.wrong ? Theme.danger : control.activeFocus ? Theme.accent : Theme.outline
    }
}
