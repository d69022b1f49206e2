// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A call in a request log.
ItemDelegate {
    id: row

    required property string callId
    required property string method
    required property string path
    required property int status
    required property string code
    required property real durationMs
    required property date at

    padding: Theme.small
    Accessible.name: method + " " + path + " " + status + " " + code

    contentItem: RowLayout {
        spacing: Theme.medium

        Label {
            Layout.preferredWidth: 36
            text: row.status
            font.weight: Font.Bold
            color: row.status >= 500 ? Theme.danger : row.status >= 400 ? Theme.warning : Theme.success
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: row.method + " " + row.path
                elide: Text.ElideMiddle
                font.family: Theme.monospace
                font.pixelSize: Theme.chipText
            }
            Label {
                Layout.fillWidth: true
                visible: text
                text: row.code
                color: Theme.muted
                font.pixelSize: Theme.smallText
                elide: Text.ElideRight
            }
        }
        ColumnLayout {
            spacing: 2

            Label {
                Layout.alignment: Qt.AlignRight
                text: Times.recent(row.at)
                color: Theme.muted
                font.pixelSize: Theme.chipText
            }
            Label {
                Layout.alignment: Qt.AlignRight
                text: qsTr("%1 ms").arg(row.durationMs.toFixed(row.durationMs < 10 ? 1 : 0))
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
        }
    }
}
