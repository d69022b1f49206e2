// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// One delivery with its attempts and the content sent.
Dialog {
    id: dialog

    required property Portal portal
    required property DeliveriesModel deliveries
    required property NotificationWords words

    title: words.typeText(delivery.type) || qsTr("Delivery")
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(640, (parent ? parent.width : 680) - 2 * Theme.large)
    height: Math.min(620, (parent ? parent.height : 700) - 2 * Theme.large)

    function begin(deliveryId) {
        deliveries.clearErrors()
        if (delivery.deliveryId === deliveryId)
            delivery.reload()
        delivery.deliveryId = deliveryId
        open()
    }

    DeliveryModel {
        id: delivery
        portal: dialog.portal
    }
    Connections {
        target: dialog.deliveries
        enabled: dialog.visible
        function onDataChanged() { delivery.reload() }
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            loadState: delivery.loadState
            errorText: delivery.errorText
            onRetry: delivery.reload()

            DialogScroll {
                anchors.fill: parent
                spacing: Theme.medium

                Label {
                    objectName: "openDeliveryState"
                    text: dialog.words.stateText(delivery.state)
                    font.weight: Font.Bold
                }
                Label {
                    visible: delivery.history.length === 0
                    text: qsTr("No attempts yet")
                    color: Theme.muted
                }
                Repeater {
                    model: delivery.history

                    ColumnLayout {
                        id: attempt

                        required property int index
                        required property var modelData

                        Layout.fillWidth: true
                        spacing: 2

                        Label {
                            objectName: "attempt" + attempt.index
                            Layout.fillWidth: true
                            text: qsTr("Attempt %1: %2").arg(attempt.modelData.number).arg(dialog.words.attemptText(attempt.modelData))
                            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                        }
                        Label {
                            Layout.fillWidth: true
                            text: Times.moment(new Date(attempt.modelData.at)) + " · " + qsTr("%1 ms").arg(attempt.modelData.milliseconds)
                            color: Theme.muted
                            font.pixelSize: Theme.smallText
                        }
                        Label {
                            Layout.fillWidth: true
                            visible: text
                            text: attempt.modelData.response ?? ""
                            color: Theme.muted
                            font.family: Theme.monospace
                            font.pixelSize: Theme.smallText
                            wrapMode: Text.WrapAnywhere
                        }
                    }
                }
                Label {
                    Layout.topMargin: Theme.small
                    text: qsTr("Content sent")
                    color: Theme.muted
                    font.pixelSize: Theme.chipText
                }
                TextArea {
                    objectName: "payloadArea"
                    Layout.fillWidth: true
                    readOnly: true
                    text: delivery.payload
                    font.family: Theme.monospace
                    font.pixelSize: Theme.chipText
                    wrapMode: TextEdit.WrapAnywhere
                    Accessible.name: qsTr("Content sent")
                }
            }
        }
        ErrorNote {
            text: dialog.deliveries.errorText
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                objectName: "resendButton"
                enabled: delivery.loadState === LoadState.Ready && !dialog.deliveries.busy
                text: qsTr("Resend")
                icon.name: "mail-send"
                onClicked: dialog.deliveries.resend(delivery.deliveryId)
            }
            Button {
                objectName: "closeDeliveryButton"
                highlighted: true
                text: qsTr("Close")
                onClicked: dialog.close()
            }
        }
    }
}
