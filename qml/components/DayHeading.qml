// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The heading above the marks of a day: "Today", "Yesterday", or the date.
Label {
    required property date day
    required property string today // YYYY-MM-DD

    function dayText() {
        const noon = new Date(today + "T12:00:00")
        if (day.toDateString() === noon.toDateString())
            return qsTr("Today")
        noon.setDate(noon.getDate() - 1)
        if (day.toDateString() === noon.toDateString())
            return qsTr("Yesterday")
        return day.toLocaleDateString(Times.region(), Locale.LongFormat)
    }

    text: dayText()
    color: Theme.muted
    font.pixelSize: Theme.chipText
    font.weight: Font.Bold
}
