// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Translates the state of a camera and the server's reasons for it. A reason begins with its kind, before a colon.
QtObject {
    function stateText(state) {
        switch (state) {
        case "online": return qsTr("Online")
        case "offline": return qsTr("Offline")
        case "error": return qsTr("Error")
        case "stale": return qsTr("No new images")
        case "unknown": return qsTr("Unknown")
        default: return state
        }
    }

    function reasonText(reason) {
        switch ((reason ?? "").split(":")[0]) {
        case "connecting": return qsTr("Connecting…")
        case "Not reachable": return qsTr("Not reachable: check the address and that the camera is on")
        case "Connection refused": return qsTr("Connection refused: check the address and that the camera is on")
        case "Wrong credentials":
        case "Unauthorized": return qsTr("Wrong credentials: check the user name and the password")
        case "Not a stream": return qsTr("Not a stream: check the path and the format")
        default: return reason ?? ""
        }
    }
}
