// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The title of the timeline, its day, its cameras, and the kinds of marks.
PageHeader {
    id: header

    required property var rows // of a list of cameras
    required property string chosen // the only camera that is shown; empty: all
    required property TimelineKeys keys
    required property double middle // of the timeline, milliseconds since the epoch
    required property bool canGoOn // there is a later day
    property alias hiddenKinds: kinds.hidden

    signal moved(double middle)
    signal cameraChosen(string deviceId) // empty: all

    function moveDays(days) {
        const day = new Date(middle)
        day.setDate(day.getDate() + days)
        moved(day.getTime())
    }

    title: qsTr("Timeline")

    ToolButton {
        objectName: "previousDayButton"
        icon.name: "go-previous"
        Accessible.name: qsTr("Previous day")
        onClicked: header.moveDays(-1)
    }
    Label {
        objectName: "timelineDay"
        visible: header.width > 640
        text: new Date(header.middle).toLocaleDateString(Times.region(), header.width > 1200 ? Locale.LongFormat : Locale.ShortFormat)
    }
    ToolButton {
        objectName: "nextDayButton"
        enabled: header.canGoOn
        icon.name: "go-next"
        Accessible.name: qsTr("Next day")
        onClicked: header.moveDays(1)
    }
    PickBox {
        objectName: "timelineCameraBox"
        implicitWidth: Theme.scaled(header.width > 1000 ? 220 : 180)
        choices: [{ value: "", text: qsTr("All cameras") },
                  ...Array.from(header.rows, (row) => ({ value: row.deviceId, text: row.name }))]
        value: header.chosen
        Accessible.name: qsTr("Cameras")
        onPicked: (value) => header.cameraChosen(value)
        // While its list is closed, the keys are those of the page. The box would look for a camera with that letter.
        Keys.onPressed: (event) => event.accepted = !popup.visible && event.key !== Qt.Key_Space && header.keys.press(event)
    }
    KindFilter {
        id: kinds
        wordsVisible: header.width > 1200
    }
}
