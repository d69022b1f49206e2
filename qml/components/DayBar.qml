// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Moves from day to day. `day` has the form `YYYY-MM-DD`.
RowLayout {
    id: bar

    required property string day
    required property string today
    required property bool narrowed // the list is limited to this day
    required property int unread

    signal moved(string day)
    signal allChosen

    function neighbor(step) {
        const date = new Date(day + "T12:00:00")
        date.setDate(date.getDate() + step)
        return Times.isoDay(date)
    }

    function dayText() {
        if (day === today)
            return qsTr("Today")
        return new Date(day + "T12:00:00").toLocaleDateString(Times.region(), bar.width > 560 ? Locale.LongFormat : Locale.ShortFormat)
    }

    spacing: Theme.tiny

    ToolButton {
        objectName: "previousDayButton"
        icon.name: "go-previous"
        Accessible.name: qsTr("Previous day")
        onClicked: bar.moved(bar.neighbor(-1))
    }
    ToolButton {
        objectName: "nextDayButton"
        enabled: bar.day < bar.today
        icon.name: "go-next"
        Accessible.name: qsTr("Next day")
        onClicked: bar.moved(bar.neighbor(1))
    }
    Label {
        objectName: "dayLabel"
        text: bar.dayText()
        elide: Text.ElideRight
        font.weight: Font.Bold
    }
    Label {
        Layout.leftMargin: Theme.small
        Layout.fillWidth: true
        text: bar.unread > 0 ? qsTr("%n unread", "", bar.unread) : ""
        elide: Text.ElideRight
        color: Theme.accent
        font.pixelSize: Theme.chipText
    }
    Button {
        objectName: "allDaysButton"
        visible: bar.narrowed
        flat: true
        text: qsTr("All days")
        onClicked: bar.allChosen()
    }
    Button {
        objectName: "todayButton"
        visible: bar.day !== bar.today
        flat: true
        text: qsTr("Today")
        onClicked: bar.moved(bar.today)
    }
}
