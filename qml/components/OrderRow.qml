// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// An order in a list of orders.
CardEntry {
    id: row

    required property OrderWords words
    required property string orderId
    required property string title
    required property var amount
    required property string currency
    required property string status
    required property var createdAt

    Accessible.name: title + " " + words.statusText(status)

    contentItem: RowLayout {
        spacing: Theme.medium

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.tiny

            Label {
                Layout.fillWidth: true
                text: row.title
                elide: Text.ElideRight
                font.weight: Font.Bold
            }
            Label {
                Layout.fillWidth: true
                text: Times.moment(new Date(row.createdAt)) + " · " + row.orderId
                elide: Text.ElideRight
                color: Theme.muted
                font.pixelSize: Theme.chipText
            }
        }
        ColumnLayout {
            spacing: Theme.tiny

            Label {
                Layout.alignment: Qt.AlignRight
                text: row.words.money(row.amount, row.currency)
            }
            Label {
                Layout.alignment: Qt.AlignRight
                text: row.words.statusText(row.status)
                color: row.status === "paid" ? Theme.success : row.status === "pending" ? Theme.warning : Theme.muted
                font.pixelSize: Theme.chipText
                font.weight: Font.Bold
            }
        }
    }
}
