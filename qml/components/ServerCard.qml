// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// One server: how it stands, its machine, and what it does.
Card {
    id: card

    required property var server // see ServerState
    required property bool alone // there is no other server
    required property bool stale // nobody knows how the server stands now
    required property ServerWords words
    readonly property var health: server.health ?? null
    readonly property var disks: health?.disks ?? []
    readonly property string standing: stale ? "unknown" : server.standing ?? ""
    readonly property bool running: standing === "running"

    padding: Theme.large

    GridLayout {
        Layout.fillWidth: true
        columns: name.implicitWidth + state.implicitWidth + Theme.medium > width ? 1 : 2
        columnSpacing: Theme.medium
        rowSpacing: Theme.small

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                id: name
                objectName: "serverName"
                Layout.fillWidth: true
                text: card.server.name ?? ""
                font.pixelSize: Theme.leadText
                font.weight: Font.Bold
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
            }
            Label {
                visible: card.server.thisServer === true && !card.alone
                text: qsTr("Answers this page")
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
        }
        Rectangle {
            id: state

            readonly property color tint: card.running ? Theme.success : card.stale ? Theme.warning : Theme.danger

            implicitWidth: word.implicitWidth + 30
            implicitHeight: Theme.compactHeight
            radius: height / 2
            color: card.running ? Theme.successSoft : card.stale ? Theme.warningSoft : Theme.dangerSoft

            Row {
                anchors.centerIn: parent
                spacing: 6

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: 7
                    height: 7
                    radius: 3.5
                    color: state.tint
                }
                Label {
                    id: word
                    objectName: "serverStanding"
                    text: card.words.standingText(card.standing)
                    color: state.tint
                    font.pixelSize: Theme.smallText
                    font.weight: Font.Bold
                }
            }
        }
    }
    Repeater {
        model: card.disks.length

        Column { // a layout would keep the height of a text that does not wrap any more
            id: entry

            required property int index
            readonly property var disk: card.disks[index] ?? { use: "data", freeBytes: 0, totalBytes: 0 }
            readonly property real used: disk.totalBytes > 0 ? 1 - disk.freeBytes / disk.totalBytes : 0

            Layout.fillWidth: true
            spacing: Theme.tiny

            Label {
                width: parent.width
                objectName: "diskText" + entry.index
                text: card.words.diskName(entry.disk.use) + " · " + card.words.diskText(entry.disk)
                wrapMode: Text.Wrap
            }
            Rectangle {
                width: parent.width
                height: 6
                radius: 3
                color: Theme.sunken
                Accessible.role: Accessible.ProgressBar
                Accessible.name: qsTr("%1 used").arg(Times.percent(entry.used, 0))

                Rectangle {
                    anchors.left: parent.left
                    width: Math.max(6, entry.used * parent.width)
                    height: parent.height
                    radius: 3
                    color: card.health?.diskFull ? Theme.danger : entry.used > 0.95 ? Theme.warning : Theme.accent
                }
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        Fact { label: qsTr("Recording"); text: card.health ? card.words.recordingText(card.health) : "" }
        Fact { label: qsTr("Cameras"); text: card.health ? Times.count(card.health.cameras) : "" }
        Fact { label: qsTr("Live viewers"); text: card.health ? Times.count(card.health.viewers) : "" }
        Fact { label: qsTr("Objects"); text: card.words.modelText(card.health?.analysis.objects) }
        Fact { label: qsTr("Faces"); text: card.words.modelText(card.health?.analysis.faces) }
        Fact {
            objectName: "analysisFact"
            label: qsTr("Images")
            text: card.health ? qsTr("%1 searched, %2 skipped, %3 waiting").arg(Times.count(card.health.analysis.looks))
                                .arg(Times.count(card.health.analysis.sheds)).arg(Times.count(card.health.analysis.waiting)) : ""
        }
        Fact { label: qsTr("Processor load"); text: card.health ? Times.percent(card.health.load, 0) : "" }
        Fact { label: qsTr("Memory"); text: card.health ? card.words.sizes.bytes(card.health.memoryBytes) : "" }
        Fact { label: qsTr("Started"); text: Times.moment(new Date(card.server.startedAt)) }
        Fact { label: qsTr("Version"); text: card.health?.version ?? "" }
    }
}
