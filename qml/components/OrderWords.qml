// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What the server's words for plans and orders are called here.
QtObject {
    readonly property var statuses: ["pending", "paid", "failed", "cancelled", "refunded", "expired"]

    function money(amount, currency) {
        return currency + " " + Number(amount / 100).toLocaleString(Qt.locale(), "f", 2)
    }

    function periodText(period) {
        return { month: qsTr("a month"), year: qsTr("a year"), once: qsTr("once") }[period] ?? period
    }

    function statusText(status) {
        return {
            pending: qsTr("Waiting for the payment"), paid: qsTr("Paid"), failed: qsTr("Payment failed"),
            cancelled: qsTr("Cancelled"), refunded: qsTr("Paid back"), expired: qsTr("Expired")
        }[status] ?? status
    }

    // What it is to take an order there.
    function stepText(status) {
        return {
            paid: qsTr("Set as paid"), failed: qsTr("Set as failed"), cancelled: qsTr("Cancel the order"),
            refunded: qsTr("Set as paid back"), expired: qsTr("Let it expire")
        }[status] ?? status
    }

    // What follows from it.
    function consequence(status) {
        return {
            paid: qsTr("What was ordered is in force at once, as if the payment provider had told so."),
            failed: qsTr("The customer may try to pay again until the order expires."),
            cancelled: qsTr("It cannot be paid any more."),
            refunded: qsTr("What was ordered ends. The money itself goes back at the payment provider."),
            expired: qsTr("It cannot be paid any more.")
        }[status] ?? ""
    }

    function byText(by) {
        return {
            customer: qsTr("the customer"), payment_provider: qsTr("the payment provider"),
            management: qsTr("the management"), system: qsTr("the server")
        }[by] ?? by
    }

    function coverage(days, devices) {
        const kept = qsTr("Marks are kept for %n day(s)", "", days)
        return devices > 0 ? kept + " · " + qsTr("up to %n camera(s)", "", devices) : kept + " · " + qsTr("any number of cameras")
    }

    function historyText(history) {
        const steps = []
        for (const step of history)
            steps.push(statusText(step.status) + (step.reason ? " (" + step.reason + ")" : ""))
        return steps.join(" → ")
    }
}
