// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Style

// Shows what a web hook is signed with, this once.
Dialog {
    id: dialog

    property string secret

    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(560, (parent ? parent.width : 600) - 2 * Theme.large)
    closePolicy: T.Popup.NoAutoClose

    function begin(name, made) {
        title = qsTr("The secret of “%1”").arg(name)
        secret = made
        open()
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            text: qsTr("Your program checks signatures with it. Copy it now: it is not shown again.")
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
            text: qsTr("I have it")
            onClicked: {
                dialog.secret = ""
                dialog.close()
            }
        }
    }
}
