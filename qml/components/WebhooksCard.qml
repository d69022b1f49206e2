// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The health of the account's webhooks, with a test message of any type.
ListCard {
    id: card

    required property Portal portal
    property string type: "mark.opened"

    title: qsTr("Webhooks")
    hint: qsTr("Deliveries in the last 24 hours")
    list: webhooks
    emptyText: qsTr("No webhooks yet. Add a channel of the kind webhook in the inbox.")

    function healthText(health) {
        return { off: qsTr("Turned off"), idle: qsTr("Idle"), healthy: qsTr("Healthy"), failing: qsTr("Failing") }[health] ?? health
    }

    function lastText(hook) {
        if (isNaN(hook.lastAt))
            return ""
        return "\n" + qsTr("Last: %1").arg(Times.recent(hook.lastAt)) + " · " + (hook.lastError || hook.lastStatus)
    }

    NotificationWords {
        id: words
    }
    PickBox {
        objectName: "testTypeBox"
        Layout.fillWidth: true
        Layout.maximumWidth: 320
        choices: words.types.map((type) => ({ value: type, text: type }))
        value: card.type
        Accessible.name: qsTr("Type of the test message")
        onPicked: (value) => card.type = value
    }
    Repeater {
        model: ChannelHealthModel {
            id: webhooks
            portal: card.portal
        }

        ListRow {
            id: entry

            required property int index
            required property string channelId
            required property string target
            required property string health
            required property double delivered
            required property double pending
            required property double failed
            required property var lastAt
            required property var lastStatus
            required property var lastError

            title: entry.target
            badge: card.healthText(entry.health)
            badgeColor: entry.health === "failing" ? Theme.danger : entry.health === "healthy" ? Theme.success : Theme.muted
            detail: qsTr("%1 delivered, %2 pending, %3 failed").arg(entry.delivered).arg(entry.pending).arg(entry.failed) + card.lastText(entry)
            action: qsTr("Send test")
            actionName: "testWebhook" + entry.index
            busy: webhooks.busy || entry.health === "off"
            onTriggered: webhooks.test(entry.channelId, card.type)
        }
    }
}
