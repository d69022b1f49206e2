// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client
import Waymark.Style

// Says that the server cannot be reached, once that has lasted for some seconds.
Rectangle {
    id: note

    required property Portal portal

    width: lost.implicitWidth + 2 * Theme.large
    height: Math.max(32, lost.implicitHeight + Theme.small)
    radius: 16
    visible: !portal.connected && patience.passed
    color: Theme.dangerSoft
    border.color: Theme.danger

    Label {
        id: lost
        objectName: "disconnectedLabel"
        anchors.centerIn: parent
        text: isNaN(note.portal.lostAt) ? qsTr("Can't reach the server. Trying again…")
                                        : qsTr("Connection lost at %1. Reconnecting…").arg(Times.recent(note.portal.lostAt))
        color: Theme.danger
        font.pixelSize: Theme.smallText
    }
    Timer {
        id: patience
        property bool passed: false
        interval: 3000
        running: !note.portal.connected
        onRunningChanged: if (running)
            passed = false
        onTriggered: passed = true
    }
}
