// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The head of a group of conditions: how many of the conditions below it must be met. A folded group also describes
// its conditions, which are not shown below it.
Column {
    id: group

    required property var row // a row of ConditionEditor
    required property ModeWords words
    required property bool changeable
    required property string error
    readonly property bool isFolded: row.isFolded ?? false
    readonly property string number: row.number ?? ""

    signal changed(string joint)
    signal opened
    signal menuAsked(var button)
    signal removed

    function takeFocus() {
        jointBox.forceActiveFocus(Qt.TabFocusReason)
    }

    spacing: Theme.tiny
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Group of conditions")

    Item {
        width: group.width
        height: Math.max(flow.height, tools.height)

        Flow {
            id: flow
            anchors.left: parent.left
            width: parent.width - (tools.visible ? tools.width + Theme.small : 0)
            spacing: Theme.small

            Row {
                spacing: Theme.small

                Label {
                    id: lead
                    visible: text
                    height: Theme.inputHeight
                    verticalAlignment: Text.AlignVCenter
                    text: group.words.leadText(group.row.lead ?? "")
                }
                PickBox {
                    id: jointBox
                    objectName: "groupJoint" + group.number
                    room: flow.width - (lead.visible ? lead.width + flow.spacing : 0)
                    width: widthInRoom
                    Accessible.name: qsTr("Conditions that must be met")
                    choices: [{ value: "any", text: qsTr("any of these") }, { value: "all", text: qsTr("all of these") },
                              { value: "none", text: qsTr("none of these") }, { value: "notAll", text: qsTr("not all of these") }]
                    value: group.row.joint ?? "any"
                    onPicked: (value) => group.changed(value)
                }
            }
            Button {
                objectName: "openGroup" + group.number
                visible: group.isFolded
                height: Theme.inputHeight
                flat: true
                icon.name: "go-next"
                text: qsTr("Show %n condition(s)", "", group.row.count ?? 0)
                onClicked: group.opened()
            }
        }
        RowTools {
            id: tools
            anchors.right: parent.right
            visible: group.changeable && group.row.path !== "" // the whole tree has no other place
            number: "Group" + group.number
            isRemovable: group.row.isRemovable ?? false
            removeText: qsTr("Remove group")
            moreText: qsTr("More actions on the group")
            onMenuAsked: (button) => group.menuAsked(button)
            onRemoved: group.removed()
        }
    }
    Label {
        objectName: "foldedGroup" + group.number
        width: group.width
        visible: group.isFolded
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        color: Theme.muted
        text: group.isFolded ? group.words.treeText(group.row.conditions, false) : ""
    }
    FieldError {
        width: group.width
        text: group.error
    }
}
