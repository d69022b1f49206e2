// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The finished and the pending deliveries of all channels.
Item {
    id: panel

    required property DeliveriesModel deliveries
    required property ChannelsModel channels
    required property NotificationWords words

    signal opened(string deliveryId)
    signal resendChosen(string channelId)

    // Rows are copies. They are read again when the model changes.
    property var names: ({})

    function readNames() {
        const read = {}
        for (let row = 0; row < channels.count; ++row)
            read[channels.get(row).channelId] = channels.get(row).name
        names = read
    }

    function choices() {
        const all = [{ value: "", text: qsTr("All channels") }]
        for (const id in names)
            all.push({ value: id, text: names[id] })
        return all
    }

    function stateChoices() {
        const all = [{ value: "", text: qsTr("All states") }]
        for (const state of ["pending", "delivered", "failed", "digested"])
            all.push({ value: state, text: words.stateText(state) })
        return all
    }

    Connections {
        target: panel.channels
        function onStateChanged() { panel.readNames() }
        function onCountChanged() { panel.readNames() }
        function onDataChanged() { panel.readNames() }
    }

    RowLayout {
        id: filters
        x: Theme.huge
        width: parent.width - 2 * Theme.huge
        spacing: Theme.small

        PickBox {
            objectName: "deliveryChannelBox"
            Layout.fillWidth: true
            Layout.maximumWidth: Math.max(240, fitting)
            choices: panel.choices()
            value: panel.deliveries.channelId
            Accessible.name: qsTr("Channel")
            onPicked: (value) => panel.deliveries.channelId = value
        }
        PickBox {
            objectName: "deliveryStateBox"
            Layout.fillWidth: true
            Layout.maximumWidth: Math.max(200, fitting)
            choices: panel.stateChoices()
            value: panel.deliveries.deliveryState
            Accessible.name: qsTr("State")
            onPicked: (value) => panel.deliveries.deliveryState = value
        }
        Item {
            Layout.fillWidth: true
        }
        Button {
            objectName: "resendAllButton"
            visible: panel.deliveries.channelId
            text: qsTr("Resend…")
            onClicked: panel.resendChosen(panel.deliveries.channelId)
        }
    }

    StateView {
        anchors.fill: parent
        anchors.topMargin: filters.height + Theme.medium
        loadState: panel.deliveries.state
        errorText: panel.deliveries.errorText
        emptyIcon: "mail-send"
        emptyTitle: qsTr("No deliveries yet")
        emptyText: qsTr("Notifications sent through your channels are listed here, with each attempt and the content sent.")
        onRetry: panel.deliveries.reload()

        CardGrid {
            list: panel.deliveries
            least: 540

            delegate: CardEntry {
                id: delivery

                required property string deliveryId
                required property string channelId
                required property string type
                required property var model // the role `state` would collide with Item.state
                required property int attempts
                required property date createdAt
                readonly property string progress: model?.state ?? "" // the model is gone before the delegate is
                readonly property bool failed: progress === "failed"

                objectName: "deliveryEntry" + index
                Accessible.name: panel.words.typeText(type) + " " + panel.words.stateText(progress)
                onClicked: panel.opened(deliveryId)

                contentItem: RowLayout {
                    spacing: Theme.medium

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: Theme.tiny

                        Label {
                            Layout.fillWidth: true
                            text: panel.words.typeText(delivery.type)
                            elide: Text.ElideRight
                        }
                        Label {
                            Layout.fillWidth: true
                            text: (panel.names[delivery.channelId] ?? "") + " · " + Times.moment(delivery.createdAt)
                            elide: Text.ElideRight
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                    }
                    ColumnLayout {
                        spacing: Theme.tiny

                        Label {
                            objectName: "deliveryState" + delivery.index
                            Layout.alignment: Qt.AlignRight
                            text: panel.words.stateText(delivery.progress)
                            font.weight: Font.Bold
                            color: delivery.failed ? Theme.danger : delivery.progress === "pending" ? Theme.warning : Theme.text
                        }
                        Label {
                            Layout.alignment: Qt.AlignRight
                            visible: delivery.attempts > 0
                            text: qsTr("%n attempt(s)", "", delivery.attempts)
                            color: Theme.muted
                            font.pixelSize: Theme.smallText
                        }
                    }
                }
            }
        }
    }
}
