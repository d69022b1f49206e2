// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The plans for sale, and the account's orders.
Page {
    id: page

    required property Portal portal
    property alias tab: tabs.current

    signal back

    header: PageHeader {
        title: qsTr("Plans")
        canGoBack: true
        onBack: page.back()
    }

    OrderWords {
        id: words
    }
    PlansModel {
        id: plans
        portal: page.portal
        onOrdered: (checkoutUrl) => {
            if (checkoutUrl)
                payment.pay(checkoutUrl)
            tabs.current = 1
        }
    }
    OrdersModel {
        id: orders
        portal: page.portal
        onFeedbackChanged: if (errorText)
            toast.show(errorText)
        onReceiptSaved: (path) => toast.show(path ? qsTr("Saved as %1").arg(path) : qsTr("Can't save the receipt."))
    }

    PageTabs {
        id: tabs
        x: Theme.huge
        width: parent.width - 2 * Theme.huge
        titles: [qsTr("Plans"), qsTr("Orders")]
    }

    StateView {
        anchors.fill: parent
        anchors.topMargin: tabs.height + Theme.medium
        visible: tabs.current === 0
        loadState: plans.state
        errorText: plans.errorText
        emptyIcon: "wallet-open"
        emptyTitle: qsTr("No plans available")
        emptyText: qsTr("This server keeps all data for every account.")
        onRetry: plans.reload()

        CardGrid {
            list: plans
            least: 480

            delegate: CardFrame {
                id: plan

                required property int index
                required property string retentionId
                required property string name
                required property string description
                required property var days
                required property var devices
                required property var price
                required property string period
                required property bool inForce

                border.color: plan.inForce ? Theme.accent : Theme.divider

                RowLayout {
                    spacing: Theme.large

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: Theme.tiny

                        Label {
                            objectName: "planName" + plan.index
                            Layout.fillWidth: true
                            text: plan.name
                            elide: Text.ElideRight
                            font.pixelSize: Theme.leadText
                            font.weight: Font.Bold
                        }
                        Label {
                            Layout.fillWidth: true
                            visible: plan.description
                            text: plan.description
                            wrapMode: Text.Wrap
                            color: Theme.muted
                        }
                        Label {
                            Layout.fillWidth: true
                            text: words.coverage(plan.days, plan.devices)
                            wrapMode: Text.Wrap
                        }
                    }
                    ColumnLayout {
                        spacing: Theme.tiny

                        Label {
                            Layout.alignment: Qt.AlignRight
                            text: words.money(plan.price.amount, plan.price.currency)
                            font.pixelSize: Theme.leadText
                            font.weight: Font.Bold
                        }
                        Label {
                            Layout.alignment: Qt.AlignRight
                            text: words.periodText(plan.period)
                            color: Theme.muted
                            font.pixelSize: Theme.smallText
                        }
                    }
                    Button {
                        objectName: "orderButton" + plan.index
                        enabled: !plans.busy
                        highlighted: !plan.inForce
                        text: plan.inForce ? qsTr("Renew") : qsTr("Order")
                        Accessible.name: qsTr("Order %1").arg(plan.name)
                        onClicked: ordering.ask(plan.retentionId, plan.name, words.money(plan.price.amount, plan.price.currency) + " " + words.periodText(plan.period))
                    }
                }
            }
        }
    }

    StateView {
        anchors.fill: parent
        anchors.topMargin: tabs.height + Theme.medium
        visible: tabs.current === 1
        loadState: orders.state
        errorText: orders.errorText
        emptyIcon: "wallet-open"
        emptyTitle: qsTr("No orders yet")
        emptyText: qsTr("Your orders are listed here with their history and receipts.")
        onRetry: orders.reload()

        CardGrid {
            list: orders
            least: 540

            delegate: CardFrame {
                id: order

                required property int index
                required property string orderId
                required property string title
                required property var amount
                required property string currency
                required property string status
                required property date createdAt
                required property var checkoutUrl
                required property var history

                RowLayout {
                    spacing: Theme.large

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: Theme.tiny

                        Label {
                            Layout.fillWidth: true
                            text: order.title
                            elide: Text.ElideRight
                            font.pixelSize: Theme.leadText
                            font.weight: Font.Bold
                        }
                        Label {
                            Layout.fillWidth: true
                            text: words.money(order.amount, order.currency) + " · "
                                  + Times.moment(order.createdAt)
                            elide: Text.ElideRight
                            color: Theme.muted
                        }
                        Label {
                            Layout.fillWidth: true
                            visible: order.history.length > 1 || Boolean(order.history[0]?.reason) // else it is the state
                            text: words.historyText(order.history)
                            wrapMode: Text.Wrap
                            color: Theme.muted
                            font.pixelSize: Theme.smallText
                        }
                    }
                    Label {
                        objectName: "orderStatus" + order.index
                        text: words.statusText(order.status)
                        font.weight: Font.Bold
                        color: order.status === "paid" ? Theme.success : Theme.text
                    }
                    Button {
                        objectName: "payButton" + order.index
                        visible: Boolean(order.checkoutUrl)
                        highlighted: true
                        text: qsTr("Pay")
                        onClicked: payment.pay(order.checkoutUrl)
                    }
                    Button {
                        objectName: "receiptButton" + order.index
                        visible: order.amount > 0 && (order.status === "paid" || order.status === "refunded")
                        enabled: !orders.busy
                        text: qsTr("Receipt")
                        icon.name: "document-save"
                        onClicked: orders.saveReceipt(order.index)
                    }
                    Button {
                        objectName: "creditNoteButton" + order.index
                        visible: order.amount > 0 && order.status === "refunded"
                        enabled: !orders.busy
                        text: qsTr("Credit note")
                        icon.name: "document-save"
                        onClicked: orders.saveCreditNote(order.index)
                    }
                }
            }
        }
    }

    ConfirmDialog {
        id: ordering

        property string retentionId

        function ask(id, name, price) {
            retentionId = id
            title = qsTr("Order %1?").arg(name)
            question = qsTr("You order %1 for %2. The payment page opens next.").arg(name).arg(price)
            open()
        }

        parent: T.Overlay.overlay
        dangerous: false
        title: ""
        question: ""
        action: qsTr("Order")
        onConfirmed: plans.order(retentionId)
    }
    PaymentDialog {
        id: payment
    }
    Toast {
        id: toast
    }
}
