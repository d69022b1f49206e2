// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The channels that deliver notifications outside the portal.
StateView {
    id: panel

    required property ChannelsModel channels
    required property NotificationWords words

    signal addChosen
    signal changeChosen(var channel)
    signal removeChosen(var channel)
    signal deliveriesChosen(string channelId)

    loadState: channels.state
    errorText: channels.errorText
    emptyIcon: "mail-send"
    emptyTitle: qsTr("No channels yet")
    emptyText: qsTr("Add a channel to receive notifications by email, or to send them to your program as signed webhooks.")
    emptyAction: qsTr("Add channel")
    onEmptyActionTriggered: addChosen()
    onRetry: channels.reload()

    function about(channel) {
        const parts = [words.kindText(channel.kind), channel.target]
        if (channel.types.length > 0)
            parts.push(qsTr("%n event type(s)", "", channel.types.length))
        if (channel.devices.length > 0)
            parts.push(qsTr("%n camera(s)", "", channel.devices.length))
        if (channel.quietFrom)
            parts.push(qsTr("quiet hours %1 to %2").arg(Times.ofDay(channel.quietFrom)).arg(Times.ofDay(channel.quietTo)))
        return parts.join(" · ")
    }

    CardGrid {
        list: panel.channels
        least: 540

        delegate: CardFrame {
            id: channel

            required property int index
            required property string channelId
            required property string kind
            required property string name
            required property string target
            required property var types
            required property var devices
            required property var quietFrom
            required property var quietTo
            required property var disabledReason
            required property var model
            // The role has the name of a property of items. The model is gone before the delegate is.
            readonly property bool active: Boolean(model?.enabled)

            RowLayout {
                spacing: Theme.medium

                Symbol {
                    name: channel.kind === "webhook" ? "code-context" : "mail-send"
                    size: 22
                    color: channel.active ? Theme.accent : Theme.muted
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    Label {
                        objectName: "channelName" + channel.index
                        Layout.fillWidth: true
                        text: channel.name
                        elide: Text.ElideRight
                        font.weight: Font.Bold
                    }
                    Label {
                        Layout.fillWidth: true
                        text: panel.about(channel)
                        color: Theme.muted
                        font.pixelSize: Theme.chipText
                        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    }
                    Label {
                        objectName: "channelPaused" + channel.index
                        Layout.fillWidth: true
                        visible: !channel.active
                        text: channel.disabledReason ? qsTr("Turned off: %1").arg(channel.disabledReason) : qsTr("Paused")
                        color: Theme.warning
                        font.pixelSize: Theme.chipText
                        wrapMode: Text.Wrap
                    }
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.small

                Button {
                    objectName: "testChannel" + channel.index
                    enabled: !panel.channels.busy && channel.active
                    text: qsTr("Send test")
                    onClicked: panel.channels.test(channel.channelId)
                }
                Button {
                    objectName: "channelDeliveries" + channel.index
                    text: qsTr("Deliveries")
                    onClicked: panel.deliveriesChosen(channel.channelId)
                }
                Button {
                    objectName: "changeChannel" + channel.index
                    text: qsTr("Edit")
                    onClicked: panel.changeChosen(panel.channels.get(channel.index))
                }
                Button {
                    objectName: "pauseChannel" + channel.index
                    enabled: !panel.channels.busy
                    text: channel.active ? qsTr("Pause") : qsTr("Turn on")
                    onClicked: panel.channels.setEnabled(channel.channelId, !channel.active)
                }
                Button {
                    objectName: "removeChannel" + channel.index
                    enabled: !panel.channels.busy
                    text: qsTr("Delete")
                    onClicked: panel.removeChosen(panel.channels.get(channel.index))
                }
            }
        }
    }
}
