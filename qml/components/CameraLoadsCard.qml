// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The cameras by their state, and those that cost the servers most. Other accounts' cameras have IDs only.
Card {
    id: card

    required property ServerStatusModel status
    readonly property var totals: status.cameras
    readonly property var loads: status.loads

    title: qsTr("Cameras")
    padding: Theme.large

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        Fact { label: qsTr("Online"); text: Times.count(card.totals.online ?? 0) }
        Fact { label: qsTr("Offline"); text: Times.count(card.totals.offline ?? 0) }
        Fact { label: qsTr("With an error"); text: Times.count(card.totals.error ?? 0) }
    }
    Label {
        Layout.topMargin: Theme.small
        visible: card.loads.length > 0
        text: qsTr("Images searched for objects")
        font.weight: Font.Bold
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Repeater {
        model: card.loads.length

        ColumnLayout {
            id: row

            required property int index
            readonly property var load: card.loads[index] ?? { looks: 0, sheds: 0, recordingSheds: 0 }
            readonly property real share: load.sheds / Math.max(1, load.looks + load.sheds)

            objectName: "cameraLoad" + index
            Layout.fillWidth: true
            spacing: 2
            Accessible.role: Accessible.ListItem
            Accessible.name: name.text + ": " + numbers.text

            Label {
                id: name
                objectName: "cameraLoadName" + row.index
                Layout.fillWidth: true
                text: row.load.name || (row.load.deviceId ?? "")
                font.family: row.load.name ? Application.font.family : Theme.monospace
                font.pixelSize: row.load.name ? Theme.bodyText : Theme.smallText
                elide: Text.ElideMiddle
            }
            Label {
                id: numbers
                objectName: "cameraLoadNumbers" + row.index
                Layout.fillWidth: true
                text: {
                    const parts = [qsTr("%1 searched").arg(Times.count(row.load.looks)),
                                   row.load.sheds > 0 ? qsTr("%1 skipped (%2)").arg(Times.count(row.load.sheds)).arg(Times.percent(row.share, 1))
                                                      : qsTr("none skipped")]
                    if (row.load.recordingRefused)
                        parts.push(qsTr("not recorded"))
                    else if (row.load.recordingSheds > 0)
                        parts.push(qsTr("disk too slow %n time(s)", "", row.load.recordingSheds))
                    return parts.join(" · ")
                }
                color: row.load.recordingRefused ? Theme.danger : row.load.recordingSheds > 0 || row.share >= 0.01 ? Theme.warning : Theme.muted
                font.pixelSize: Theme.chipText
                wrapMode: Text.Wrap
            }
        }
    }
}
