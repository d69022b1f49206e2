// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Amounts of storage in words.
QtObject {
    function number(value, digits) {
        return Number(value).toLocaleString(Times.region(), "f", digits)
    }

    function bytes(count) {
        const units = ["kB", "MB", "GB", "TB"]
        let value = (count ?? 0) / 1000
        let unit = 0
        for (; value >= 1000 && unit < 3; ++unit)
            value /= 1000
        return number(value, value < 10 && unit > 0 ? 1 : 0) + " " + units[unit]
    }

    function forecast(days) {
        if (days === undefined || days === null)
            return ""
        return days < 1 ? qsTr("The storage is full within a day. Then the oldest recordings are deleted first.")
                        : qsTr("The storage is full in %n day(s). Then the oldest recordings are deleted first.", "", days)
    }
}
