// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client
import Waymark.Player
import Waymark.Style

// The player of the Timeline: the picture with the boxes of the mark and its reason beside it, and the bar with the
// buttons. In full screen, the bar lies on the picture and hides while the pointer rests.
Item {
    id: stage

    required property Portal portal
    required property Desktop desktop
    required property RecordingPlayer player
    required property MarkModel mark
    required property var camera // the row of a list of cameras
    required property string deviceId
    required property bool live
    required property double position // milliseconds since the epoch
    required property double now
    required property Item page // takes the keys
    property bool why: true
    readonly property bool full: screen.active
    readonly property bool marked: mark.deviceMarkId !== "" && mark.deviceId === deviceId

    signal toggled
    signal moved(double ms)
    signal markStepped(bool forward)
    signal liveChosen
    signal pictureChosen
    signal markOpened

    function toggleFull() {
        screen.toggle()
    }

    // A key was pressed.
    function stir() {
        screen.stir()
    }

    FullScreen {
        id: screen
    }
    ObservedBoxes {
        id: observed
        portal: stage.portal
        deviceId: stage.deviceId
        active: stage.desktop.boxesShown && stage.marked && !stage.live
        position: stage.player.position
        rate: stage.player.playing ? stage.player.rate : 1
        label: stage.mark.label
    }
    Binding {
        target: stage.player
        property: "muted"
        value: stage.desktop.muted
    }
    Binding {
        target: stage.player
        property: "volume"
        value: stage.desktop.volume
    }

    Rectangle {
        id: surface
        parent: stage.full ? stage.Window.contentItem : stage
        anchors.fill: parent
        z: stage.full ? 1000 : 0
        color: stage.full ? Theme.picture : "transparent"
        Keys.forwardTo: stage.full ? [stage.page] : []

        HoverHandler {
            enabled: stage.full
            cursorShape: screen.controlsShown ? Qt.ArrowCursor : Qt.BlankCursor
            onPointChanged: screen.pointAt(point.scenePosition)
        }
        RecordingView {
            objectName: "recordingView"
            anchors.fill: parent
            anchors.bottomMargin: stage.full ? 0 : bar.height
            anchors.rightMargin: aside.visible && surface.width > 1100 ? aside.width : 0
            portal: stage.portal
            player: stage.player
            camera: stage.camera
            live: stage.live
            // The mark itself has a few moments of its objects, for what is not stored or no longer kept.
            boxes: stage.live || !stage.marked || !stage.desktop.boxesShown ? []
                   : observed.known && observed.boxes.length > 0 ? observed.boxes : stage.mark.objectsAt(stage.player.position)
        }
        MarkAside {
            id: aside
            objectName: "markAside"
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: bar.top
            width: Theme.scaled(320)
            visible: stage.why && stage.mark.deviceMarkId !== "" && !stage.full
            mark: stage.mark
            onStepped: (forward) => stage.markStepped(forward)
            onOpened: stage.markOpened()
            onClosed: stage.why = false
        }
        PlayerBar {
            id: bar
            objectName: "playerBar"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            opacity: screen.controlsShown ? 1 : 0
            position: stage.position
            now: stage.now
            live: stage.live
            playing: stage.player.playing
            rate: stage.player.rate
            full: stage.full
            desktop: stage.desktop
            marked: stage.marked
            sounding: stage.player.hasSound
            onToggled: stage.toggled()
            onMoved: (ms) => stage.moved(ms)
            onMarkStepped: (forward) => stage.markStepped(forward)
            onRateChosen: (rate) => stage.player.rate = rate
            onLiveChosen: stage.liveChosen()
            onFullChosen: stage.toggleFull()
            onPictureChosen: stage.pictureChosen()

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }
        // A tap where controls are hidden shows them, and does nothing else.
        MouseArea {
            anchors.fill: bar
            visible: !screen.controlsShown
            onPressed: screen.stir()
        }
    }
}
