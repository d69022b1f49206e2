// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Translates the API's terms for notifications and deliveries.
QtObject {
    id: words

    readonly property MarkNames markNames: MarkNames { }
    readonly property var types: ["camera.lost", "camera.found", "camera.changed", "mark.opened", "mark.updated", "mark.closed", "order.paid",
        "trial.ending", "key.rotated", "face.analyzed", "announcement"]

    function typeText(type) {
        return {
            "camera.lost": qsTr("Camera offline"), "camera.found": qsTr("Camera back online"),
            "camera.changed": qsTr("Camera changed"), "mark.opened": qsTr("Mark started"),
            "mark.updated": qsTr("Mark updated"), "mark.closed": qsTr("Mark ended"),
            "order.paid": qsTr("Order paid"), "trial.ending": qsTr("Trial ending soon"),
            "key.rotated": qsTr("App key replaced"), "face.analyzed": qsTr("Face analysis finished"),
            "announcement": qsTr("Announcement"), "digest": qsTr("Summary"), "test": qsTr("Test")
        }[type] ?? type
    }

    // Returns the headline of an inbox entry: what happened, and at which camera.
    function headline(type, title, camera) {
        switch (type) {
        case "camera.lost": return qsTr("%1 went offline").arg(title)
        case "camera.found": return qsTr("%1 is back online").arg(title)
        case "camera.changed": return qsTr("%1 was changed").arg(title)
        case "mark.opened": return camera ? qsTr("%1 detected at %2").arg(words.markNames.labelText(title)).arg(camera) : typeText(type)
        case "mark.closed": return camera ? qsTr("%1 ended at %2").arg(words.markNames.labelText(title)).arg(camera) : typeText(type)
        default: return typeText(type)
        }
    }

    function stateText(state) {
        return {
            pending: qsTr("Pending"), delivered: qsTr("Delivered"), failed: qsTr("Failed"), digested: qsTr("Sent in a summary")
        }[state] ?? state
    }

    function kindText(kind) {
        return kind === "webhook" ? qsTr("Webhook") : qsTr("Email")
    }

    // Describes the result of one attempt.
    function attemptText(attempt) {
        if (attempt.error)
            return attempt.error
        return attempt.status > 0 ? qsTr("HTTP %1").arg(attempt.status) : qsTr("Queued for sending")
    }
}
