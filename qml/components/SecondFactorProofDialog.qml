// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Asks for the password and a code, to switch the second factor off or to create new recovery codes.
FormDialog {
    id: dialog

    required property SecondFactorModel factor
    property bool switchesOff: false
    readonly property var errors: factor.fieldErrors

    values: [password.text, code.text]
    title: switchesOff ? qsTr("Switch two-factor sign-in off") : qsTr("New recovery codes")
    width: Math.min(480, (parent ? parent.width : 520) - 2 * Theme.large)

    function begin(off) {
        factor.clearErrors()
        switchesOff = off
        password.text = ""
        code.text = ""
        open()
        password.focusField()
    }

    function submit() {
        if (!code.text.trim() || factor.busy)
            return
        if (switchesOff)
            factor.disable(password.text, code.text.trim())
        else
            factor.renewCodes(password.text, code.text.trim())
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            text: dialog.switchesOff ? qsTr("Your password alone can sign in again. Your recovery codes will no longer be valid.")
                                     : qsTr("You get ten new codes. The earlier ones will no longer be valid.")
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        TextInputField {
            id: password
            name: "proofPasswordField"
            label: qsTr("Current password")
            hint: qsTr("Leave this empty if you sign in only with another provider.")
            echoMode: TextInput.Password
            error: dialog.errors["password"] ?? ""
            onAccepted: code.focusField()
        }
        TextInputField {
            id: code
            name: "proofCodeField"
            label: qsTr("Code or recovery code")
            maximumLength: 40
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            error: dialog.errors["code"] ?? ""
            onAccepted: dialog.submit()
        }
        ErrorNote {
            text: dialog.factor.errorText
            errors: dialog.errors
            fields: ["password", "code"]
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                objectName: "proofCancelButton"
                text: qsTr("Cancel")
                onClicked: dialog.leave()
            }
            Button {
                objectName: "proofButton"
                highlighted: true
                danger: dialog.switchesOff
                enabled: code.text.trim() && !dialog.factor.busy
                text: dialog.switchesOff ? qsTr("Switch off") : qsTr("Create codes")
                onClicked: dialog.submit()
            }
        }
    }
}
