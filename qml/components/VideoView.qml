// SPDX-License-Identifier: GPL-3.0-or-later
// The Loader of Qt 6.4 cannot instantiate a Bound component, and an unbound one is unqualified.
// qmllint disable unqualified
import QtMultimedia
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Plays a clip or a live stream, with playback controls. The sound of a live stream can be turned on.
Rectangle {
    id: root

    required property url source
    property bool live: false
    property bool autoPlay: live
    property bool sounding: false // plays the sound
    property double volume: 1
    readonly property bool playing: player.playbackState === MediaPlayer.PlayingState
    readonly property bool failed: player.error !== MediaPlayer.NoError
    // There is a device. The player of Qt 6.4 crashes with an output that has none.
    readonly property bool audible: ((speaker.item as AudioOutput)?.device.description ?? "") !== ""
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

    MediaPlayer {
        id: player
        objectName: "mediaPlayer"
        source: root.source
        videoOutput: output
        audioOutput: root.audible ? speaker.item as AudioOutput : null
        onSourceChanged: if (root.autoPlay && root.source != "")
            play()
        onErrorOccurred: root.failing()
    }
    // Only if it is to be heard: the search for devices takes a while, and complains where there is none.
    Loader {
        id: speaker
        active: root.sounding

        sourceComponent: AudioOutput {
            volume: root.volume
            muted: player.playbackRate !== 1 // while a live stream catches up
        }
    }
    // Keeps a live stream at its pace: a busy machine shows pictures late, and the server keeps them for a short time
    // only. Opens a stream again that stands still, as after the camera was away.
    Timer {
        property real before: -1
        property real offset: NaN // of the position to the time of the day, without a delay
        property int still: 0

        interval: 1000
        repeat: true
        running: root.live && root.visible && root.playing
        onRunningChanged: {
            offset = NaN
            still = 0
        }
        onTriggered: {
            still = Math.abs(root.position - before) < 200 ? still + 1 : 0
            before = root.position
            if (still >= 6) {
                still = 0
                player.stop()
                player.play()
                return
            }
            const now = Date.now() - root.position
            offset = isNaN(offset) ? now : Math.min(offset, now)
            const delay = now - offset
            player.playbackRate = delay > 4000 ? 1.25 : delay > 1500 ? 1.1 : 1
        }
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
        color: Theme.pictureText
    }
    BusyIndicator {
        anchors.centerIn: parent
        visible: !root.failed && (player.mediaStatus === MediaPlayer.LoadingMedia || player.mediaStatus === MediaPlayer.StalledMedia)
    }

    Rectangle { // time runs from left to right in every language
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: 44
        visible: !root.live && !root.failed
        color: Theme.pictureShade

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.small
            anchors.rightMargin: Theme.medium
            spacing: Theme.small

            ToolButton {
                objectName: "playButton"
                icon.name: root.playing ? "media-playback-pause" : "media-playback-start"
                icon.color: Theme.pictureText
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
                text: Times.span(root.position / 1000) + " / " + Times.span(root.duration / 1000)
                color: Theme.pictureText
                font.pixelSize: Theme.smallText
            }
        }
    }
}
