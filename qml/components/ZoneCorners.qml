// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Style

// The corners of the zone that is being drawn. Clicks add corners. Corners are dragged or moved with the arrow keys.
// Insert adds a corner after the focused corner; Delete deletes the focused corner.
Item {
    id: corners

    required property var points // [{x, y}], fractions of this item
    required property string kind
    readonly property int most: kind === "line" ? 2 : 20
    readonly property int least: kind === "line" ? 2 : 3

    signal changed(var points)

    function clamp(value) {
        return Math.round(10000 * Math.max(0, Math.min(1, value))) / 10000
    }

    function move(index, x, y) {
        const copy = points.slice()
        copy[index] = { x: clamp(x), y: clamp(y) }
        changed(copy)
    }

    function add(index, x, y) {
        if (points.length >= most)
            return
        const copy = points.slice()
        copy.splice(index, 0, { x: clamp(x), y: clamp(y) })
        changed(copy)
        focusCorner(index)
    }

    function insertAfter(index) {
        const next = points[(index + 1) % points.length]
        add(index + 1, (points[index].x + next.x) / 2, (points[index].y + next.y) / 2)
    }

    function remove(index) {
        changed(points.filter((point, at) => at !== index))
        focusCorner(Math.max(0, index - 1))
    }

    // A change in the number of corners recreates all of them, which loses the focused corner.
    function focusCorner(index) {
        const corner = handles.itemAt(index)
        if (corner)
            corner.forceActiveFocus(Qt.OtherFocusReason)
    }

    MouseArea {
        objectName: "zoneSurface"
        anchors.fill: parent
        enabled: corners.points.length < corners.most
        cursorShape: Qt.CrossCursor
        onClicked: (mouse) => corners.add(corners.points.length, mouse.x / width, mouse.y / height)
    }

    Repeater {
        id: handles
        model: corners.points.length

        Rectangle {
            id: corner

            required property int index
            readonly property var point: corners.points[index] ?? { x: 0, y: 0 }

            function nudge(dx, dy, event) {
                const step = event.modifiers & Qt.ShiftModifier ? 0.05 : 0.01
                corners.move(index, point.x + dx * step, point.y + dy * step)
            }

            objectName: "zoneCorner" + index
            x: point.x * corners.width - width / 2
            y: point.y * corners.height - height / 2
            width: 18
            height: 18
            radius: 9
            color: activeFocus ? Theme.accent : Theme.pictureText
            border.width: 2
            border.color: activeFocus ? Theme.pictureText : Theme.picture
            activeFocusOnTab: true
            Accessible.role: Accessible.Button
            Accessible.focusable: true
            Accessible.name: qsTr("Corner %1").arg(index + 1)
            Accessible.description: qsTr("Arrow keys move the corner, Insert adds a corner, Delete deletes it.")

            Keys.onLeftPressed: (event) => nudge(-1, 0, event)
            Keys.onRightPressed: (event) => nudge(1, 0, event)
            Keys.onUpPressed: (event) => nudge(0, -1, event)
            Keys.onDownPressed: (event) => nudge(0, 1, event)
            Keys.onDeletePressed: corners.remove(index)
            Keys.onPressed: (event) => {
                event.accepted = event.key === Qt.Key_Insert
                if (event.accepted)
                    corners.insertAfter(index)
            }

            MouseArea {
                anchors.fill: parent
                cursorShape: Qt.SizeAllCursor
                preventStealing: true
                onPressed: corner.forceActiveFocus(Qt.MouseFocusReason)
                onPositionChanged: (mouse) => {
                    const at = mapToItem(corners, mouse.x, mouse.y)
                    corners.move(corner.index, at.x / corners.width, at.y / corners.height)
                }
            }
        }
    }
}
