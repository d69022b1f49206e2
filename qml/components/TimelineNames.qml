// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Style

// The names of the cameras beside a timeline.
ListView {
    id: names

    required property var cameras // rows of a list of cameras
    required property string deviceId // the camera of the player
    required property int rowHeight

    signal cameraChosen(string deviceId)

    objectName: "timelineNames"
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: cameras.findIndex((camera) => camera.deviceId === deviceId) // scrolls it into sight
    // A place for each camera. With a list of rows as the model, each change of a camera would lead back to the top.
    model: ListModel {
        id: places
    }
    onCamerasChanged: {
        while (places.count > cameras.length)
            places.remove(places.count - 1)
        while (places.count < cameras.length)
            places.append({})
    }

    delegate: ItemDelegate {
        id: name

        required property int index
        readonly property var camera: names.cameras[index] ?? ({})

        objectName: "timelineCamera" + index
        width: ListView.view.width
        height: names.rowHeight
        leftPadding: Theme.huge
        rightPadding: Theme.small
        highlighted: camera.deviceId === names.deviceId
        Accessible.name: camera.name ?? ""
        onClicked: names.cameraChosen(camera.deviceId)

        contentItem: Row {
            spacing: Theme.small

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 7
                height: 7
                radius: 3.5
                color: name.camera.state === "online" ? Theme.success : Theme.danger
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 15
                text: name.camera.name ?? ""
                elide: Text.ElideRight
                color: name.highlighted ? Theme.accentText : Theme.text
                font.weight: name.highlighted ? Font.Bold : Font.Normal
            }
        }
        background: Rectangle {
            color: name.highlighted ? Theme.accentSoft : name.hovered ? Theme.hover : Theme.surface

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 1
                color: Theme.divider
            }
            FocusFrame {
                anchors.margins: 2
                visible: name.visualFocus
            }
        }
    }
}
