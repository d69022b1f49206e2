// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The kind of a mark as a shape in its color: a circle for persons, a square for vehicles, a diamond for animals, a
// triangle for motion, and a cross for a lost signal.
Item {
    id: glyph

    required property string kind // see MarkNames.kindOf()
    required property color tint
    readonly property bool drawn: kind === "motion" || kind === "signal"

    implicitWidth: 12
    implicitHeight: 12

    Rectangle {
        anchors.centerIn: parent
        visible: !glyph.drawn
        width: glyph.kind === "animal" ? 9 : 11
        height: width
        radius: glyph.kind === "person" ? width / 2 : 1
        rotation: glyph.kind === "animal" ? 45 : 0
        color: glyph.tint
        border.color: Theme.pictureInk
    }
    Canvas {
        anchors.fill: parent
        visible: glyph.drawn
        onVisibleChanged: requestPaint()
        onPaint: {
            const context = getContext("2d")
            context.reset()
            context.strokeStyle = glyph.kind === "motion" ? Theme.pictureInk : glyph.tint
            context.fillStyle = glyph.tint
            context.lineWidth = glyph.kind === "motion" ? 1 : 3
            context.beginPath()
            if (glyph.kind === "motion") {
                context.moveTo(6, 1)
                context.lineTo(11.5, 11)
                context.lineTo(0.5, 11)
                context.closePath()
                context.fill()
            } else {
                context.moveTo(2, 2)
                context.lineTo(10, 10)
                context.moveTo(10, 2)
                context.lineTo(2, 10)
            }
            context.stroke()
        }
    }
}
