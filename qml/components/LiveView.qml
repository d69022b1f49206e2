// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client
import Waymark.Style

// The live picture of a camera, with its age.
Rectangle {
    id: view

    required property Portal portal
    required property string name
    required property string status // `online`, `offline`, or `error`; empty until it is known
    property string reason
    property date since // of the status
    property url source
    property alias picture: live
    property alias editable: age.editable
    property alias clocked: age.clocked
    readonly property bool cut: age.cut
    readonly property bool stale: age.stale
    readonly property string health: age.health
    readonly property string note: age.note

    signal settingsChosen

    color: Theme.picture

    LivePicture {
        id: live
        anchors.fill: parent
        source: view.source
        fillMode: LivePicture.Fit
        Accessible.name: qsTr("Live view of %1").arg(view.name)
        Accessible.description: view.note
    }
    PictureAge {
        id: age
        anchors.fill: parent
        portal: view.portal
        picture: live
        status: view.status
        reason: view.reason
        since: view.since
        onSettingsChosen: view.settingsChosen()
    }
}
