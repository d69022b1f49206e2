// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Style

// A picture with a frame around each detected object.
Rectangle {
    id: root

    required property url source
    required property var objects // [{box: {x, y, width, height} as fractions, label, score}]
    property bool boxesVisible: true
    property string emptyText // without a picture
    readonly property bool ready: image.status === Image.Ready

    color: Theme.picture
    radius: Theme.radius
    clip: true

    Image {
        id: image
        objectName: "snapshotImage"
        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        source: root.source
        asynchronous: true
        cache: false
        Accessible.name: qsTr("Snapshot")
    }

    Item {
        visible: root.boxesVisible && root.ready
        width: image.paintedWidth
        height: image.paintedHeight
        anchors.centerIn: parent

        Repeater {
            model: root.objects

            Rectangle {
                id: frame

                required property var modelData
                readonly property var box: modelData.box

                objectName: "objectBox"
                x: box.x * parent.width
                y: box.y * parent.height
                width: box.width * parent.width
                height: box.height * parent.height
                color: "transparent"
                border.width: 2
                border.color: Theme.pictureVehicle
                radius: 3
            }
        }
    }

    BusyIndicator {
        anchors.centerIn: parent
        visible: image.status === Image.Loading
    }
    Label {
        anchors.centerIn: parent
        visible: text
        text: image.status === Image.Error ? qsTr("Can't show the image.") : image.status === Image.Null ? root.emptyText : ""
        color: Theme.pictureText
    }
}
