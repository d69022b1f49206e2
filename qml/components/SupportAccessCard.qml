// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What support staff may see of an account's pictures: nothing, or the cameras for the time that its owner grants.
Rectangle {
    id: card

    required property SupportAccountModel whole
    readonly property var devices: whole.devices
    readonly property bool granted: !isNaN(whole.accessUntil)
    property double now: Date.now()
    readonly property int secondsLeft: granted ? Math.max(0, Math.ceil((whole.accessUntil.getTime() - now) / 1000)) : 0
    readonly property bool mayLook: granted && secondsLeft > 0

    signal cameraOpened(string deviceId)

    function timeLeft(seconds) {
        const padded = (number) => String(number).padStart(2, "0")
        const hours = Math.floor(seconds / 3600)
        return (hours > 0 ? hours + ":" : "") + padded(Math.floor(seconds / 60) % 60) + ":" + padded(seconds % 60)
    }

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: mayLook ? Theme.warning : Theme.divider

    Timer {
        interval: 1000
        repeat: true
        running: card.granted && card.visible
        onTriggered: {
            card.now = Date.now()
            if (card.secondsLeft === 0)
                card.whole.reload()
        }
    }
    CameraWords {
        id: cameraWords
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0

        Rectangle {
            Layout.fillWidth: true
            Layout.margins: 1
            implicitHeight: head.implicitHeight + 2 * Theme.large
            radius: Theme.cardRadius - 1
            color: card.mayLook ? Theme.warningSoft : Theme.surface

            ColumnLayout {
                id: head
                anchors.fill: parent
                anchors.margins: Theme.large
                spacing: Theme.small

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.small

                    Symbol {
                        name: card.mayLook ? "object-unlocked" : "object-locked"
                        color: card.mayLook ? Theme.warning : Theme.muted
                    }
                    Label {
                        Layout.fillWidth: true
                        text: card.mayLook ? qsTr("Images: access granted") : qsTr("Images: no access")
                        font.pixelSize: Theme.leadText
                        font.weight: Font.Bold
                        elide: Text.ElideRight
                    }
                    Label {
                        objectName: "supportAccessLeft"
                        Layout.minimumWidth: implicitWidth
                        text: card.mayLook ? qsTr("%1 left").arg(card.timeLeft(card.secondsLeft)) : ""
                        color: Theme.warning
                        font.weight: Font.Bold
                    }
                }
                Label {
                    objectName: "supportAccessBanner"
                    Layout.fillWidth: true
                    visible: card.mayLook
                    text: card.mayLook ? qsTr("The owner has granted access to images until %1. Each access is recorded.").arg(Times.moment(card.whole.accessUntil)) : ""
                    wrapMode: Text.Wrap
                }
                Label {
                    Layout.fillWidth: true
                    visible: !card.mayLook
                    text: qsTr("The owner can grant access under Account, Support access. Until then, you see whether the cameras are online, but no images.")
                    color: Theme.muted
                    wrapMode: Text.Wrap
                }
                Rectangle {
                    readonly property double share: card.mayLook ? card.secondsLeft * 1000 / Math.max(1, card.whole.accessUntil.getTime() - card.whole.accessSince.getTime()) : 0

                    Layout.fillWidth: true
                    visible: card.mayLook
                    implicitHeight: 4
                    radius: 2
                    color: Theme.sunken

                    Rectangle {
                        width: parent.width * Math.min(1, parent.share)
                        height: parent.height
                        radius: 2
                        color: Theme.warning
                    }
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.large
            spacing: Theme.medium

            Label {
                visible: card.devices.length === 0
                text: qsTr("No cameras")
                color: Theme.muted
            }
            Repeater {
                model: card.devices

                RowLayout {
                    id: device

                    required property int index
                    required property var modelData

                    Layout.fillWidth: true
                    spacing: Theme.medium

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 2

                        Label {
                            Layout.fillWidth: true
                            text: device.modelData.name
                            elide: Text.ElideRight
                        }
                        Label {
                            Layout.fillWidth: true
                            visible: text
                            text: cameraWords.reasonText(device.modelData.stateReason)
                            elide: Text.ElideRight
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                    }
                    StateBadge {
                        status: device.modelData.state
                    }
                    Button {
                        objectName: "viewCamera" + device.index
                        visible: card.mayLook
                        text: qsTr("View")
                        Accessible.name: qsTr("View %1").arg(device.modelData.name)
                        onClicked: card.cameraOpened(device.modelData.deviceId)
                    }
                }
            }
            Label {
                Layout.fillWidth: true
                visible: card.mayLook
                text: qsTr("Viewed %n time(s) under this access.", "", card.whole.accessUses)
                color: Theme.muted
                font.pixelSize: Theme.chipText
                wrapMode: Text.Wrap
            }
        }
    }
}
