// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Names what a camera records, by the modes of CaptureMode in the API.
QtObject {
    readonly property var modes: ["off", "continuous", "on_mark", "schedule"]

    function text(mode) {
        switch (mode) {
        case "off": return qsTr("Off")
        case "continuous": return qsTr("Continuous")
        case "on_mark": return qsTr("On mark")
        case "schedule": return qsTr("Schedule")
        default: return mode
        }
    }
}
