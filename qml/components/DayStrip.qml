// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client
import Waymark.Style

// The whole day of a timeline's middle, with a frame around what the timeline shows. A click moves the timeline.
Rectangle {
    id: strip

    required property TimelineModel model
    required property string deviceId
    required property double from // of the timeline, milliseconds since the epoch
    required property double span
    required property int namesWidth
    required property var colors
    readonly property double dayStart: {
        const day = new Date(from + span / 2)
        return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
    }
    readonly property double dayEnd: {
        const day = new Date(dayStart)
        return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime()
    }

    signal moved(double center)

    function xOf(ms) {
        return (ms - dayStart) / (dayEnd - dayStart) * view.width
    }

    LayoutMirroring.enabled: false // time runs from left to right in every language
    LayoutMirroring.childrenInherit: true
    implicitHeight: 56
    color: Theme.surface

    Label {
        x: Theme.huge
        width: strip.namesWidth - Theme.huge - Theme.small
        height: 32
        verticalAlignment: Text.AlignVCenter
        text: qsTr("Whole day")
        elide: Text.ElideRight
        color: Theme.muted
        font.pixelSize: Theme.chipText
    }
    TimelineView {
        id: view
        objectName: "dayStrip"
        x: strip.namesWidth
        width: parent.width - x
        height: parent.height
        model: strip.model
        devices: strip.deviceId ? [strip.deviceId] : []
        from: strip.dayStart
        span: strip.dayEnd - strip.dayStart
        rulerHeight: 20
        strip: true
        colors: strip.colors
        font.pixelSize: Theme.smallText
        Accessible.ignored: true

        Rectangle {
            readonly property double start: Math.max(0, strip.xOf(strip.from))

            visible: strip.span < 86400000
            x: start
            width: Math.max(6, Math.min(view.width, strip.xOf(strip.from + strip.span)) - start)
            height: view.height - view.rulerHeight
            radius: Theme.smallRadius
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
        MouseArea {
            anchors.fill: parent
            onPressed: (mouse) => strip.moved(view.timeAt(mouse.x))
            onPositionChanged: (mouse) => strip.moved(view.timeAt(Math.max(0, Math.min(width, mouse.x))))
        }
    }
}
