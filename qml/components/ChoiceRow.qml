// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A row of buttons that selects one of a few choices. Tab enters it once; the arrow keys choose.
Flow {
    id: row

    required property var choices // [{value, text, name}]
    required property string current

    signal chosen(string value)

    function choose(index) {
        const at = (index + choices.length) % choices.length
        chosen(choices[at].value)
        buttons.itemAt(at)?.forceActiveFocus(Qt.TabFocusReason)
    }

    Layout.fillWidth: true
    spacing: Theme.small

    Repeater {
        id: buttons
        model: row.choices.length // a new text keeps the buttons, and with them the focus

        Button {
            id: choice

            required property int index
            readonly property var entry: row.choices[index] ?? ({})
            readonly property bool picked: row.current === entry.value

            objectName: entry.name ?? ""
            text: entry.text ?? ""
            checkable: true
            checked: picked
            ink: picked ? Theme.accentText : Theme.text
            font.weight: picked ? Font.Bold : Font.Normal
            Accessible.role: Accessible.RadioButton
            Accessible.checked: picked
            // Qt lets an item with the focus keep its place in the order.
            activeFocusOnTab: picked || activeFocus || (index === 0 && !row.choices.some((other) => other.value === row.current))
            Keys.onLeftPressed: row.choose(mirrored ? index + 1 : index - 1)
            Keys.onUpPressed: row.choose(index - 1)
            Keys.onRightPressed: row.choose(mirrored ? index - 1 : index + 1)
            Keys.onDownPressed: row.choose(index + 1)
            onClicked: row.chosen(entry.value)

            background: Rectangle {
                radius: Theme.radius
                color: choice.picked ? Theme.accentSoft : choice.shownPressed ? Theme.sunken : choice.shownHovered ? Theme.hover : Theme.raised
                border.width: 1
                border.color: choice.picked ? Theme.accent : Theme.outline

                FocusFrame {
                    visible: choice.shownFocused
                }
            }
        }
    }
}
