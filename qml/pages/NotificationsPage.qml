// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// What the account is told.
Page {
    id: page

    required property Portal portal

    signal markOpened(string markId)
    signal cameraOpened(string deviceId)

    header: PageHeader {
        title: qsTr("Notifications")

        CheckBox {
            objectName: "unreadOnlyBox"
            text: qsTr("Unread only")
            onToggled: notifications.unreadOnly = checked
        }
        Button {
            objectName: "allReadButton"
            visible: notifications.state === LoadState.Ready
            enabled: !notifications.busy
            text: qsTr("Mark all as read")
            onClicked: notifications.markAllRead()
        }
    }

    NotificationsModel {
        id: notifications
        portal: page.portal
    }

    StateView {
        anchors.fill: parent
        loadState: notifications.state
        errorText: notifications.errorText
        emptyIcon: "notifications"
        emptyTitle: notifications.unreadOnly ? qsTr("Nothing is unread") : qsTr("Nothing has happened yet")
        emptyText: qsTr("Cameras that are lost and found, marks, orders and keys are told here.")
        onRetry: notifications.reload()

        ListView {
            anchors.fill: parent
            anchors.leftMargin: Theme.huge
            anchors.rightMargin: Theme.huge
            spacing: Theme.small
            clip: true
            model: notifications
            ScrollBar.vertical: ScrollBar { }
            onAtYEndChanged: if (atYEnd && notifications.hasMore)
                notifications.loadMore()

            delegate: ItemDelegate {
                id: entry

                required property int index
                required property string notificationId
                required property string type
                required property string title
                required property var model // its `text` is taken in an ItemDelegate
                required property string object
                required property var deviceId
                required property bool read
                required property date createdAt

                objectName: "notificationEntry" + index
                width: Math.min(ListView.view.width, 860)
                padding: Theme.large
                Accessible.name: page.typeText(type) + " " + title
                onClicked: page.open(notificationId, object, deviceId)

                background: Rectangle {
                    radius: Theme.cardRadius
                    color: entry.hovered ? Theme.hover : Theme.surface
                    border.color: entry.visualFocus ? Theme.accent : Theme.border
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
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: Theme.tiny

                        Label {
                            Layout.fillWidth: true
                            text: page.typeText(entry.type)
                            elide: Text.ElideRight
                            font.weight: entry.read ? Font.Normal : Font.DemiBold
                        }
                        Label {
                            Layout.fillWidth: true
                            text: entry.model.text ? entry.title + " · " + entry.model.text : entry.title
                            elide: Text.ElideRight
                            color: Theme.muted
                        }
                    }
                    Label {
                        text: entry.createdAt.toLocaleString(Qt.locale(), Locale.ShortFormat)
                        color: Theme.muted
                        font.pixelSize: Theme.smallText
                    }
                }
            }
        }
    }

    function open(notificationId, object, deviceId) {
        notifications.markRead(notificationId)
        if (object.startsWith("mark_"))
            markOpened(object)
        else if (deviceId)
            cameraOpened(deviceId)
    }
    function typeText(type) {
        return {
            "camera.lost": qsTr("A camera is lost"), "camera.found": qsTr("A camera is back"),
            "camera.changed": qsTr("A camera has changed"), "mark.opened": qsTr("Something is seen"),
            "mark.updated": qsTr("It is seen more clearly"), "mark.closed": qsTr("It is over"),
            "order.paid": qsTr("An order is paid"), "trial.ending": qsTr("A trial ends soon"),
            "key.rotated": qsTr("An app's key was replaced"), "face.analyzed": qsTr("A picture was looked at for faces"), "announcement": qsTr("Announcement")
        }[type] ?? type
    }
}
