// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Translates the API's terms for plans and orders.
QtObject {
    readonly property var statuses: ["pending", "paid", "failed", "cancelled", "refunded", "expired"]

    // The currencies whose smallest unit is not a hundredth (ISO 4217).
    readonly property string withoutDigits: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
    readonly property string withThreeDigits: "BHD IQD JOD KWD LYD OMR TND"

    // The number of digits after the point. Amounts are in the smallest unit.
    function digits(currency) {
        return withoutDigits.includes(currency) ? 0 : withThreeDigits.includes(currency) ? 3 : 2
    }

    function money(amount, currency) {
        const places = digits(currency)
        return currency + " " + Number(amount / Math.pow(10, places)).toLocaleString(Times.region(), "f", places)
    }

    function periodText(period) {
        return { month: qsTr("per month"), year: qsTr("per year"), once: qsTr("one-time") }[period] ?? period
    }

    function statusText(status) {
        return {
            pending: qsTr("Awaiting payment"), paid: qsTr("Paid"), failed: qsTr("Payment failed"),
            cancelled: qsTr("Canceled"), refunded: qsTr("Refunded"), expired: qsTr("Expired")
        }[status] ?? status
    }

    // Names the action that moves an order to this status.
    function stepText(status) {
        return {
            paid: qsTr("Mark as paid"), failed: qsTr("Mark as failed"), cancelled: qsTr("Cancel order"),
            refunded: qsTr("Mark as refunded"), expired: qsTr("Mark as expired")
        }[status] ?? status
    }

    // Describes the effect of that action.
    function consequence(status) {
        return {
            paid: qsTr("The purchase takes effect immediately, as if the payment provider had confirmed the payment."),
            failed: qsTr("The customer can try to pay again until the order expires."),
            cancelled: qsTr("The order can no longer be paid."),
            refunded: qsTr("The purchase ends. Return the money through the payment provider."),
            expired: qsTr("The order can no longer be paid.")
        }[status] ?? ""
    }

    function byText(by) {
        return {
            customer: qsTr("the customer"), payment_provider: qsTr("the payment provider"),
            management: qsTr("an administrator"), system: qsTr("the server")
        }[by] ?? by
    }

    function coverage(days, devices) {
        const kept = qsTr("Marks kept for %n day(s)", "", days)
        return devices > 0 ? kept + " · " + qsTr("up to %n camera(s)", "", devices) : kept + " · " + qsTr("unlimited cameras")
    }

    function historyText(history) {
        const steps = []
        for (const step of history)
            steps.push(statusText(step.status) + (step.reason ? " (" + step.reason + ")" : ""))
        return steps.join(" → ")
    }
}
