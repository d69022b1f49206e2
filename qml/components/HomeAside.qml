// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What Home shows beside the cameras: which of them work, how much room recordings have, and what is left to do on the
// first day.
GridLayout {
    id: aside

    required property Portal portal
    required property CamerasModel cameras
    // What the tiles know of their cameras, by id. See PictureAge.
    required property var health
    required property bool firstDay
    readonly property bool cut: !portal.connected && !isNaN(portal.lostAt)

    signal cameraOpened(string deviceId)
    signal stepChosen(string step)
    signal firstDayOver

    function healthOf(deviceId, state) {
        return cut ? "unknown" : state === "online" ? health[deviceId] ?? state : state ?? ""
    }

    columnSpacing: Theme.large
    rowSpacing: Theme.large

    CameraWords {
        id: words
    }
    StorageWords {
        id: sizes
    }

    Card {
        id: healthCard

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        padding: Theme.large
        visible: aside.cameras.count > 0
        title: qsTr("Camera health")

        // Not a layout: a hidden layout keeps the rows that a Repeater has removed, and crashes on them.
        Column {
            Layout.fillWidth: true
            spacing: Theme.tiny

            Repeater {
                model: aside.cameras

                ItemDelegate {
                    id: row

                    required property int index
                    required property string deviceId
                    required property string name
                    required property var state
                    required property var stateReason
                    required property var stateSince
                    readonly property string health: aside.healthOf(deviceId, state)

                    objectName: "healthRow" + index
                    width: parent ? parent.width : 0
                    leftPadding: 0
                    rightPadding: 0
                    visible: index < 12 || health !== "online"
                    Accessible.name: name
                    Accessible.description: words.stateText(health) + " " + why.text
                    onClicked: aside.cameraOpened(deviceId)

                    contentItem: RowLayout {
                        spacing: Theme.small

                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 0

                            Label {
                                Layout.fillWidth: true
                                text: row.name
                                elide: Text.ElideRight
                                font.weight: Font.Bold
                            }
                            Label {
                                id: why
                                Layout.fillWidth: true
                                text: row.health === "unknown" || row.health === "stale" ? ""
                                      : row.health !== "online" && row.stateReason ? words.reasonText(row.stateReason)
                                      : row.stateSince ? qsTr("since %1").arg(Times.moment(row.stateSince)) : ""
                                visible: text
                                wrapMode: Text.Wrap
                                color: Theme.muted
                                font.pixelSize: Theme.smallText
                            }
                        }
                        StateBadge {
                            status: row.health
                        }
                    }
                }
            }
        }
        ColumnLayout {
            id: stored

            readonly property var values: storage.values

            Layout.fillWidth: true
            visible: storage.loadState === LoadState.Ready && !aside.cut
            spacing: Theme.small

            // The storage of the account, which each of its cameras tells.
            DeviceStorageModel {
                id: storage
                portal: aside.portal
                deviceId: aside.cameras.count > 0 ? aside.cameras.idAt(0) : ""
            }
            Timer {
                interval: 60000
                repeat: true
                running: healthCard.visible && storage.deviceId
                onTriggered: storage.reload()
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 1
                color: Theme.divider
            }
            RowLayout {
                Label {
                    Layout.fillWidth: true
                    text: qsTr("Storage")
                    font.weight: Font.Bold
                    font.pixelSize: Theme.smallText
                }
                Label {
                    objectName: "storageUsed"
                    text: stored.values.budget ? qsTr("%1 of %2").arg(sizes.bytes(stored.values.used)).arg(sizes.bytes(stored.values.budget))
                                                : sizes.bytes(stored.values.used)
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                }
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: Theme.small
                visible: stored.values.budget > 0
                radius: 4
                color: Theme.sunken

                Rectangle {
                    width: parent.width * Math.min(1, stored.values.used / stored.values.budget)
                    height: parent.height
                    radius: 4
                    color: stored.values.used > 0.9 * stored.values.budget ? Theme.warning : Theme.accent
                }
            }
            Label {
                Layout.fillWidth: true
                visible: text
                text: stored.values.budget ? sizes.forecast(stored.values.daysLeft) : ""
                color: Theme.muted
                font.pixelSize: Theme.smallText
                wrapMode: Text.Wrap
            }
        }
    }
    // A Repeater, as the Loader of Qt 6.4 cannot instantiate a bound component.
    Column {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        visible: aside.firstDay

        Repeater {
            model: aside.firstDay ? 1 : 0

            FirstDayCard {
                width: parent ? parent.width : 0
                portal: aside.portal
                cameras: aside.cameras
                onStepChosen: (step) => aside.stepChosen(step)
                onOver: aside.firstDayOver()
            }
        }
    }
}
