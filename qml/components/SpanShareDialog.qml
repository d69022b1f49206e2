// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// A link to a span of a recording, which plays it without signing in until it expires or is revoked.
Dialog {
    id: dialog

    required property ClipModel clipModel
    property string deviceId
    property string camera
    property string url
    property date expires: new Date(NaN)
    property bool revoked: false

    function begin(device, name, from, to) {
        deviceId = device
        camera = name
        url = ""
        revoked = false
        clipModel.clearErrors()
        clipModel.link(device, from, to)
        open()
    }

    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(560, (parent ? parent.width : 600) - 2 * Theme.large)
    title: qsTr("Share this recording")

    Connections {
        target: dialog.clipModel
        function onLinked(url, expires) {
            dialog.url = url
            dialog.expires = expires
        }
        function onLinksRevoked() { dialog.revoked = true }
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            objectName: "shareNote"
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: Theme.muted
            lineHeight: 1.2
            text: dialog.revoked ? qsTr("All links to %1 were revoked.").arg(dialog.camera)
                  : isNaN(dialog.expires) ? ""
                  : qsTr("Anyone with this link can download the selected span until %1, or until you revoke it or sign out.").arg(Times.recent(dialog.expires))
        }
        ErrorNote {
            text: dialog.clipModel.errorText
        }
        CopyField {
            visible: !dialog.revoked
            label: qsTr("Link")
            name: "spanLink"
            text: dialog.url
        }
        RowLayout {
            spacing: Theme.small

            Button {
                objectName: "revokeLinksButton"
                visible: !dialog.revoked
                danger: true
                text: qsTr("Revoke all links of this camera")
                onClicked: dialog.clipModel.revokeLinks(dialog.deviceId)
            }
            Item {
                Layout.fillWidth: true
            }
            Button {
                objectName: "shareDoneButton"
                text: qsTr("Close")
                onClicked: dialog.close()
            }
        }
    }
}
