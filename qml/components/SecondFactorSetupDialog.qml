// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Sets up an authenticator app: the password, the secret as a QR code and as text, and the first code of the app.
FormDialog {
    id: dialog

    required property SecondFactorModel factor
    readonly property bool scanning: factor.uri
    readonly property var errors: factor.fieldErrors

    values: [password.text, recovery.text, code.text]
    title: qsTr("Set up two-factor sign-in")
    width: Math.min(480, (parent ? parent.width : 520) - 2 * Theme.large)
    height: Math.min(implicitHeight, (parent ? parent.height : 720) - 2 * Theme.large)

    function begin() {
        factor.clearErrors()
        factor.forgetSecrets()
        password.text = ""
        recovery.text = ""
        code.text = ""
        others.checked = factor.required
        open()
        password.focusField()
    }

    onScanningChanged: if (scanning)
        code.focusField()

    Connections {
        target: dialog.factor
        function onFeedbackChanged() {
            if (dialog.errors["code"])
                code.text = ""
        }
    }

    contentItem: DialogScroll {
        Label {
            Layout.fillWidth: true
            text: dialog.scanning ? qsTr("Scan the QR code with your authenticator app, or enter the key by hand. Then enter the code that the app shows.")
                                  : qsTr("You need an authenticator app on your phone. Confirm your password first. Leave it empty if you sign in only with another provider.")
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        TextInputField {
            id: password
            name: "setupPasswordField"
            visible: !dialog.scanning
            label: qsTr("Current password")
            echoMode: TextInput.Password
            error: dialog.errors["password"] ?? ""
            onAccepted: next.clicked()
        }
        TextInputField {
            id: recovery
            name: "setupRecoveryField"
            visible: !dialog.scanning && dialog.factor.securityKeys > 0
            label: qsTr("Recovery code")
            hint: qsTr("You have security keys. One of your recovery codes shows that it is you.")
            error: dialog.errors["code"] ?? ""
            onAccepted: next.clicked()
        }
        QrCode {
            objectName: "setupQrCode"
            visible: dialog.scanning
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: 220
            Layout.preferredHeight: 220
            text: dialog.factor.uri
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code with the key below")
        }
        CopyField {
            visible: dialog.scanning
            label: qsTr("Key")
            name: "setupSecret"
            text: dialog.factor.secret
        }
        CodeField {
            id: code
            visible: dialog.scanning
            error: dialog.errors["code"] ?? ""
            onCompleted: (digits) => dialog.factor.confirm(digits, others.checked)
        }
        CheckBox {
            id: others
            objectName: "setupEndOthers"
            Layout.fillWidth: true
            visible: dialog.scanning
            enabled: !dialog.factor.required
            text: qsTr("Sign out all other devices and apps")
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
                objectName: "setupCancelButton"
                text: qsTr("Cancel")
                onClicked: dialog.leave()
            }
            Button {
                id: next
                objectName: "setupNextButton"
                highlighted: true
                enabled: !dialog.factor.busy && (!dialog.scanning || code.complete)
                text: dialog.scanning ? qsTr("Switch on") : qsTr("Next")
                onClicked: {
                    if (dialog.scanning)
                        code.submit()
                    else if (!dialog.factor.busy)
                        dialog.factor.begin(password.text, recovery.visible ? recovery.text : "")
                }
            }
        }
    }
}
