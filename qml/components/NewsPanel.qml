// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The inbox: all notifications, newest first.
StateView {
    id: panel

    required property NotificationsModel notifications
    required property CamerasModel cameras
    required property NotificationWords words

    signal opened(string notificationId, string object, var deviceId)

    function cameraName(id) {
        return id && cameras.count > 0 ? cameras.nameOf(id) : ""
    }

    loadState: notifications.state
    errorText: notifications.errorText
    emptyIcon: "notifications"
    emptyTitle: notifications.unreadOnly ? qsTr("No unread notifications") : qsTr("No notifications yet")
    emptyText: qsTr("Notifications about cameras, marks, orders, and keys appear here.")
    onRetry: notifications.reload()

    CardGrid {
        list: panel.notifications
        least: 540

        delegate: CardEntry {
            id: entry

            required property string notificationId
            required property string type
            required property string title
            required property var model // the role `text` would collide with ItemDelegate.text
            required property string object
            required property var deviceId
            required property bool read
            required property date createdAt
            required property var thumbnailUrl
            readonly property string headline: panel.words.headline(type, title, panel.cameraName(deviceId))
            readonly property bool whole: headline !== panel.words.typeText(type)

            objectName: "notificationEntry" + index
            Accessible.name: whole ? headline : headline + " " + title
            onClicked: panel.opened(notificationId, object, deviceId)

            contentItem: RowLayout {
                spacing: Theme.medium

                Rectangle {
                    objectName: "unreadDot" + entry.index
                    implicitWidth: 8
                    implicitHeight: 8
                    radius: 4
                    color: Theme.accent
                    opacity: entry.read ? 0 : 1
                }
                Image {
                    objectName: "notificationPicture" + entry.index
                    Layout.preferredWidth: 64
                    Layout.preferredHeight: 36
                    visible: source != ""
                    source: entry.thumbnailUrl ?? ""
                    fillMode: Image.PreserveAspectCrop
                    asynchronous: true
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.tiny

                    Label {
                        Layout.fillWidth: true
                        text: entry.headline
                        elide: Text.ElideRight
                        font.weight: entry.read ? Font.Normal : Font.Bold
                    }
                    Label {
                        Layout.fillWidth: true
                        visible: text
                        text: [entry.whole ? "" : entry.title, entry.model?.text].filter((part) => part).join(" · ")
                        elide: Text.ElideRight
                        color: Theme.muted
                    }
                }
                Label {
                    text: Times.moment(entry.createdAt)
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                }
            }
        }
    }
}
