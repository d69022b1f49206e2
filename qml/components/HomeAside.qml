// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What Home shows beside the cameras: which of them work, and the marks that nobody has seen yet.
GridLayout {
    id: aside

    required property CamerasModel cameras
    required property MarksModel unread

    signal cameraOpened(string deviceId)
    signal markOpened(string markId)
    signal reviewChosen

    columnSpacing: Theme.large
    rowSpacing: Theme.large

    CameraWords {
        id: words
    }

    Card {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        padding: Theme.large
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
                    readonly property string health: state ?? ""

                    objectName: "healthRow" + index
                    width: parent ? parent.width : 0
                    visible: index < 12
                    Accessible.name: name
                    Accessible.description: why.text
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
                                text: row.health !== "online" && row.stateReason ? words.reasonText(row.stateReason)
                                      : row.stateSince ? qsTr("since %1").arg(Times.moment(row.stateSince)) : ""
                                elide: Text.ElideRight
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
    }
    Card {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        padding: Theme.large
        title: aside.unread.unreadCount > 0 ? qsTr("To review (%1)").arg(aside.unread.unreadCount) : qsTr("To review")

        Label {
            Layout.fillWidth: true
            visible: aside.unread.count === 0
            text: qsTr("No unread marks")
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        Column {
            Layout.fillWidth: true

            Repeater {
                model: aside.unread

                MarkRow {
                    objectName: "unreadRow" + index
                    dated: true
                    visible: index < 5
                    width: parent ? parent.width : 0
                    onClicked: aside.markOpened(deviceMarkId)
                }
            }
        }
        Button {
            objectName: "openReviewButton"
            Layout.alignment: Qt.AlignRight
            visible: aside.unread.count > 0
            text: qsTr("Open Review")
            onClicked: aside.reviewChosen()
        }
    }
}
