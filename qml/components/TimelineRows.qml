// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Client
import Waymark.Style

// The rows of cameras under a ruler, with the playhead, the selection, and the present. The wheel zooms, a drag in a row
// selects, and a drag on the ruler moves the playhead. A picture follows the pointer.
Item {
    id: rows

    required property Portal portal
    required property TimelineModel model
    required property var cameras // rows of a list of cameras
    required property string deviceId // the camera of the player
    required property double from // milliseconds since the epoch
    required property double span
    required property double position
    required property double now
    property double selectedFrom: NaN
    property double selectedTo: NaN
    property string markId
    property int namesWidth: 160
    readonly property var colors: ({ sunken: Theme.sunken, surface: Theme.surface, divider: Theme.divider, text: Theme.text,
                                     muted: Theme.muted, rec: Theme.rec, motion: Theme.motion, danger: Theme.danger,
                                     warning: Theme.warning, person: Theme.picturePerson, vehicle: Theme.pictureVehicle,
                                     animal: Theme.pictureAnimal, motionMark: Theme.pictureMotion, signal: Theme.pictureSignal,
                                     edge: Theme.pictureInk })
    property alias hiddenKinds: view.hiddenKinds
    readonly property int rulerHeight: 24
    readonly property int rowHeight: Theme.scaled(48)

    signal sought(double ms)
    signal cameraChosen(string deviceId)
    signal markChosen(string markId, string deviceId, double ms)
    signal selected(double from, double to)
    signal zoomed(double factor, double share) // around this share of the width
    signal panned(double ms)

    function xOf(ms) {
        return (ms - from) / span * view.width
    }

    LayoutMirroring.enabled: false // time runs from left to right in every language
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Timeline")

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    TimelineNames {
        id: names
        y: rows.rulerHeight
        width: rows.namesWidth
        height: parent.height - y
        cameras: rows.cameras
        deviceId: rows.deviceId
        rowHeight: rows.rowHeight
        onCameraChosen: (deviceId) => rows.cameraChosen(deviceId)
    }
    TimelineView {
        id: view
        objectName: "timelineView"
        x: rows.namesWidth
        width: parent.width - x
        height: parent.height
        model: rows.model
        devices: rows.cameras.map((camera) => camera.deviceId)
        from: rows.from
        span: rows.span
        rulerHeight: rows.rulerHeight
        rowHeight: rows.rowHeight
        scrollY: names.contentY
        colors: rows.colors
        font.pixelSize: Theme.smallText
        clip: true

        Rectangle {
            id: selection

            readonly property double end: rows.xOf(rows.selectedTo)

            x: rows.xOf(rows.selectedFrom)
            y: rows.rulerHeight
            width: Math.max(2, end - x)
            height: view.height - y
            visible: rows.selectedTo > rows.selectedFrom
            color: "transparent"

            Rectangle {
                anchors.fill: parent
                color: Theme.accent
                opacity: 0.18
            }
            Repeater {
                model: 2

                Rectangle {
                    required property int index

                    x: index * selection.width - 1
                    width: 2
                    height: selection.height
                    color: Theme.accent

                    Rectangle {
                        anchors.centerIn: parent
                        width: 10
                        height: 32
                        radius: 4
                        color: Theme.accent
                    }
                }
            }
        }
        Rectangle { // the present
            x: rows.xOf(rows.now) - 1
            width: 2
            height: view.height
            color: Theme.success

            Rectangle {
                x: 2
                width: liveWord.width + Theme.small
                height: rows.rulerHeight
                color: Theme.surface

                Label {
                    id: liveWord
                    anchors.centerIn: parent
                    text: qsTr("Live")
                    color: Theme.success
                    font.pixelSize: Theme.smallText
                    font.weight: Font.Bold
                }
            }
        }
        Rectangle { // the pointer
            x: mouse.mouseX
            width: 1
            height: view.height
            visible: mouse.containsMouse && !mouse.pressed
            color: Theme.muted
        }
        Rectangle {
            id: playhead
            objectName: "playhead"
            x: Math.round(rows.xOf(rows.position)) - 1
            width: 2
            height: view.height
            visible: rows.position > 0
            color: Theme.danger

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: time.width + Theme.small
                height: rows.rulerHeight - 2
                radius: 4
                color: Theme.danger

                Label {
                    id: time
                    anchors.centerIn: parent
                    text: Times.clock(new Date(rows.position))
                    color: Theme.dangerInk
                    font.pixelSize: Theme.smallText
                    font.weight: Font.Bold
                }
            }
        }
        PinchHandler {
            property double applied: 1

            target: null
            onActiveChanged: applied = 1
            onActiveScaleChanged: {
                rows.zoomed(applied / activeScale, centroid.position.x / view.width)
                applied = activeScale
            }
        }
        MouseArea {
            id: mouse

            property string edge // what is dragged: `ruler`, `from`, `to`, or `span`
            property double pressX: 0
            property double pressY: 0
            property double pressTime: 0

            function grip(x, y) {
                if (y < rows.rulerHeight)
                    return "ruler"
                if (!selection.visible)
                    return ""
                return Math.abs(x - selection.x) < 8 ? "from" : Math.abs(x - selection.end) < 8 ? "to" : ""
            }

            anchors.fill: parent
            hoverEnabled: true
            acceptedButtons: Qt.LeftButton | Qt.MiddleButton
            cursorShape: edge === "from" || edge === "to" ? Qt.SizeHorCursor : Qt.ArrowCursor
            onPressed: (event) => {
                pressX = event.x
                pressY = event.y
                pressTime = view.timeAt(event.x)
                edge = event.button === Qt.MiddleButton ? "pan" : grip(event.x, event.y)
                if (edge === "ruler")
                    rows.sought(pressTime)
            }
            onPositionChanged: (event) => {
                if (!pressed)
                    return
                const at = view.timeAt(Math.max(0, Math.min(width, event.x)))
                if (!edge && Math.abs(event.x - pressX) > 6) {
                    edge = "span"
                    const device = view.deviceAt(pressY)
                    if (device)
                        rows.cameraChosen(device)
                }
                if (edge === "ruler")
                    rows.sought(at)
                else if (edge === "pan")
                    rows.panned(pressTime - view.timeAt(event.x))
                else if (edge === "from")
                    rows.selected(Math.min(at, rows.selectedTo - 1000), rows.selectedTo)
                else if (edge === "to")
                    rows.selected(rows.selectedFrom, Math.max(at, rows.selectedFrom + 1000))
                else if (edge === "span")
                    rows.selected(Math.min(pressTime, at), Math.max(pressTime, at))
            }
            onReleased: (event) => {
                const click = !edge
                edge = ""
                if (!click)
                    return
                const mark = view.markAt(event.x, event.y)
                const device = view.deviceAt(event.y)
                if (mark.from) {
                    rows.markChosen(mark.markId, mark.deviceId, mark.from)
                } else if (device) {
                    rows.cameraChosen(device)
                    rows.sought(view.timeAt(event.x))
                }
            }
            onCanceled: edge = ""
            onWheel: (event) => {
                const x = event.angleDelta.x || (event.modifiers & Qt.ShiftModifier ? event.angleDelta.y : 0)
                if (x)
                    rows.panned(-x / 120 * rows.span / 10)
                else if (event.angleDelta.y)
                    rows.zoomed(Math.pow(1.25, -event.angleDelta.y / 120), event.x / width)
            }
        }
    }
    Rectangle { // the picture at the pointer, clear of the buttons of the player
        readonly property double wanted: view.x + mouse.mouseX - width / 2

        x: Math.max(view.x, Math.min(parent.width - width - Theme.small, wanted))
        y: -height - Theme.small
        z: 10
        width: 176 + 4
        height: thumbnail.height + caption.height + 4
        visible: mouse.containsMouse && (thumbnail.ready || thumbnail.missing) && thumbnail.moment < rows.now
        radius: Theme.smallRadius
        color: Theme.surface
        border.width: 1
        border.color: Theme.outline

        ScrubPicture {
            id: thumbnail
            objectName: "scrubPicture"
            x: 2
            y: 2
            width: 176
            height: missing ? 0 : 99
            portal: rows.portal
            deviceId: mouse.containsMouse ? view.deviceAt(mouse.mouseY) || rows.deviceId : ""
            moment: mouse.containsMouse ? Math.floor(rows.from + mouse.mouseX / Math.max(1, view.width) * rows.span) : 0
            grain: Math.max(200, rows.span / Math.max(1, view.width) * 4)
        }
        Label {
            id: caption
            x: Theme.small
            y: thumbnail.height + 2
            width: parent.width - 2 * Theme.small
            height: Theme.scaled(24)
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            text: Times.clock(new Date(thumbnail.moment)) + (thumbnail.missing ? " " + (view.gapTextAt(mouse.mouseX, mouse.mouseY) || qsTr("No recording")) : "")
            font.pixelSize: Theme.smallText
        }
    }
}
