// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The outline of a zone, drawn on the picture that this item fills.
Canvas {
    id: outline

    required property var points // [{x, y}], fractions of the picture
    required property string kind
    required property string name
    property bool strong: false
    readonly property color tint: kind === "exclude" ? Theme.pictureExclude : kind === "line" ? Theme.pictureLine : Theme.pictureInclude

    onPointsChanged: requestPaint()
    onTintChanged: requestPaint()
    onStrongChanged: requestPaint()

    onPaint: {
        const context = getContext("2d")
        context.reset()
        if (points.length < 1)
            return
        context.beginPath()
        context.moveTo(points[0].x * width, points[0].y * height)
        for (let i = 1; i < points.length; ++i)
            context.lineTo(points[i].x * width, points[i].y * height)
        if (kind !== "line" && points.length > 2) {
            context.closePath()
            context.globalAlpha = strong ? 0.3 : 0.18
            context.fillStyle = tint
            context.fill()
            context.globalAlpha = 1
        }
        context.lineWidth = strong ? 3 : 2
        context.strokeStyle = tint
        context.stroke()
    }

    Rectangle {
        visible: outline.name && outline.points.length > 0
        x: visible ? Math.min(outline.points[0].x * outline.width + 4, outline.width - width) : 0
        y: visible ? Math.min(outline.points[0].y * outline.height + 4, outline.height - height) : 0
        width: word.implicitWidth + Theme.small
        height: word.implicitHeight + Theme.tiny
        radius: 4
        color: Theme.picture
        opacity: 0.8

        Label {
            id: word
            anchors.centerIn: parent
            text: outline.name
            color: outline.tint
            font.pixelSize: Theme.smallText
        }
    }
}
