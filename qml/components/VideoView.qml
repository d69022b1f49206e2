// SPDX-License-Identifier: GPL-3.0-or-later
import QtMultimedia
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Plays a clip or a live stream, with playback controls.
Rectangle {
    id: root

    required property url source
    property bool live: false
    property bool autoPlay: live
    readonly property bool playing: player.playbackState === MediaPlayer.PlayingState
    readonly property bool failed: player.error !== MediaPlayer.NoError
    // In milliseconds. qmllint 6.4 does not know the type of these properties.
    // qmllint disable type
    readonly property var position: player.position
    readonly property var duration: player.duration
    // qmllint enable type

    signal failing

    color: Theme.picture
    radius: Theme.radius
    clip: true

    function toggle() {
        if (root.playing)
            player.pause()
        else
            player.play()
    }

    function clock(milliseconds) {
        const seconds = Math.round(milliseconds / 1000)
        return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0")
    }

    MediaPlayer {
        id: player
        objectName: "mediaPlayer"
        source: root.source
        videoOutput: output
        onSourceChanged: if (root.autoPlay && root.source != "")
            play()
        onErrorOccurred: root.failing()
    }
    VideoOutput {
        id: output
        anchors.fill: parent
        fillMode: VideoOutput.PreserveAspectFit
    }
    TapHandler {
        enabled: !root.live
        onTapped: root.toggle()
    }
    Label {
        anchors.centerIn: parent
        visible: root.failed
        text: qsTr("Can't play the video.")
        color: "#c8d0d8"
    }
    BusyIndicator {
        anchors.centerIn: parent
        visible: !root.failed && (player.mediaStatus === MediaPlayer.LoadingMedia || player.mediaStatus === MediaPlayer.StalledMedia)
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: 44
        visible: !root.live && !root.failed
        color: "#a0000000"

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.small
            anchors.rightMargin: Theme.medium
            spacing: Theme.small

            ToolButton {
                objectName: "playButton"
                icon.name: root.playing ? "media-playback-pause" : "media-playback-start"
                icon.color: "#ffffff"
                Accessible.name: root.playing ? qsTr("Pause") : qsTr("Play")
                onClicked: root.toggle()
            }
            Slider {
                objectName: "seekSlider"
                Layout.fillWidth: true
                enabled: player.seekable
                from: 0
                to: Math.max(1, root.duration)
                value: root.position
                Accessible.name: qsTr("Position")
                onMoved: player.position = value
            }
            Label {
                objectName: "clockLabel"
                text: root.clock(root.position) + " / " + root.clock(root.duration)
                color: "#ffffff"
                font.pixelSize: Theme.smallText
            }
        }
    }
}
