// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Style

// Shows new recovery codes. They are shown only once, so the dialog closes only after a confirmation.
Dialog {
    id: dialog

    required property var codes

    title: qsTr("Save your recovery codes")
    width: Math.min(480, (parent ? parent.width : 520) - 2 * Theme.large)
    closePolicy: T.Popup.NoAutoClose
    onAboutToShow: saved.checked = false
    onOpened: copy.forceActiveFocus(Qt.TabFocusReason)

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            text: qsTr("Each code signs you in once if you lose your authenticator app. Keep the codes in a safe place: they won't be shown again.")
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        TextArea {
            id: list
            objectName: "recoveryCodeList"
            Layout.fillWidth: true
            readOnly: true
            text: dialog.codes.join("\n")
            font.family: Theme.monospace
            Accessible.name: qsTr("Recovery codes")
        }
        Button {
            id: copy
            objectName: "recoveryCodesCopy"
            text: copied.running ? qsTr("Copied") : qsTr("Copy all")
            icon.name: copied.running ? "dialog-ok" : "edit-copy"
            onClicked: {
                list.selectAll()
                list.copy()
                list.deselect()
                copied.restart()
            }

            Timer {
                id: copied
                interval: 2000
            }
        }
        CheckBox {
            id: saved
            objectName: "recoveryCodesSaved"
            Layout.fillWidth: true
            text: qsTr("I have saved the codes")
        }
        Button {
            objectName: "recoveryCodesDone"
            Layout.alignment: Qt.AlignRight
            highlighted: true
            enabled: saved.checked
            text: qsTr("Done")
            onClicked: dialog.close()
        }
    }
}
