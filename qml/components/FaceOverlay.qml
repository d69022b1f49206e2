// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Style

// A picture with the frame, the landmarks, and the head pose of each face. The mouse or the keyboard selects a face.
Rectangle {
    id: root

    required property url source
    required property var faces // faces as the API returns them; coordinates are fractions of the picture
    property int current: 0

    signal picked(int index)

    color: Theme.picture
    radius: Theme.radius
    clip: true
    activeFocusOnTab: faces.length > 1
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Image with %n face(s)", "", faces.length)
    Keys.onLeftPressed: if (faces.length > 0)
        picked((current + faces.length - 1) % faces.length)
    Keys.onRightPressed: if (faces.length > 0)
        picked((current + 1) % faces.length)

    Image {
        id: image
        objectName: "facesImage"
        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        source: root.source
        autoTransform: true // the server applies the EXIF orientation as well
        asynchronous: true
        cache: false
        // Limits the texture size: a picture may have 40 million pixels.
        sourceSize.width: 1920
        sourceSize.height: 1920
    }

    Item {
        id: ground
        visible: image.status === Image.Ready
        width: image.paintedWidth
        height: image.paintedHeight
        anchors.centerIn: parent

        Repeater {
            model: root.faces

            Item {
                id: face

                required property var modelData
                required property int index
                readonly property bool current: root.current === index
                readonly property var box: modelData.box
                readonly property color ink: current ? Theme.picturePerson : Theme.pictureLine
                readonly property bool turned: modelData.unavailable.indexOf("pose") < 0

                anchors.fill: parent

                Rectangle {
                    objectName: "faceBox" + face.index
                    x: face.box.x * parent.width
                    y: face.box.y * parent.height
                    width: face.box.width * parent.width
                    height: face.box.height * parent.height
                    color: "transparent"
                    border.width: face.current ? 3 : 2
                    border.color: face.ink
                    radius: 4
                    Accessible.role: Accessible.Button
                    Accessible.name: qsTr("Face %1").arg(face.index + 1)

                    Rectangle {
                        width: number.implicitWidth + 10
                        height: 18
                        radius: 4
                        color: face.ink

                        Label {
                            id: number
                            anchors.centerIn: parent
                            text: face.index + 1
                            color: Theme.pictureInk
                            font.pixelSize: Theme.smallText
                            font.weight: Font.Bold
                        }
                    }
                    // The direction of the nose. As in the API, positive yaw is to the right and positive pitch is up.
                    Item {
                        id: nose
                        visible: face.current && face.turned
                        anchors.centerIn: parent

                        readonly property double dx: Math.sin(face.modelData.pose.yaw * Math.PI / 180)
                        readonly property double dy: -Math.sin(face.modelData.pose.pitch * Math.PI / 180)

                        Rectangle {
                            width: face.box.width * ground.width * 0.9 * Math.hypot(nose.dx, nose.dy)
                            height: 3
                            y: -1.5
                            radius: 1.5
                            color: face.ink
                            transformOrigin: Item.Left
                            rotation: Math.atan2(nose.dy, nose.dx) * 180 / Math.PI
                        }
                    }
                    TapHandler {
                        onTapped: root.picked(face.index)
                    }
                }
                Repeater {
                    model: face.current ? face.modelData.landmarks : 0

                    Rectangle {
                        required property var modelData

                        objectName: "faceLandmark"
                        x: modelData.x * face.width - 1.5
                        y: modelData.y * face.height - 1.5
                        width: 3
                        height: 3
                        radius: 1.5
                        color: face.ink
                    }
                }
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: root.activeFocus
        color: "transparent"
        radius: parent.radius
        border.width: 2
        border.color: Theme.accent
    }
}
