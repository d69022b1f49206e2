// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Style

// Shows the signing secret of a webhook. The secret is shown only once.
Dialog {
    id: dialog

    property string secret

    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(560, (parent ? parent.width : 600) - 2 * Theme.large)
    closePolicy: T.Popup.NoAutoClose

    function begin(name, made) {
        title = qsTr("Secret of “%1”").arg(name)
        secret = made
        open()
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            text: qsTr("Your program uses this secret to verify signatures. Copy it now: it won't be shown again.")
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        CopyField {
            label: qsTr("Secret")
            name: "channelSecret"
            text: dialog.secret
        }
        Button {
            objectName: "secretDoneButton"
            Layout.alignment: Qt.AlignRight
            highlighted: true
            text: qsTr("I have copied it")
            onClicked: {
                dialog.secret = ""
                dialog.close()
            }
        }
    }
}
