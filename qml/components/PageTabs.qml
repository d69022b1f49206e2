// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// The tabs of a page. The arrow keys switch between them.
RowLayout {
    id: tabs

    required property var titles
    property int current: 0

    spacing: Theme.tiny
    Accessible.role: Accessible.PageTabList

    Repeater {
        model: tabs.titles

        ItemDelegate {
            id: tab

            required property int index
            required property string modelData

            objectName: "tab" + index
            text: modelData
            highlighted: tabs.current === index
            font.weight: highlighted ? Font.DemiBold : Font.Normal
            Accessible.role: Accessible.PageTab
            Accessible.name: text
            Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            onClicked: tabs.current = index
        }
    }
    Item {
        Layout.fillWidth: true
    }
}
