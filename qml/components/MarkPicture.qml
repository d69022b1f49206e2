// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Style

// The thumbnail of a mark, with a frame around each object on it.
Rectangle {
    id: root

    required property url source
    required property var objects // of the mark, with `box`, `label`, and `time`
    required property var snapshot // of the mark, with `time`
    required property MarkNames names

    color: Theme.picture
    clip: true

    Symbol {
        anchors.centerIn: parent
        visible: image.status !== Image.Ready
        name: "flag"
        size: 32
        color: Theme.pictureMotion
    }
    Image {
        id: image
        anchors.fill: parent
        source: root.source
        sourceSize.width: 640 // larger thumbnails are decoded smaller
        fillMode: Image.PreserveAspectCrop
        asynchronous: true
    }
    Item {
        id: whole
        anchors.centerIn: parent
        width: image.paintedWidth
        height: image.paintedHeight
        visible: image.status === Image.Ready

        Repeater {
            // An object that is not on the snapshot has a time of its own.
            model: (root.objects ?? []).filter((object) => object.box && (!object.time || Number(new Date(object.time)) === Number(root.snapshot?.time)))

            Rectangle {
                required property var modelData
                readonly property var box: modelData.box

                x: box.x * whole.width
                y: box.y * whole.height
                width: box.width * whole.width
                height: box.height * whole.height
                color: "transparent"
                border.width: 2
                border.color: root.names.tintOf(modelData.label)
            }
        }
    }
}
