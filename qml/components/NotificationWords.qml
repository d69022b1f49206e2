// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What the server's words for notifications and their deliveries are called here.
QtObject {
    readonly property var types: ["camera.lost", "camera.found", "camera.changed", "mark.opened", "mark.updated", "mark.closed", "order.paid",
        "trial.ending", "key.rotated", "face.analyzed", "announcement"]

    function typeText(type) {
        return {
            "camera.lost": qsTr("A camera is lost"), "camera.found": qsTr("A camera is back"),
            "camera.changed": qsTr("A camera has changed"), "mark.opened": qsTr("Something is seen"),
            "mark.updated": qsTr("It is seen more clearly"), "mark.closed": qsTr("It is over"),
            "order.paid": qsTr("An order is paid"), "trial.ending": qsTr("A trial ends soon"),
            "key.rotated": qsTr("An app's key was replaced"), "face.analyzed": qsTr("A picture was looked at for faces"),
            "announcement": qsTr("Announcement"), "digest": qsTr("Several at once"), "test": qsTr("A test")
        }[type] ?? type
    }

    function stateText(state) {
        return {
            pending: qsTr("Waiting"), delivered: qsTr("Delivered"), failed: qsTr("Given up"), digested: qsTr("Sent with others")
        }[state] ?? state
    }

    function kindText(kind) {
        return kind === "webhook" ? qsTr("Web hook") : qsTr("E-mail")
    }

    // How one attempt went.
    function attemptText(attempt) {
        if (attempt.error)
            return attempt.error
        return attempt.status > 0 ? qsTr("HTTP %1").arg(attempt.status) : qsTr("Handed over")
    }
}
