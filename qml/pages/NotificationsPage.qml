// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The inbox, the channels, and their deliveries.
Page {
    id: page

    required property Portal portal
    property alias tab: tabs.current

    signal markOpened(string markId)
    signal cameraOpened(string deviceId)

    header: PageHeader {
        title: qsTr("Inbox")

        CheckBox {
            objectName: "unreadOnlyBox"
            visible: tabs.current === 0
            text: qsTr("Unread only")
            onToggled: notifications.unreadOnly = checked
        }
        Button {
            objectName: "allReadButton"
            visible: tabs.current === 0 && notifications.state === LoadState.Ready
            enabled: !notifications.busy
            text: qsTr("Mark all as read")
            onClicked: notifications.markAllRead()
        }
        Button {
            objectName: "addChannelButton"
            visible: tabs.current === 1 && channels.state === LoadState.Ready
            highlighted: true
            icon.name: "list-add"
            text: qsTr("Add channel")
            onClicked: channelDialog.begin(null)
        }
    }

    NotificationWords {
        id: words
    }
    NotificationsModel {
        id: notifications
        portal: page.portal
    }
    CamerasModel {
        id: cameras
        portal: page.portal
    }
    ChannelsModel {
        id: channels
        portal: page.portal
        onSaved: channelDialog.close()
        onSecretMade: (name, secret) => {
            channelDialog.close()
            secretDialog.begin(name, secret)
        }
        onTested: (name) => toast.show(qsTr("Sending a test through “%1”.").arg(name))
        onResent: (count) => {
            toast.show(qsTr("Resending %n notification(s).", "", count))
            deliveries.reload()
        }
    }
    DeliveriesModel {
        id: deliveries
        portal: page.portal
        active: tabs.current === 2
    }

    PageTabs {
        id: tabs
        x: Theme.huge
        width: parent.width - 2 * Theme.huge
        titles: [qsTr("Inbox"), qsTr("Channels"), qsTr("Deliveries")]
    }
    Item {
        anchors.fill: parent
        anchors.topMargin: tabs.height + Theme.medium

        NewsPanel {
            anchors.fill: parent
            visible: tabs.current === 0
            notifications: notifications
            cameras: cameras
            words: words
            onOpened: (notificationId, object, deviceId) => {
                notifications.markRead(notificationId)
                if (object.startsWith("mark_"))
                    page.markOpened(object)
                else if (deviceId)
                    page.cameraOpened(deviceId)
            }
        }
        ChannelsPanel {
            anchors.fill: parent
            visible: tabs.current === 1
            channels: channels
            words: words
            onAddChosen: channelDialog.begin(null)
            onChangeChosen: (channel) => channelDialog.begin(channel)
            onRemoveChosen: (channel) => removeDialog.begin(channel)
            onDeliveriesChosen: (channelId) => {
                deliveries.channelId = channelId
                tabs.current = 2
            }
        }
        DeliveriesPanel {
            anchors.fill: parent
            visible: tabs.current === 2
            deliveries: deliveries
            channels: channels
            words: words
            onOpened: (deliveryId) => deliveryDialog.begin(deliveryId)
            onResendChosen: resendDialog.open()
        }
    }

    ChannelDialog {
        id: channelDialog
        portal: page.portal
        channels: channels
        words: words
        onRotateChosen: rotateDialog.open()
    }
    SecretDialog {
        id: secretDialog
    }
    DeliveryDialog {
        id: deliveryDialog
        portal: page.portal
        deliveries: deliveries
        words: words
    }
    ConfirmDialog {
        id: removeDialog
        property string channelId

        function begin(channel) {
            channelId = channel.channelId
            title = qsTr("Delete “%1”?").arg(channel.name)
            open()
        }

        parent: T.Overlay.overlay
        question: qsTr("Pending notifications for this channel are not sent, and its delivery history is deleted.")
        action: qsTr("Delete")
        onConfirmed: channels.remove(channelId)
    }
    ConfirmDialog {
        id: rotateDialog
        parent: T.Overlay.overlay
        title: qsTr("Create a new secret?")
        question: qsTr("For one day, requests are signed with both secrets, so that your program can switch over.")
        action: qsTr("Create secret")
        onConfirmed: channels.rotateSecret(channelDialog.channelId)
    }
    ConfirmDialog {
        id: resendDialog
        parent: T.Overlay.overlay
        title: qsTr("Resend all notifications?")
        question: qsTr("All notifications of the last 24 hours are sent through this channel again. Your program can recognize duplicates by their ID.")
        action: qsTr("Resend")
        onConfirmed: channels.resendLast(deliveries.channelId, 24)
    }
    Toast {
        id: toast
    }
}
