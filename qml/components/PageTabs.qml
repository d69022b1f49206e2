// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// The tabs of a page. Tab enters them once; the arrow keys switch between them.
RowLayout {
    id: tabs

    required property var titles
    property int current: 0
    property string prefix: "tab" // of the tabs' names, for tabs within tabs

    function choose(index) {
        current = (index + titles.length) % titles.length
        buttons.itemAt(current).forceActiveFocus(Qt.TabFocusReason)
    }

    spacing: Theme.tiny
    Accessible.role: Accessible.PageTabList

    Repeater {
        id: buttons
        // A new language keeps the tabs, and with them the focus. Qt 6.4 crashes if a layout in a closed popup has another
        // width after its items were replaced.
        model: tabs.titles.length

        ItemDelegate {
            id: tab

            required property int index

            objectName: tabs.prefix + index
            text: tabs.titles[index] ?? ""
            highlighted: tabs.current === index
            font.weight: highlighted ? Font.Bold : Font.Normal
            Accessible.role: Accessible.PageTab
            Accessible.name: text
            Accessible.selectable: true
            Accessible.selected: highlighted
            // Not activeFocusOnTab, which the policy of the style overwrites. Qt lets an item with the focus keep its place
            // in the order.
            focusPolicy: highlighted || activeFocus ? Qt.TabFocus : Qt.NoFocus
            Keys.onLeftPressed: tabs.choose(mirrored ? index + 1 : index - 1)
            Keys.onRightPressed: tabs.choose(mirrored ? index - 1 : index + 1)
            onClicked: tabs.current = index
        }
    }
    Item {
        Layout.fillWidth: true
    }
}
