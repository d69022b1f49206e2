// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What all servers share: the database, mail, and background jobs.
ColumnLayout {
    id: cards

    required property ServerStatusModel status
    required property ServerWords words
    readonly property var mail: status.mail
    readonly property var jobs: status.jobs
    readonly property var database: status.database

    spacing: Theme.large

    Card {
        Layout.fillWidth: true
        title: qsTr("Mail")
        padding: Theme.large

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.small

            Fact {
                label: qsTr("Delivery")
                text: cards.mail.delivery === "smtp" ? qsTr("By a mail server") : qsTr("Kept in a folder: no mail server is set")
            }
            Fact { label: qsTr("Text messages"); text: cards.mail.sendsText ? qsTr("By a gateway") : qsTr("No gateway is set") }
            Fact { label: qsTr("Waiting"); text: Times.count(cards.mail.waiting ?? 0) }
            Fact { label: qsTr("Failed"); text: Times.count(cards.mail.failed ?? 0) }
        }
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Background jobs")
        padding: Theme.large

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.small

            Fact { label: qsTr("Running"); text: Times.count(cards.jobs.running ?? 0) }
            Fact { label: qsTr("Waiting"); text: Times.count(cards.jobs.waiting ?? 0) }
            Fact { label: qsTr("Failed"); text: Times.count(cards.jobs.failed ?? 0) }
            Repeater {
                model: cards.jobs.failedKinds ?? []

                Label {
                    required property var modelData

                    Layout.fillWidth: true
                    text: modelData.kind + ": " + Times.count(modelData.failed)
                    color: Theme.muted
                    font.family: Theme.monospace
                    font.pixelSize: Theme.smallText
                    elide: Text.ElideRight
                }
            }
        }
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Database")
        padding: Theme.large

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.small

            Fact { label: qsTr("Kind"); text: cards.database.engine === "postgresql" ? "PostgreSQL" : "SQLite" }
            Fact { label: qsTr("Version"); text: cards.database.version ?? "" }
            Fact { label: qsTr("Size"); text: cards.words.sizes.bytes(cards.database.bytes) }
        }
    }
}
