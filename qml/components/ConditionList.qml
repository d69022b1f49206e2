// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Client
import Waymark.Style

// Edits the conditions of a rule: a row for each condition, and rows below each group for the conditions in it.
// It is no layout, because one of Qt 6.4 may still use rows that its repeater has destroyed.
Column {
    id: list

    required property var conditions // see ModeDraft
    required property ModeWords words
    required property bool changeable
    property var errors: ({}) // of the fields of the rule, by name
    property string opened // path of the group whose rows are shown
    property var refused: null // path of the row whose last change exceeded a limit
    property string chosen // path of the condition that had the focus last
    readonly property string shown: opened && editor.isGroup(conditions, opened) ? opened : ""
    readonly property var rows: Array.from(editor.rows(conditions, shown))
    // The row of the condition that had the focus last, or of the first one. Null: all rows are groups.
    readonly property var current: rows.find((row) => row.type === "leaf" && row.path === chosen) ?? rows.find((row) => row.type === "leaf") ?? null
    readonly property Item focused: Window.activeFocusItem
    readonly property bool showsErrors: rows.some((row) => errorOf(row))

    signal changed(var conditions)

    function errorOf(row) {
        if (row.path === refused && row.type !== "add") {
            const end = rows[rows.length - 1]
            return end.room < 1 ? qsTr("A rule can have at most %1 conditions, including groups and negations.").arg(end.mostOfAll) : qsTr("Groups can't be nested more deeply.")
        }
        if (row.type !== "leaf" && !row.isFolded)
            return ""
        return errors["conditions" + (row.path ? "." + row.path.split("/").join(".") : "")] ?? ""
    }

    function changeClause(path, clause) {
        apply(path, editor.setClause(conditions, path, clause))
    }

    // Takes the result of an edit. Returns whether there is one.
    function apply(path, result) {
        refused = result.conditions ? null : path
        if (result.conditions)
            changed(result.conditions)
        return refused === null
    }

    // Takes the result of an edit that adds or moves a row. The focus goes there.
    function applyAndShow(path, result) {
        if (apply(path, result))
            Qt.callLater(list.focusOn, result.path)
    }

    function remove(row) {
        const at = rows.findIndex((each) => each.type === row.type && each.path === row.path)
        const top = shown
        const result = Object.assign({}, editor.remove(conditions, row.path))
        if (!apply(row.path, result))
            return
        // Without its last condition, the group that was shown is gone. Another one may have its path.
        if (top && !(result.path + "/").startsWith(top + "/"))
            opened = result.path
        Qt.callLater(list.focusRow, at)
    }

    function open(path) {
        opened = path
        Qt.callLater(list.focusRow, 0)
    }

    function focusOn(path) {
        const find = () => rows.findIndex((row) => row.type !== "add" && row.path === path)
        if (find() < 0)
            opened = editor.groupOf(path)
        focusRow(find())
    }

    function focusRow(at) {
        slots.itemAt(Math.max(0, Math.min(at, rows.length - 1)))?.["control"]?.takeFocus()
    }

    onFocusedChanged: {
        for (let item = focused; item; item = item.parent) {
            if (item instanceof ModeClause)
                chosen = item.row.path
        }
    }

    ConditionEditor {
        id: editor
    }
    ConditionMenu {
        id: menu
        onChosen: (result) => list.applyAndShow(row.path, result)
        onRemoveChosen: list.remove(row)
    }
    Button {
        objectName: "allConditionsButton"
        visible: list.shown !== ""
        flat: true
        icon.name: "go-previous"
        text: qsTr("Show all conditions")
        onClicked: list.open("")
    }
    Repeater {
        id: slots
        model: list.rows.length

        Item {
            id: slot

            required property int index
            readonly property var row: list.rows[index] ?? ({ type: "", path: "", depth: 0 })
            readonly property string error: list.errorOf(row)
            readonly property int indent: row.depth * Theme.huge
            readonly property Item control: leaves.count > 0 ? leaves.itemAt(0) : groups.count > 0 ? groups.itemAt(0) : ends.count > 0 ? ends.itemAt(0) : null

            width: list.width
            height: (control?.height ?? 0) + Theme.small

            Repeater {
                model: slot.row.depth

                Rectangle {
                    required property int index

                    anchors.left: slot.left
                    anchors.leftMargin: index * Theme.huge + Theme.tiny
                    width: 2
                    height: slot.height
                    color: Theme.divider
                }
            }
            // The one row of its type.
            Repeater {
                id: leaves
                model: slot.row.type === "leaf" ? 1 : 0

                ModeClause {
                    anchors.left: slot.left
                    anchors.leftMargin: slot.indent
                    width: slot.width - slot.indent
                    row: slot.row
                    words: list.words
                    changeable: list.changeable
                    error: slot.error
                    onChanged: (clause) => list.changeClause(row.path, clause)
                    onMenuAsked: (button) => menu.showAt(button, row, editor.actions(list.conditions, row.path))
                    onRemoved: list.remove(row)
                }
            }
            Repeater {
                id: groups
                model: slot.row.type === "group" ? 1 : 0

                ConditionGroup {
                    anchors.left: slot.left
                    anchors.leftMargin: slot.indent
                    width: slot.width - slot.indent
                    row: slot.row
                    words: list.words
                    changeable: list.changeable
                    error: slot.error
                    onChanged: (joint) => list.apply(row.path, editor.setJoint(list.conditions, row.path, joint))
                    onOpened: list.open(row.path)
                    onMenuAsked: (button) => menu.showAt(button, row, editor.actions(list.conditions, row.path))
                    onRemoved: list.remove(row)
                }
            }
            Repeater {
                id: ends
                model: slot.row.type === "add" && list.changeable ? 1 : 0

                ConditionEnd {
                    anchors.left: slot.left
                    anchors.leftMargin: slot.indent
                    width: slot.width - slot.indent
                    row: slot.row
                    onAdded: (grouped) => list.applyAndShow(row.path, editor.add(list.conditions, row.path, grouped))
                }
            }
        }
    }
}
