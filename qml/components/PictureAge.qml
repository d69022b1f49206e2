// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Lies over a live picture and tells its age. A picture without a new frame for 3 seconds is dimmed and dated. After 10
// seconds the cause and an action follow. The loss of the camera and the loss of the server look alike.
Item {
    id: overlay

    required property Portal portal
    required property LivePicture picture
    required property string status // `online`, `offline`, or `error`; empty until it is known
    property string reason
    property date since // of the status
    // The viewer may change the settings of the camera.
    property bool editable: false
    // The clock of a new picture is shown as well.
    property bool clocked: true
    readonly property bool cut: !portal.connected && !isNaN(portal.lostAt) && (stale || !picture.hasPicture)
    readonly property bool stale: picture.age >= 3
    readonly property bool late: picture.waited >= 10
    // What is known of the camera now: `online` only while pictures arrive.
    readonly property string health: cut ? "unknown" : stale && status === "online" ? "stale" : status
    readonly property bool explained: cause.text && (late || !picture.hasPicture)
    readonly property string note: explained ? cause.text + (detail.text ? "\n" + detail.text : "") : dated.visible && stale ? dated.text : ""

    signal settingsChosen

    function ago(seconds) {
        if (seconds < 60)
            return qsTr("%1 s ago").arg(seconds)
        return seconds < 3600 ? qsTr("%1 min ago").arg(Math.floor(seconds / 60)) : qsTr("%1 h ago").arg(Math.floor(seconds / 3600))
    }

    CameraWords {
        id: words
    }
    Rectangle {
        objectName: "dimmed"
        anchors.fill: parent
        visible: overlay.stale && overlay.picture.hasPicture
        color: overlay.late ? Theme.pictureShade : Theme.pictureDim
    }
    BusyIndicator {
        anchors.centerIn: parent
        visible: !overlay.picture.hasPicture && !overlay.explained
    }
    // Above the middle, which stays free for a click on the picture.
    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.verticalCenter
        width: parent.width - 2 * Theme.large
        visible: overlay.explained
        spacing: Theme.small

        Label {
            id: cause
            objectName: "liveNote"
            Layout.fillWidth: true
            visible: text
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            color: Theme.pictureText
            font.weight: Font.Bold
            text: {
                if (overlay.cut)
                    return qsTr("No connection to the server since %1").arg(Times.recent(overlay.portal.lostAt))
                if (overlay.status === "online")
                    return overlay.late ? qsTr("The camera sends no images") : ""
                if (!overlay.status)
                    return ""
                if (overlay.reason === "connecting")
                    return words.reasonText(overlay.reason)
                const state = overlay.status === "error" ? qsTr("Error since %1") : qsTr("Offline since %1")
                return isNaN(overlay.since) ? words.stateText(overlay.status) : state.arg(Times.recent(overlay.since))
            }
        }
        Label {
            id: detail
            Layout.fillWidth: true
            visible: text && overlay.height > 150
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            color: Theme.pictureText
            font.pixelSize: Theme.chipText
            text: overlay.cut || overlay.status === "online" || overlay.reason === "connecting" ? "" : words.reasonText(overlay.reason)
        }
    }
    Button {
        objectName: "checkCameraButton"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.verticalCenter
        anchors.topMargin: Theme.medium
        visible: overlay.explained && overlay.late && overlay.height > 150 && overlay.editable && !overlay.cut
        text: qsTr("Check the connection")
        onClicked: overlay.settingsChosen()
    }
    Button {
        objectName: "retryPictureButton"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.verticalCenter
        anchors.topMargin: Theme.medium
        visible: overlay.explained && overlay.late && overlay.height > 150 && (overlay.cut || !overlay.editable)
        text: qsTr("Try again")
        onClicked: overlay.picture.retry()
    }
    PictureChip {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.small
        visible: dated.text && overlay.width > 200

        Label {
            id: dated
            objectName: "pictureClock"
            color: overlay.stale ? Theme.pictureWarning : Theme.pictureText
            font.pixelSize: Theme.smallText
            text: {
                if (!overlay.picture.hasPicture)
                    return ""
                const time = Times.recent(overlay.picture.pictureTime)
                if (overlay.stale)
                    return qsTr("Last frame %1, %2").arg(time).arg(overlay.ago(overlay.picture.age))
                return overlay.clocked ? time : ""
            }
        }
    }
}
