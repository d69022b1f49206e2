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

    ListView {
        anchors.fill: parent
        anchors.leftMargin: Theme.huge
        anchors.rightMargin: Theme.huge
        spacing: Theme.small
        clip: true
        model: panel.notifications
        ScrollBar.vertical: ScrollBar { }
        onAtYEndChanged: if (atYEnd && panel.notifications.hasMore)
            panel.notifications.loadMore()

        delegate: ItemDelegate {
            id: entry

            required property int index
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
            width: Math.min(ListView.view.width, 860)
            padding: Theme.large
            Accessible.name: whole ? headline : headline + " " + title
            onClicked: panel.opened(notificationId, object, deviceId)

            background: Rectangle {
                radius: Theme.cardRadius
                color: entry.hovered ? Theme.hover : Theme.surface
                border.color: entry.visualFocus ? Theme.accent : Theme.divider
                border.width: entry.visualFocus ? 2 : 1
            }
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
