// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// An order in a list of orders.
ItemDelegate {
    id: row

    required property OrderWords words
    required property var order

    padding: Theme.large
    Accessible.name: order.title + " " + words.statusText(order.status)

    background: Rectangle {
        radius: Theme.cardRadius
        color: row.hovered ? Theme.hover : Theme.surface
        border.color: row.visualFocus ? Theme.accent : Theme.line
        border.width: row.visualFocus ? 2 : 1
    }
    contentItem: RowLayout {
        spacing: Theme.medium

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.tiny

            Label {
                Layout.fillWidth: true
                text: row.order.title
                elide: Text.ElideRight
                font.weight: Font.Medium
            }
            Label {
                Layout.fillWidth: true
                text: Times.moment(new Date(row.order.createdAt)) + " · " + row.order.orderId
                elide: Text.ElideRight
                color: Theme.muted
                font.pixelSize: 13
            }
        }
        ColumnLayout {
            spacing: Theme.tiny

            Label {
                Layout.alignment: Qt.AlignRight
                text: row.words.money(row.order.amount, row.order.currency)
            }
            Label {
                Layout.alignment: Qt.AlignRight
                text: row.words.statusText(row.order.status)
                color: row.order.status === "paid" ? Theme.accent : row.order.status === "pending" ? Theme.warning : Theme.muted
                font.pixelSize: 13
                font.weight: Font.Medium
            }
        }
    }
}
