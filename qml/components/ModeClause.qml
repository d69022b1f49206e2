// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Style

// Edits one condition of a rule as a part of the rule's sentence.
Column {
    id: clauseRow

    required property var row // a row of ConditionEditor
    required property ModeWords words
    required property bool changeable
    required property string error
    readonly property var clause: row.clause ?? ({ kind: "" })
    readonly property string number: row.number ?? ""

    signal changed(var clause)
    signal menuAsked(var button)
    signal removed

    function takeFocus() {
        kindBox.forceActiveFocus(Qt.TabFocusReason)
    }

    spacing: Theme.tiny
    Accessible.role: Accessible.Grouping
    Accessible.name: words.clauseText(clause)

    ClauseFields {
        id: fields
        clause: clauseRow.clause
        words: clauseRow.words
    }

    Item {
        width: clauseRow.width
        height: Math.max(flow.height, tools.height)

        Flow {
            id: flow
            anchors.left: parent.left
            width: parent.width - (tools.visible ? tools.width + Theme.small : 0)
            spacing: Theme.small

            Row { // keeps the words before the condition beside it
                spacing: Theme.small

                Label {
                    id: lead
                    visible: text
                    height: Theme.inputHeight
                    verticalAlignment: Text.AlignVCenter
                    text: clauseRow.words.leadText(clauseRow.row.lead ?? "")
                }
                Label {
                    id: negation
                    objectName: "clauseNot" + clauseRow.number
                    visible: clauseRow.row.isNegated ?? false
                    height: Theme.inputHeight
                    verticalAlignment: Text.AlignVCenter
                    font.weight: Font.Bold
                    text: qsTr("not", "a condition")
                }
                PickBox {
                    id: kindBox
                    objectName: "clauseKind" + clauseRow.number
                    room: flow.width - (lead.visible ? lead.width + flow.spacing : 0)
                          - (negation.visible ? negation.width + flow.spacing : 0)
                    width: widthInRoom
                    Accessible.name: qsTr("Condition")
                    choices: fields.kinds
                    value: clauseRow.clause.kind
                    onPicked: (value) => {
                        if (value !== clauseRow.clause.kind)
                            clauseRow.changed(fields.begun(value))
                    }
                }
            }
            Repeater {
                model: fields.entries.length

                Row { // keeps the preposition beside the zone
                    id: entryRow

                    required property int index
                    readonly property var entry: fields.entries[index] ?? ({ name: "", before: "", label: "", choices: [], value: "" })

                    spacing: Theme.small

                    Label {
                        id: before
                        visible: text
                        height: Theme.inputHeight
                        verticalAlignment: Text.AlignVCenter
                        text: entryRow.entry.before
                    }
                    PickBox {
                        objectName: entryRow.entry.name + clauseRow.number
                        room: flow.width - (before.visible ? before.width + flow.spacing : 0)
                        width: widthInRoom
                        Accessible.name: entryRow.entry.label
                        choices: entryRow.entry.choices
                        value: entryRow.entry.value
                        onPicked: (value) => {
                            if (value !== entryRow.entry.value)
                                clauseRow.changed(fields.withValue(entryRow.entry, value))
                        }
                    }
                }
            }
        }
        RowTools {
            id: tools
            anchors.right: parent.right
            visible: clauseRow.changeable
            number: "Clause" + clauseRow.number
            isRemovable: clauseRow.row.isRemovable ?? false
            removeText: qsTr("Remove condition")
            moreText: qsTr("More actions on the condition")
            onMenuAsked: (button) => clauseRow.menuAsked(button)
            onRemoved: clauseRow.removed()
        }
    }
    FieldError {
        width: clauseRow.width
        text: clauseRow.error
    }
}
