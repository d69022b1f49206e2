// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The payment of one order: the amount, the payment page, and the receipt. Follows the order while it is paid.
Card {
    id: card

    required property Portal portal
    required property string orderId

    title: qsTr("Payment")

    OrderWords {
        id: words
    }
    PaymentDialog {
        id: payment
    }
    OrdersModel {
        id: orders
        portal: card.portal
        onReceiptSaved: (path) => saved.text = path ? qsTr("Saved as %1").arg(path) : qsTr("Can't save the receipt.")
    }

    Repeater {
        model: orders

        ColumnLayout {
            id: order

            required property int index
            required property string orderId
            required property string title
            required property var amount
            required property string currency
            required property string status
            required property var checkoutUrl

            Layout.fillWidth: true
            visible: order.orderId === card.orderId
            spacing: Theme.medium

            RowLayout {
                spacing: Theme.medium

                Label {
                    Layout.fillWidth: true
                    text: order.title
                    elide: Text.ElideRight
                    font.weight: Font.Bold
                }
                Label {
                    text: words.money(order.amount, order.currency)
                }
                Label {
                    objectName: order.visible ? "purchaseStatus" : ""
                    text: words.statusText(order.status)
                    color: order.status === "paid" ? Theme.success : Theme.text
                    font.weight: Font.Bold
                }
            }
            Label {
                Layout.fillWidth: true
                text: order.status === "paid" ? qsTr("The app is active.") : qsTr("The app becomes active once the order is paid.")
                color: Theme.muted
                wrapMode: Text.Wrap
            }
            RowLayout {
                spacing: Theme.small

                Button {
                    objectName: order.visible ? "purchasePayButton" : ""
                    visible: Boolean(order.checkoutUrl)
                    highlighted: true
                    text: qsTr("Pay")
                    onClicked: payment.pay(order.checkoutUrl)
                }
                Button {
                    objectName: order.visible ? "purchaseReceiptButton" : ""
                    visible: order.amount > 0 && order.status === "paid"
                    enabled: !orders.busy
                    text: qsTr("Receipt")
                    icon.name: "document-save"
                    onClicked: orders.saveReceipt(order.index)
                }
            }
        }
    }
    BusyIndicator {
        visible: orders.state === LoadState.Loading
        Layout.alignment: Qt.AlignHCenter
        Accessible.name: qsTr("Loading")
    }
    Label {
        id: saved
        objectName: "purchaseSavedLabel"
        Layout.fillWidth: true
        visible: text
        color: Theme.muted
        wrapMode: Text.WrapAnywhere
    }
    ErrorNote {
        text: orders.errorText
    }
    Button {
        visible: orders.state === LoadState.Failed
        text: qsTr("Try again")
        onClicked: orders.reload()
    }
}
