// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.impl
import QtQuick.Templates as T

T.ComboBox {
    id: control

    // The state that the gallery shows without the pointer and the keyboard: `hovered`, `pressed`, or `focused`.
    property string pose
    readonly property bool shownHovered: hovered || pose === "hovered"
    readonly property bool shownPressed: down || pose === "pressed"
    readonly property bool shownFocused: activeFocus || pose === "focused"

    implicitWidth: Theme.scaled(260)
    implicitHeight: Theme.inputHeight
    leftPadding: Theme.medium + (mirrored ? 16 : 0)
    rightPadding: Theme.medium + (mirrored ? 0 : 16)
    font.pixelSize: Theme.bodyText
    opacity: enabled ? 1 : 0.45
    // The arrow keys open the list instead of stepping through values, each of which would take effect.
    Keys.onUpPressed: (event) => openOr(event)
    Keys.onDownPressed: (event) => openOr(event)

    function openOr(event) {
        if (popup.visible || editable)
            event.accepted = false
        else
            popup.open()
    }

    delegate: ItemDelegate {
        required property var modelData
        required property int index

        width: ListView.view.width
        text: control.textRole ? modelData[control.textRole] : modelData
        highlighted: control.highlightedIndex === index
        focusPolicy: Qt.NoFocus // the box handles the keyboard
    }

    indicator: IconImage {
        x: control.mirrored ? Theme.small : control.width - width - Theme.small
        y: (control.height - height) / 2
        name: "arrow-down"
        sourceSize.width: 16
        sourceSize.height: 16
        color: Theme.muted
    }

    contentItem: T.TextField {
        visible: control.editable
        text: control.editable ? control.editText : control.displayText
        enabled: control.editable
        autoScroll: control.editable
        readOnly: control.down
        inputMethodHints: control.inputMethodHints
        validator: control.validator
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        font: control.font
    }

    // A field cannot elide its text, but a box may be narrower than its choice. The field stays, because Qt measures
    // the choices with it.
    Text {
        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: control.availableHeight
        visible: !control.editable
        textFormat: Text.PlainText
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        text: control.displayText
        font: control.font
        color: Theme.text
    }

    background: Rectangle {
        radius: Theme.radius
        color: control.shownPressed ? Theme.sunken : control.shownHovered ? Theme.hover : Theme.raised
        border.color: Theme.outline

        FocusFrame {
            visible: control.shownFocused
        }
    }

    popup: T.Popup {
        y: control.height + Theme.tiny
        width: control.width
        height: Math.min(list.contentHeight + 2 * padding, 320)
        padding: Theme.tiny

        contentItem: ListView {
            id: list
            clip: true
            model: control.delegateModel
            currentIndex: control.highlightedIndex
            T.ScrollBar.vertical: ScrollBar { }
        }

        background: Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.color: Theme.outline
        }
    }
}
