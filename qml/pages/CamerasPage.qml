// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

Page {
    id: page

    required property Portal portal

    signal opened(string deviceId)

    header: PageHeader {
        title: qsTr("Cameras")

        Button {
            objectName: "addCameraButton"
            visible: cameras.state === LoadState.Ready
            highlighted: true
            text: qsTr("Add camera")
            icon.name: "list-add"
            onClicked: dialog.begin()
        }
    }

    CamerasModel {
        id: cameras
        portal: page.portal
        onAdded: dialog.close()
    }

    AddCameraDialog {
        id: dialog
        cameras: cameras
        proposal: cameras.count === 0 ? page.portal.demoCamera : ""
    }

    StateView {
        anchors.fill: parent
        loadState: cameras.state
        errorText: cameras.errorText
        emptyIcon: "camera-video"
        emptyTitle: qsTr("No cameras yet")
        emptyText: qsTr("Add a camera by its RTSP address. Its picture appears here a moment later.")
        emptyAction: qsTr("Add camera")
        onEmptyActionTriggered: dialog.begin()
        onRetry: cameras.reload()

        GridView {
            id: wall

            readonly property int columns: Math.max(1, Math.floor(width / 360))

            anchors.fill: parent
            anchors.leftMargin: Theme.huge
            anchors.rightMargin: Theme.huge - Theme.large
            clip: true
            focus: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            cellWidth: Math.floor(width / columns)
            cellHeight: (cellWidth - Theme.large) * 9 / 16 + 74
            model: cameras
            ScrollBar.vertical: ScrollBar { }

            delegate: ItemDelegate {
                id: tile

                required property int index
                required property string deviceId
                required property string name
                required property var state
                required property var stateReason
                required property var mjpegUrl

                objectName: "cameraTile" + index
                width: wall.cellWidth - Theme.large
                height: wall.cellHeight - Theme.large
                padding: 0
                leftPadding: 0
                rightPadding: 0
                Accessible.name: name
                onClicked: page.opened(deviceId)
                Keys.onReturnPressed: page.opened(deviceId)

                background: Rectangle {
                    radius: Theme.cardRadius
                    color: Theme.surface
                    border.width: tile.activeFocus || tile.hovered ? 2 : 1
                    border.color: tile.activeFocus || tile.hovered ? Theme.accent : Theme.border
                }
                contentItem: Item {
                    Rectangle {
                        id: frame
                        x: 2
                        y: 2
                        width: parent.width - 4
                        height: width * 9 / 16
                        radius: Theme.cardRadius - 2
                        color: Theme.picture
                        clip: true

                        LivePicture {
                            id: picture
                            objectName: "livePicture" + tile.index
                            anchors.fill: parent
                            source: tile.mjpegUrl ?? ""
                            fillMode: LivePicture.Fit
                            Accessible.name: qsTr("Live picture of %1").arg(tile.name)
                        }
                        BusyIndicator {
                            anchors.centerIn: parent
                            visible: !picture.hasPicture && tile.state === "online"
                        }
                        Label {
                            anchors.centerIn: parent
                            width: parent.width - 2 * Theme.large
                            visible: !picture.hasPicture && tile.state !== "online"
                            horizontalAlignment: Text.AlignHCenter
                            wrapMode: Text.Wrap
                            color: "#c8d0d8"
                            text: tile.stateReason || qsTr("No picture")
                        }
                    }
                    RowLayout {
                        anchors.top: frame.bottom
                        anchors.bottom: parent.bottom
                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.leftMargin: Theme.large
                        anchors.rightMargin: Theme.medium
                        spacing: Theme.small

                        Label {
                            Layout.fillWidth: true
                            text: tile.name
                            elide: Text.ElideRight
                            font.weight: Font.DemiBold
                        }
                        StateBadge {
                            objectName: "cameraState" + tile.index
                            status: tile.state ?? ""
                        }
                    }
                }
            }
        }
    }
}
