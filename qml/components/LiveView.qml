// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The live picture of a camera. A picture that is no longer live is dimmed, with the reason and the time since when.
Rectangle {
    id: view

    required property Portal portal
    required property string name
    required property string status // `online`, `offline`, or `error`; empty until it is known
    property string reason
    property date since // of the status
    property url source
    property alias picture: live
    // The connection to the server is lost, so that `status` may be out of date.
    readonly property bool cut: !portal.connected && !live.live && !isNaN(portal.lostAt)
    readonly property bool stale: live.hasPicture && !live.live
    readonly property string note: {
        if (view.cut)
            return qsTr("No connection to the server since %1").arg(Times.recent(portal.lostAt))
        if (view.status === "online" || !view.status)
            return view.stale ? qsTr("No new image since %1").arg(Times.recent(live.pictureTime)) : ""
        const reason = words.reasonText(view.reason) || (view.status === "error" ? qsTr("Error") : qsTr("Offline"))
        const known = view.reason !== "connecting" && !isNaN(view.since)
        return known ? qsTr("%1\nsince %2").arg(reason).arg(Times.recent(view.since)) : reason
    }

    color: Theme.picture
    clip: true

    CameraWords {
        id: words
    }
    LivePicture {
        id: live
        anchors.fill: parent
        source: view.source
        fillMode: LivePicture.Fit
        Accessible.name: qsTr("Live view of %1").arg(view.name)
        Accessible.description: view.note
    }
    Rectangle {
        objectName: "dimmed"
        anchors.fill: parent
        visible: view.stale
        color: Theme.pictureShade
    }
    BusyIndicator {
        anchors.centerIn: parent
        visible: !live.hasPicture && !view.note
    }
    Label {
        objectName: "liveNote"
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.large
        visible: text
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        color: Theme.pictureText
        text: view.note
    }
}
