// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.ItemDelegate {
    id: control

    // The state that the gallery shows without the pointer and the keyboard: `hovered`, `pressed`, or `focused`.
    property string pose
    readonly property bool shownHovered: hovered || pose === "hovered"
    readonly property bool shownPressed: down || pose === "pressed"
    readonly property bool shownFocused: activeFocus || pose === "focused"

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.small
    leftPadding: Theme.medium
    rightPadding: Theme.medium
    spacing: Theme.medium
    opacity: enabled ? 1 : 0.45
    font.pixelSize: Theme.bodyText
    icon.width: 20
    icon.height: 20
    // Not by a click: the keys of the page stay with the page.
    focusPolicy: Qt.TabFocus
    // The arrow keys of a list start at the row that Tab has reached.
    onActiveFocusChanged: if (activeFocus && ListView.view)
        ListView.view.currentIndex = ListView.view.indexAt(x, y)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    icon.color: highlighted ? Theme.accentText : Theme.text

    contentItem: IconText {
        button: control
        color: control.highlighted ? Theme.accentText : Theme.text
        centered: control.display === T.AbstractButton.IconOnly
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.highlighted ? Theme.accentSoft : control.shownPressed ? Theme.sunken : control.shownHovered ? Theme.hover : "transparent"

        FocusFrame {
            anchors.margins: 0 // a list clips its rows
            radius: Theme.radius
            visible: control.shownFocused // never by a click
        }
    }
}
