// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

FormDialog {
    id: dialog

    required property CamerasModel cameras
    // The address of the demo camera, if there is one.
    property string proposal
    readonly property var errors: dialog.cameras.fieldErrors

    title: qsTr("Add camera")
    values: [name.text, address.text, username.text, password.text]
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(460, (parent ? parent.width : 500) - 2 * Theme.large)

    function begin() {
        cameras.clearErrors()
        name.text = ""
        address.text = proposal
        username.text = ""
        password.text = ""
        open()
        name.focusField()
    }

    function submit() {
        const values = { name: name.text, sourceUrl: address.text.trim() }
        if (username.text)
            values.username = username.text
        if (password.text)
            values.password = password.text
        cameras.add(values)
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        TextInputField {
            id: name
            name: "cameraNameField"
            label: qsTr("Name")
            placeholderText: qsTr("Front door")
            error: dialog.errors["name"] ?? ""
            maximumLength: 100
            onAccepted: address.focusField()
        }
        TextInputField {
            id: address
            name: "cameraAddressField"
            label: qsTr("Address")
            placeholderText: "rtsp://192.168.1.20/live"
            error: dialog.errors["sourceUrl"] ?? ""
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            onAccepted: username.focusField()
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.medium

            TextInputField {
                id: username
                name: "cameraUserField"
                Layout.preferredWidth: 1
                label: qsTr("User name (optional)")
                error: dialog.errors["username"] ?? ""
                onAccepted: password.focusField()
            }
            TextInputField {
                id: password
                name: "cameraPasswordField"
                Layout.preferredWidth: 1
                label: qsTr("Password (optional)")
                echoMode: TextInput.Password
                error: dialog.errors["password"] ?? ""
                onAccepted: dialog.submit()
            }
        }
        Label {
            objectName: "keptNote"
            Layout.fillWidth: true
            text: qsTr("Waymark records the camera continuously. Recordings are kept as long as your plan and the server allow; the oldest are deleted first. You can change both in the camera's settings.")
            color: Theme.muted
            font.pixelSize: Theme.smallText
            wrapMode: Text.Wrap
        }
        ErrorNote {
            text: dialog.cameras.errorText
            errors: dialog.errors
            fields: ["name", "sourceUrl", "username", "password"]
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                objectName: "cancelCameraButton"
                text: qsTr("Cancel")
                onClicked: dialog.leave()
            }
            Button {
                objectName: "saveCameraButton"
                highlighted: true
                enabled: name.text && address.text && !dialog.cameras.busy
                text: qsTr("Add")
                onClicked: dialog.submit()
            }
        }
    }
}
