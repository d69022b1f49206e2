// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client
import Waymark.Style

// The title of the timeline, its day, its cameras, and the kinds of marks.
PageHeader {
    id: header

    required property CamerasModel cameras
    required property double middle // of the timeline, milliseconds since the epoch
    required property bool canGoOn // there is a later day
    property alias hiddenKinds: kinds.hidden

    signal dayMoved(int step)
    signal cameraChosen(string deviceId) // empty: all

    title: qsTr("Timeline")

    ToolButton {
        objectName: "previousDayButton"
        icon.name: "go-previous"
        Accessible.name: qsTr("Previous day")
        onClicked: header.dayMoved(-1)
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
        onClicked: header.dayMoved(1)
    }
    ComboBox {
        objectName: "timelineCameraBox"
        implicitWidth: Theme.scaled(header.width > 1000 ? 220 : 180)
        model: [qsTr("All cameras"), ...Array.from({ length: header.cameras.count }, (unused, row) => header.cameras.get(row).name)]
        Accessible.name: qsTr("Cameras")
        onActivated: (index) => header.cameraChosen(index > 0 ? header.cameras.idAt(index - 1) : "")
    }
    KindFilter {
        id: kinds
        wordsVisible: header.width > 1200
    }
}
