// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

EntranceForm {
    id: page

    required property Portal portal
    readonly property var errors: reset.fieldErrors

    headline: reset.step === PasswordReset.Done ? qsTr("Done") : qsTr("Reset password")
    lead: reset.step === PasswordReset.Address ? qsTr("We'll send a code to your email address.")
          : reset.step === PasswordReset.Code ? qsTr("If an account exists for %1, we have sent it a code.").arg(reset.email)
          : reset.step === PasswordReset.Password ? qsTr("Choose a long password that you don't use anywhere else.")
          : portal.session.busy ? qsTr("Your password is changed. Signing in…") : qsTr("Your password is changed. Sign in with the new password.")

    PasswordReset {
        id: reset
        portal: page.portal
    }
    Registration {
        id: judge
        portal: page.portal
    }

    TextInputField {
        id: email
        name: "emailField"
        visible: reset.step === PasswordReset.Address
        label: qsTr("Email address")
        error: page.errors["address"] ?? ""
        onAccepted: reset.request(text)
    }
    CodeField {
        id: code
        visible: reset.step === PasswordReset.Code
        error: page.errors["code"] ?? ""
        onCompleted: (digits) => reset.verify(digits)
    }
    LocalMail {
        portal: page.portal
        visible: portal.outboxAvailable && reset.step === PasswordReset.Code
        onCodePicked: (digits) => code.text = digits
    }
    TextInputField {
        id: password
        name: "newPasswordField"
        visible: reset.step === PasswordReset.Password
        label: qsTr("New password")
        error: page.errors["newPassword"] ?? ""
        echoMode: TextInput.Password
        onEdited: judge.check(text, [reset.email])
        onAccepted: reset.finish(text)
    }
    StrengthMeter {
        visible: password.visible && strength >= 0
        strength: password.text ? judge.strength : -1
        strengthText: judge.strengthText
        feedback: judge.feedback
    }
    ErrorNote {
        text: reset.errorText
        errors: page.errors
        fields: ["address", "code", "newPassword"]
    }
    Button {
        objectName: "nextButton"
        Layout.fillWidth: true
        highlighted: true
        enabled: !reset.busy
        text: reset.step === PasswordReset.Address ? qsTr("Send code")
              : reset.step === PasswordReset.Code ? qsTr("Verify")
              : reset.step === PasswordReset.Password ? qsTr("Set password") : qsTr("Sign in")
        onClicked: {
            switch (reset.step) {
            case PasswordReset.Address: reset.request(email.text); break
            case PasswordReset.Code: reset.verify(code.text); break
            case PasswordReset.Password: reset.finish(password.text); break
            default: page.back()
            }
        }
    }
}
