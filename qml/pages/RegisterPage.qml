// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

EntranceForm {
    id: page

    required property Portal portal
    // The email address of an earlier registration that is not verified yet.
    property string resumeFor
    // The password of that registration, to sign in with once the address is verified.
    property string password
    readonly property var errors: registration.fieldErrors

    signal signInChosen(string email)

    headline: registration.step === Registration.Details ? qsTr("Create an account")
              : registration.step === Registration.Code ? qsTr("Check your email") : qsTr("Welcome!")
    lead: registration.step === Registration.Details ? qsTr("For developers: add cameras and register apps.")
          : registration.step === Registration.Code ? qsTr("We sent a six-digit code to %1.").arg(registration.email)
          : portal.session.busy ? qsTr("Your email address is verified. Signing in…") : qsTr("Your email address is verified. You can sign in now.")

    Component.onCompleted: resumeFor ? registration.resume(resumeFor, page.password) : name.focusField()

    Registration {
        id: registration
        portal: page.portal
        onStepChanged: if (step === Registration.Code)
            code.focusField()
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.large
        visible: registration.step === Registration.Details

        function submit() {
            registration.signUp(email.text, password.text, name.text, phone.text)
        }

        id: details

        TextInputField {
            id: name
            name: "nameField"
            label: qsTr("Name")
            error: page.errors["name"] ?? ""
            maximumLength: 200
            onAccepted: email.focusField()
        }
        TextInputField {
            id: email
            name: "emailField"
            label: qsTr("Email address")
            error: page.errors["email"] ?? ""
            inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
            onAccepted: phone.focusField()
        }
        TextInputField {
            id: phone
            name: "phoneField"
            label: qsTr("Phone (optional)")
            error: page.errors["phone"] ?? ""
            onAccepted: password.focusField()
        }
        TextInputField {
            id: password
            name: "passwordField"
            label: qsTr("Password")
            error: page.errors["password"] ?? ""
            echoMode: TextInput.Password
            onEdited: registration.check(text, [name.text, email.text])
            onAccepted: details.submit()
        }
        StrengthMeter {
            strength: password.text ? registration.strength : -1
            strengthText: registration.strengthText
            feedback: registration.feedback
        }
        ErrorNote {
            text: registration.errorText
            errors: page.errors
            fields: ["name", "email", "phone", "password"]
        }
        Button {
            objectName: "createAccountButton"
            Layout.fillWidth: true
            highlighted: true
            enabled: name.text && email.text && registration.strength >= 3 && !registration.busy
            text: registration.busy ? qsTr("Creating account…") : qsTr("Create account")
            onClicked: details.submit()
        }
        Button {
            objectName: "toSignInButton"
            Layout.alignment: Qt.AlignHCenter
            flat: true
            text: qsTr("I already have an account")
            onClicked: page.signInChosen(email.text)
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.large
        visible: registration.step === Registration.Code

        CodeField {
            id: code
            error: page.errors["code"] ?? ""
            onCompleted: (digits) => registration.verify(digits)
        }
        ErrorNote {
            text: registration.errorText
            errors: page.errors
            fields: ["code"]
        }
        LocalMail {
            portal: page.portal
            onCodePicked: (digits) => code.text = digits
        }
        Button {
            objectName: "verifyButton"
            Layout.fillWidth: true
            highlighted: true
            enabled: code.complete && !registration.busy
            text: qsTr("Verify")
            onClicked: registration.verify(code.text)
        }
        Button {
            objectName: "resendButton"
            Layout.alignment: Qt.AlignHCenter
            flat: true
            enabled: registration.resendIn === 0
            text: registration.resendIn > 0 ? qsTr("Resend in %1 s").arg(registration.resendIn) : qsTr("Resend code")
            onClicked: registration.resend()
        }
    }

    Button {
        objectName: "continueButton"
        Layout.fillWidth: true
        visible: registration.step === Registration.Done
        highlighted: true
        text: qsTr("Sign in")
        onClicked: page.signInChosen(registration.email)
    }
}
