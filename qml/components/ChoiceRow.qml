// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A row of buttons that selects one of a few choices.
Flow {
    id: row

    required property var choices // [{value, text, name}]
    required property string current

    signal chosen(string value)

    Layout.fillWidth: true
    spacing: Theme.small

    Repeater {
        model: row.choices

        Button {
            id: choice

            required property var modelData
            readonly property bool picked: row.current === modelData.value

            objectName: modelData.name
            text: modelData.text
            checkable: true
            checked: picked
            Accessible.role: Accessible.RadioButton
            Accessible.checked: picked
            onClicked: row.chosen(modelData.value)

            background: Rectangle {
                radius: Theme.radius
                color: choice.picked ? Theme.accentSoft : choice.hovered ? Theme.hover : Theme.surface
                border.width: choice.picked ? 2 : 1
                border.color: choice.picked ? Theme.accent : Theme.border

                FocusFrame {
                    visible: choice.visualFocus
                }
            }
        }
    }
}
