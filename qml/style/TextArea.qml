// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.TextArea {
    id: control

    // The text is not valid.
    property bool wrong: false
    // The state that the gallery shows without the pointer and the keyboard: `hovered` or `focused`.
    property string pose
    readonly property bool shownFocused: activeFocus || pose === "focused"

    textFormat: TextEdit.PlainText
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)

    implicitWidth: Theme.scaled(260)
    implicitHeight: Math.max(contentHeight + topPadding + bottomPadding, 84)
    padding: Theme.medium
    color: Theme.text
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    placeholderTextColor: Theme.muted
    wrapMode: TextEdit.Wrap
    selectByMouse: true
    font.pixelSize: Theme.bodyText
    opacity: enabled ? 1 : 0.45

    Text {
        textFormat: Text.PlainText
        x: control.leftPadding
        y: control.topPadding
        width: control.width - control.leftPadding - control.rightPadding
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
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
