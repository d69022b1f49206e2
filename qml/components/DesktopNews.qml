// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client

// Shows new notifications on the desktop while the portal is behind other windows.
Item {
    id: watcher

    required property Desktop desktop
    required property NotificationsModel notifications
    property bool started: false
    property string last // ID of the newest that was seen; IDs sort by time

    function linkOf(row) {
        return row.object.startsWith("mark_") ? "waymark://marks/" + row.object
               : row.deviceId ? "waymark://cameras/" + row.deviceId : "waymark://inbox"
    }

    function look() {
        if (notifications.state !== LoadState.Ready && notifications.state !== LoadState.Empty)
            return
        const before = last
        const show = started && !Window.active
        started = true
        for (let i = 0; i < notifications.count; ++i) {
            const row = notifications.get(i)
            if (row.notificationId <= before)
                break
            if (row.notificationId > last)
                last = row.notificationId
            if (show && i < 3) // no flood after a night
                desktop.notify(words.headline(row.type, row.title, ""), row.text ?? "", linkOf(row))
        }
    }

    Connections {
        target: watcher.notifications
        function onStateChanged() { watcher.look() }
        function onCountChanged() { watcher.look() }
    }
    NotificationWords {
        id: words
    }
}
