// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The checklist of the first day. A step is done when the account has what it is about.
Card {
    id: card

    required property Portal portal
    required property CamerasModel cameras
    property bool called: false // an app of the account has called the API
    // The lists have been read once. While they are read again, the card stays.
    property bool known: false
    readonly property bool read: cameras.state !== LoadState.Loading && modes.state !== LoadState.Loading && marks.state !== LoadState.Loading
                                  && (zones.loaded || zones.errorText !== "") && apps.state !== LoadState.Loading
    readonly property var steps: [
        { id: "camera", text: qsTr("Add a camera"), detail: firstCamera(), done: cameras.count > 0 },
        { id: "zone", text: qsTr("Draw a zone"), detail: zones.zones[0]?.name ?? "", done: zones.zones.length > 0 },
        { id: "rule", text: qsTr("Write a rule"), detail: ownRule(), done: ownRule() !== "" },
        { id: "mark", text: qsTr("See the first mark"), detail: firstMark(), done: firstMark() !== "" },
        { id: "call", text: qsTr("Make the first API call"), detail: "", done: called }
    ]
    readonly property int doneCount: steps.filter((step) => step.done).length
    readonly property var next: steps.find((step) => !step.done) ?? null

    signal stepChosen(string step)
    signal over // all is done, or the user hides the list

    function ownRule() {
        for (let row = 0; row < modes.count; ++row) {
            const mode = modes.get(row)
            if (mode.accountId)
                return mode.name
        }
        return ""
    }

    function firstCamera() {
        let first = null
        for (let row = 0; row < cameras.count; ++row) {
            const camera = cameras.get(row)
            if (!first || camera.createdAt < first.createdAt)
                first = camera
        }
        return first ? first.name : ""
    }

    function firstMark() {
        const mark = marks.count > 0 ? marks.get(0) : null
        return mark ? Times.recent(mark.startedAt) : ""
    }

    padding: Theme.large
    visible: known
    onReadChanged: if (read)
        known = true
    onDoneCountChanged: if (known && doneCount === steps.length)
        over()

    ModesModel {
        id: modes
        portal: card.portal
    }
    MarksModel {
        id: marks
        portal: card.portal
        oldestFirst: true // the first page of the list has the first mark
    }
    ZoneNames {
        id: zones
        portal: card.portal
    }
    AppsModel {
        id: apps
        portal: card.portal
    }
    Instantiator {
        id: usages
        model: apps
        delegate: UsageModel {
            portal: card.portal
            onTotalsChanged: if (calls > 0)
                card.called = true
        }
    }
    // Calls are counted by the server alone.
    Timer {
        interval: 15000
        repeat: true
        running: card.visible && !card.called
        onTriggered: {
            apps.reload()
            for (let i = 0; i < usages.count; ++i)
                usages.objectAt(i).reload()
        }
    }

    RowLayout {
        Layout.fillWidth: true

        Label {
            Layout.fillWidth: true
            text: qsTr("First day")
            font.pixelSize: Theme.leadText
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Label {
            objectName: "firstDayCount"
            text: qsTr("%1 of %2").arg(card.doneCount).arg(card.steps.length)
            color: Theme.muted
            font.pixelSize: Theme.smallText
        }
        Button {
            objectName: "hideFirstDayButton"
            compact: true
            flat: true
            text: qsTr("Hide")
            Accessible.name: qsTr("Hide the checklist")
            onClicked: card.over()
        }
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 4
        radius: 2
        color: Theme.sunken

        Rectangle {
            width: parent.width * card.doneCount / card.steps.length
            height: parent.height
            radius: 2
            color: Theme.accent
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Repeater {
            model: card.steps.length

            ItemDelegate {
                id: row

                required property int index
                readonly property var step: card.steps[index]

                objectName: "firstDay-" + step.id
                Layout.fillWidth: true
                leftPadding: 0
                rightPadding: 0
                text: step.text
                Accessible.name: text
                Accessible.description: step.done ? qsTr("done") : qsTr("to do")
                onClicked: card.stepChosen(step.id)

                contentItem: RowLayout {
                    spacing: Theme.medium

                    Rectangle {
                        implicitWidth: 20
                        implicitHeight: 20
                        radius: 10
                        color: row.step.done ? Theme.accent : "transparent"
                        border.width: row.step.done ? 0 : 2
                        border.color: Theme.outline

                        Symbol {
                            anchors.centerIn: parent
                            visible: row.step.done
                            name: "dialog-ok"
                            size: 16
                            color: Theme.accentInk
                        }
                    }
                    Label {
                        Layout.fillWidth: true
                        text: row.step.text
                        elide: Text.ElideRight
                        color: row.step.done ? Theme.soft : Theme.text
                        font.weight: card.next?.id === row.step.id ? Font.Bold : Font.Normal
                    }
                    Label {
                        Layout.maximumWidth: row.width / 2
                        text: row.step.detail
                        elide: Text.ElideRight
                        color: Theme.muted
                        font.pixelSize: Theme.smallText
                    }
                }
            }
        }
    }
}
