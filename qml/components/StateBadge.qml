// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The status of a camera or an app as a colored word.
Rectangle {
    id: badge

    required property string status
    readonly property bool good: status === "online" || status === "active"
    readonly property bool bad: status === "error" || status === "offline" || status === "inactive"
    readonly property color tint: good ? Theme.success : bad ? Theme.danger : Theme.warning

    implicitWidth: word.implicitWidth + dot.width + 22
    implicitHeight: Theme.compactHeight
    radius: height / 2
    color: good ? Theme.successSoft : bad ? Theme.dangerSoft : Theme.warningSoft

    Rectangle {
        id: dot
        anchors.left: parent.left
        anchors.leftMargin: 9
        anchors.verticalCenter: parent.verticalCenter
        width: 7
        height: 7
        radius: 3.5
        color: badge.tint
    }
    Label {
        id: word
        objectName: "stateLabel"
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: dot.right
        anchors.leftMargin: 6
        color: badge.tint
        font.pixelSize: Theme.smallText
        font.weight: Font.Bold
        text: {
            switch (badge.status) {
            case "online": return qsTr("Online")
            case "offline": return qsTr("Offline")
            case "error": return qsTr("Error")
            case "active": return qsTr("Active")
            case "inactive": return qsTr("Inactive")
            case "stale": return qsTr("No new images")
            case "unknown": return qsTr("Unknown")
            case "pending": return qsTr("Awaiting payment")
            default: return badge.status
            }
        }
    }
}
