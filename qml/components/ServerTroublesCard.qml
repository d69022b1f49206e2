// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What needs attention, the worst first, or that nothing does.
Card {
    id: card

    required property ServerStatusModel status
    required property ServerWords words
    readonly property var troubles: status.troubles
    readonly property int count: troubles.length
    readonly property bool stale: status.problem !== ""
    readonly property bool calm: troubles.every((trouble) => trouble.severity === "info")

    visible: !stale || count > 0
    title: calm ? "" : qsTr("Needs attention")
    padding: Theme.large

    RowLayout {
        Layout.fillWidth: true
        visible: card.calm && !card.stale
        spacing: Theme.medium

        Symbol {
            name: "dialog-ok"
            size: 24
            color: Theme.success
        }
        Label {
            objectName: "allWellLabel"
            Layout.fillWidth: true
            text: card.status.servers.length > 1 ? qsTr("All servers work.") : qsTr("The server works.")
            font.pixelSize: Theme.leadText
            font.weight: Font.Bold
            wrapMode: Text.Wrap
        }
    }
    Repeater {
        model: card.count

        RowLayout {
            id: row

            required property int index
            readonly property var trouble: card.troubles[index] ?? ({})
            readonly property color tint: trouble.severity === "danger" ? Theme.danger : trouble.severity === "warning" ? Theme.warning : Theme.info

            objectName: "trouble" + index
            Layout.fillWidth: true
            spacing: Theme.medium
            Accessible.role: trouble.severity === "info" ? Accessible.ListItem : Accessible.AlertMessage
            Accessible.name: sentence.text

            Symbol {
                Layout.alignment: Qt.AlignTop
                name: row.trouble.severity === "info" ? "dialog-information" : "dialog-warning"
                color: row.tint
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Label {
                    id: sentence
                    objectName: "troubleText" + row.index
                    Layout.fillWidth: true
                    text: card.words.troubleText(row.trouble)
                    color: row.trouble.severity === "info" ? Theme.text : row.tint
                    font.weight: row.trouble.severity === "info" ? Font.Normal : Font.Bold
                    wrapMode: Text.Wrap
                }
                Label {
                    Layout.fillWidth: true
                    text: card.words.adviceText(row.trouble)
                    color: Theme.muted
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
