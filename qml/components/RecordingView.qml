// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtMultimedia
import QtQuick
import Waymark.Client
import Waymark.Player
import Waymark.Style

// The picture of a camera: the live one, or the recorded one of a player's position.
Rectangle {
    id: view

    required property Portal portal
    required property RecordingPlayer player
    required property var camera // the row of a list of cameras
    required property bool live
    property var boxes: [] // [{box: {x, y, width, height} as fractions, label, score or nothing}]
    readonly property bool shown: live || player.state === RecordingPlayer.Ready || player.state === RecordingPlayer.Loading
    readonly property string note: {
        if (live)
            return ""
        if (player.state === RecordingPlayer.NotRecorded)
            return qsTr("Nothing was recorded at this time.")
        return player.state === RecordingPlayer.Failed ? player.errorText : ""
    }

    color: Theme.picture
    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: live ? qsTr("Live view of %1").arg(camera.name ?? "") : qsTr("Recording of %1").arg(camera.name ?? "")
    Accessible.description: note

    MarkNames {
        id: names
    }
    VideoOutput {
        id: output
        objectName: "recordedPicture"
        anchors.fill: parent
        visible: !view.live && view.shown
        fillMode: VideoOutput.PreserveAspectFit
    }
    Binding {
        target: view.player
        property: "videoSink"
        value: output.videoSink
    }
    LiveView {
        anchors.fill: parent
        visible: view.live
        portal: view.portal
        name: view.camera.name ?? ""
        status: view.camera.state ?? ""
        reason: view.camera.stateReason ?? ""
        since: view.camera.stateSince ?? new Date(NaN)
        source: view.live ? view.camera.mjpegUrl ?? "" : ""
    }
    Item {
        x: output.contentRect.x
        y: output.contentRect.y
        width: output.contentRect.width
        height: output.contentRect.height
        visible: output.visible && view.player.state === RecordingPlayer.Ready

        Repeater {
            model: view.boxes.length // the frames stay while boxes move

            Rectangle {
                id: frame

                required property int index
                readonly property var modelData: view.boxes[index] ?? ({ label: "", box: { x: 0, y: 0, width: 0, height: 0 } })
                readonly property var box: modelData.box

                objectName: "recordedBox"
                x: box.x * parent.width
                y: box.y * parent.height
                width: box.width * parent.width
                height: box.height * parent.height
                color: "transparent"
                border.width: 2
                border.color: names.tintOf(frame.modelData.label)

                Rectangle {
                    y: parent.y > height ? -height : 0
                    width: word.width + Theme.small
                    height: word.height
                    color: names.tintOf(frame.modelData.label)

                    Label {
                        id: word
                        x: Theme.tiny
                        text: names.labelText(frame.modelData.label)
                              + (frame.modelData.score === undefined ? "" : " " + Number(frame.modelData.score).toLocaleString(Times.region(), "f", 2))
                        color: Theme.pictureInk
                        font.pixelSize: Theme.smallText
                        font.weight: Font.Bold
                    }
                }
            }
        }
    }
    Caption {
        anchors.left: parent.left
        text: view.camera.name ?? ""
    }
    Caption {
        objectName: "pictureTimeLabel"
        anchors.right: parent.right
        visible: !view.live && view.player.state === RecordingPlayer.Ready
        text: qsTr("Recorded, %1").arg(Times.moment(new Date(view.player.position)))
    }
    BusyIndicator {
        objectName: "pictureBusy"
        anchors.centerIn: parent
        visible: patience.passed && !view.live && view.player.state === RecordingPlayer.Loading
    }
    Timer {
        id: patience

        property bool passed: false
        readonly property bool waits: view.player.state === RecordingPlayer.Loading

        interval: 300
        running: waits
        onWaitsChanged: passed = false
        onTriggered: passed = true
    }
    Label {
        objectName: "recordingNote"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.large
        visible: text
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        color: Theme.pictureText
        text: view.note
    }

    component Caption: Rectangle {
        property alias text: caption.text

        anchors.top: parent.top
        anchors.margins: Theme.large
        width: caption.width + Theme.large
        height: caption.height + Theme.small
        visible: text
        radius: Theme.smallRadius
        color: Theme.pictureShade

        Label {
            id: caption
            anchors.centerIn: parent
            color: Theme.pictureText
            font.pixelSize: Theme.smallText
        }
    }
}
