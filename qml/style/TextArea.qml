// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.TextArea {
    id: control

    textFormat: TextEdit.PlainText
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    implicitWidth: 260
    implicitHeight: Math.max(contentHeight + topPadding + bottomPadding, 84)
    padding: Theme.medium
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    placeholderTextColor: Theme.muted
    wrapMode: TextEdit.Wrap
    selectByMouse: true
    font.pixelSize: Theme.bodyText

    Text {
        textFormat: Text.PlainText
        x: control.leftPadding
        y: control.topPadding
        width: control.width - control.leftPadding - control.rightPadding
        wrapMode: Text.Wrap
        text: control.placeholderText
        color: control.placeholderTextColor
        font: control.font
        visible: !control.length && !control.preeditText
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: control.activeFocus ? 2 : 1
        border.color: control.activeFocus ? Theme.accent : Theme.outline
    }
}
