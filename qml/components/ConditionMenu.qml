// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The actions on a condition or a group of conditions.
Menu {
    id: menu

    property var row: ({}) // a row of ConditionEditor
    property var results: ({}) // what each possible action leads to, see ConditionEditor

    signal chosen(var result)
    signal removeChosen

    function showAt(button, row, results) {
        menu.row = row
        menu.results = results
        popup(button, 0, button.height)
    }

    MenuItem {
        objectName: "negateItem"
        enabled: menu.results.negate !== undefined
        text: menu.row.isNegated ? qsTr("Must be met") : qsTr("Must not be met")
        onTriggered: menu.chosen(menu.results.negate)
    }
    MenuSeparator { }
    MenuItem {
        objectName: "groupItem"
        enabled: menu.results.group !== undefined
        text: qsTr("Put into a new group")
        onTriggered: menu.chosen(menu.results.group)
    }
    MenuItem {
        objectName: "aboveItem"
        enabled: menu.results.above !== undefined
        text: qsTr("Move into the group above")
        onTriggered: menu.chosen(menu.results.above)
    }
    MenuItem {
        objectName: "belowItem"
        enabled: menu.results.below !== undefined
        text: qsTr("Move into the group below")
        onTriggered: menu.chosen(menu.results.below)
    }
    MenuItem {
        objectName: "outItem"
        enabled: menu.results.out !== undefined
        text: qsTr("Move out of this group")
        onTriggered: menu.chosen(menu.results.out)
    }
    MenuItem {
        objectName: "ungroupItem"
        enabled: menu.results.ungroup !== undefined
        text: qsTr("Ungroup")
        onTriggered: menu.chosen(menu.results.ungroup)
    }
    MenuSeparator { }
    MenuItem {
        objectName: "removeItem"
        enabled: menu.row.isRemovable ?? false
        text: qsTr("Remove")
        onTriggered: menu.removeChosen()
    }
}
