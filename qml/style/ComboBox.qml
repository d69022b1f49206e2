// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

T.ComboBox {
    id: control

    implicitWidth: 260
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.medium
    rightPadding: Theme.medium + 16
    font.pixelSize: Theme.bodyText
    opacity: enabled ? 1 : 0.5
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

    indicator: Text {
        textFormat: Text.PlainText
        x: control.width - width - Theme.medium
        height: control.height
        verticalAlignment: Text.AlignVCenter
        text: "\u25be"
        color: Theme.muted
        font.pixelSize: Theme.leadText
    }

    contentItem: T.TextField {
        text: control.editable ? control.editText : control.displayText
        enabled: control.editable
        autoScroll: control.editable
        readOnly: control.down
        inputMethodHints: control.inputMethodHints
        validator: control.validator
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        verticalAlignment: Text.AlignVCenter
        font: control.font
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: control.activeFocus ? 2 : 1
        border.color: control.activeFocus ? Theme.accent : Theme.outline
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
            color: Theme.raised
            border.color: Theme.outline
        }
    }
}
