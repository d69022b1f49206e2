// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Renames a security key, or removes it after the password and a code.
FormDialog {
    id: dialog

    required property SecurityKeysModel keys
    property string keyId
    property bool removing: false
    readonly property var errors: keys.fieldErrors
    readonly property bool complete: removing ? code.text.trim() : name.text.trim()

    values: [name.text, password.text, code.text]
    title: removing ? qsTr("Remove security key") : qsTr("Security key")
    width: Math.min(480, (parent ? parent.width : 520) - 2 * Theme.large)

    function begin(id, oldName) {
        keys.clearErrors()
        keyId = id
        removing = false
        name.text = oldName
        password.text = ""
        code.text = ""
        open()
        name.focusField()
    }

    function submit() {
        if (!complete || keys.busy)
            return
        if (removing)
            keys.remove(keyId, password.text, code.text.trim())
        else
            keys.rename(keyId, name.text.trim())
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        TextInputField {
            id: name
            name: "keyNameField"
            visible: !dialog.removing
            label: qsTr("Name")
            maximumLength: 60
            error: dialog.errors["name"] ?? ""
            onAccepted: dialog.submit()
        }
        Label {
            Layout.fillWidth: true
            visible: dialog.removing
            text: qsTr("“%1” can no longer sign in, and all other devices, browsers, and apps are signed out. You can also remove the key on the web page for keys, without a code.").arg(name.text)
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        TextInputField {
            id: password
            name: "keyPasswordField"
            visible: dialog.removing
            label: qsTr("Current password")
            hint: qsTr("Leave this empty if you sign in only with another provider.")
            echoMode: TextInput.Password
            error: dialog.errors["password"] ?? ""
            onAccepted: code.focusField()
        }
        TextInputField {
            id: code
            name: "keyCodeField"
            visible: dialog.removing
            label: qsTr("Code or recovery code")
            maximumLength: 40
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            error: dialog.errors["code"] ?? ""
            onAccepted: dialog.submit()
        }
        ErrorNote {
            text: dialog.keys.errorText
            errors: dialog.errors
            fields: ["name", "password", "code"]
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small

            Button {
                objectName: "keyRemoveButton"
                visible: !dialog.removing
                danger: true
                text: qsTr("Remove…")
                onClicked: {
                    dialog.keys.clearErrors()
                    dialog.removing = true
                    password.focusField()
                }
            }
            Item {
                Layout.fillWidth: true
            }
            Button {
                objectName: "keyCancelButton"
                text: qsTr("Cancel")
                onClicked: dialog.leave()
            }
            Button {
                objectName: "keyDoneButton"
                highlighted: true
                danger: dialog.removing
                enabled: dialog.complete && !dialog.keys.busy
                text: dialog.removing ? qsTr("Remove") : qsTr("Save")
                onClicked: dialog.submit()
            }
        }
    }
}
