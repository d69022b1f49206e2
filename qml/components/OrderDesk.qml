// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The orders of all accounts.
Item {
    id: desk

    required property Portal portal
    required property PlanDeskModel plans
    required property OrderWords words
    property var planChoices: []
    readonly property string everything: qsTr("All plans and apps")

    signal opened(string orderId)
    signal done(string text)

    function reload() {
        orders.reload()
    }

    // Rows are copies. They are read again when the model changes.
    function readPlans() {
        const all = [{ value: "", text: everything }]
        for (let row = 0; row < plans.count; ++row)
            all.push({ value: plans.get(row).retentionId, text: plans.get(row).name })
        planChoices = all
    }

    function statusChoices() {
        const all = [{ value: "", text: qsTr("All states") }]
        for (const status of words.statuses)
            all.push({ value: status, text: words.statusText(status) })
        return all
    }

    onEverythingChanged: readPlans() // in another language
    Component.onCompleted: readPlans()

    Connections {
        target: desk.plans
        function onCountChanged() { desk.readPlans() }
        function onStateChanged() { desk.readPlans() }
    }
    OrderDeskModel {
        id: orders
        portal: desk.portal
    }
    CsvFile {
        id: csv
        portal: desk.portal
        onSaved: (path) => desk.done(qsTr("Saved as %1").arg(path))
        onFailed: (reason) => desk.done(reason)
    }
    Flow {
        id: filters
        x: Theme.huge
        width: parent.width - 2 * Theme.huge
        spacing: Theme.small

        PickBox {
            objectName: "orderStatusBox"
            width: Math.max(Theme.scaled(210), fitting)
            choices: desk.statusChoices()
            value: orders.status
            Accessible.name: qsTr("State")
            onPicked: (value) => orders.status = value
        }
        PickBox {
            objectName: "orderPlanBox"
            width: Math.max(Theme.scaled(190), fitting)
            choices: desk.planChoices
            value: orders.retentionId
            Accessible.name: qsTr("Plan")
            onPicked: (value) => orders.retentionId = value
        }
        PickBox {
            objectName: "orderDaysBox"
            width: Math.max(Theme.scaled(170), fitting)
            choices: [{ value: "0", text: qsTr("Any time") }, { value: "1", text: qsTr("Last day") }, { value: "7", text: qsTr("Last week") }, { value: "30", text: qsTr("Last 30 days") }, { value: "365", text: qsTr("Last year") }]
            value: String(orders.days)
            Accessible.name: qsTr("Order date")
            onPicked: (value) => orders.days = Number(value)
        }
        Button {
            objectName: "ordersCsvButton"
            height: Theme.inputHeight // like the boxes beside it
            enabled: !csv.busy
            text: qsTr("Export as CSV")
            onClicked: csv.save("/retentions/orders", {
                status: orders.status, retention_id: orders.retentionId,
                from: orders.days > 0 ? new Date(Date.now() - orders.days * 86400000).toISOString() : ""
            }, "orders")
        }
    }
    StateView {
        anchors.fill: parent
        anchors.topMargin: filters.height + Theme.medium
        loadState: orders.state
        errorText: orders.errorText
        emptyIcon: "wallet-open"
        emptyTitle: qsTr("No matching orders")
        emptyText: qsTr("Orders of all accounts are listed here.")
        onRetry: orders.reload()

        CardGrid {
            list: orders
            least: 540

            delegate: OrderRow {
                objectName: "deskOrder" + index
                words: desk.words
                onClicked: desk.opened(orderId)
            }
        }
    }
}
