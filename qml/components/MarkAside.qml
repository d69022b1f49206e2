// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Why a mark was made, beside the player.
Rectangle {
    id: aside

    required property MarkModel mark
    readonly property bool ready: mark.loadState === LoadState.Ready

    signal stepped(bool forward)
    signal opened
    signal closed

    color: Theme.surface
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Mark")

    MarkNames {
        id: names
    }
    Rectangle {
        width: 1
        height: parent.height
        color: Theme.divider
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.large
        spacing: Theme.medium

        RowLayout {
            spacing: 0

            Label {
                objectName: "asideTitle"
                Layout.fillWidth: true
                text: aside.ready ? names.labelText(aside.mark.label) : ""
                elide: Text.ElideRight
                font.pixelSize: Theme.leadText
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            ToolButton {
                icon.name: "go-previous"
                Accessible.name: qsTr("Previous mark")
                onClicked: aside.stepped(false)
            }
            ToolButton {
                icon.name: "go-next"
                Accessible.name: qsTr("Next mark")
                onClicked: aside.stepped(true)
            }
            ToolButton {
                objectName: "closeAsideButton"
                icon.name: "list-add"
                rotation: 45
                Accessible.name: qsTr("Close")
                onClicked: aside.closed()
            }
        }
        ErrorNote {
            text: aside.ready ? "" : aside.mark.errorText
        }
        ColumnLayout {
            visible: aside.ready
            spacing: Theme.small

            Fact {
                label: qsTr("Camera")
                text: aside.mark.deviceName
            }
            Fact {
                label: qsTr("Start")
                text: Times.moment(aside.mark.startedAt)
            }
            Fact {
                label: qsTr("Duration")
                text: aside.mark.state === "open" ? qsTr("Ongoing") : Times.span((aside.mark.endedAt - aside.mark.startedAt) / 1000)
            }
            Fact {
                visible: aside.mark.score > 0
                label: qsTr("Score")
                text: Number(aside.mark.score).toLocaleString(Times.region(), "f", 2)
            }
        }
        Label {
            Layout.topMargin: Theme.small
            visible: aside.ready && reason.text
            text: qsTr("Why this mark")
            font.weight: Font.Bold
        }
        Label {
            id: reason
            objectName: "asideReason"
            Layout.fillWidth: true
            visible: aside.ready && text
            text: names.reasonLines(aside.mark.reason).join("\n")
            wrapMode: Text.Wrap
            color: Theme.soft
            lineHeight: 1.25
        }
        Item {
            Layout.fillHeight: true
        }
        Button {
            objectName: "openMarkButton"
            Layout.fillWidth: true
            visible: aside.ready
            text: qsTr("Open mark")
            icon.name: "flag"
            onClicked: aside.opened()
        }
    }
}
