// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

EntranceForm {
    id: page

    required property Portal portal
    property string email: portal.session.lastEmail

    signal registerChosen
    signal forgotten
    signal unverified(string email, string password)

    headline: qsTr("Sign in")

    function submit() {
        if (email.text && password.text)
            portal.session.signIn(email.text, password.text)
    }

    Component.onCompleted: page.email ? password.focusField() : email.focusField()

    Connections {
        target: page.portal.session
        function onSignInFailed(inactive) {
            if (inactive)
                page.unverified(email.text, password.text)
            else
                password.focusField() // the button was disabled meanwhile
        }
    }

    TextInputField {
        id: email
        name: "emailField"
        label: qsTr("Email address")
        text: page.email
        inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
        onEdited: page.portal.session.clearError()
        onAccepted: password.focusField()
    }
    TextInputField {
        id: password
        name: "passwordField"
        label: qsTr("Password")
        echoMode: TextInput.Password
        onEdited: page.portal.session.clearError()
        onAccepted: page.submit()
    }
    ErrorNote {
        text: page.portal.session.errorText
    }
    Button {
        objectName: "signInButton"
        Layout.fillWidth: true
        highlighted: true
        enabled: email.text && password.text && !page.portal.session.busy
        text: page.portal.session.busy ? qsTr("Signing in…") : qsTr("Sign in")
        onClicked: page.submit()
    }
    RowLayout {
        Layout.fillWidth: true

        Button {
            objectName: "forgotButton"
            flat: true
            Layout.leftMargin: -leftPadding // the text is in line with the fields
            text: qsTr("Forgot your password?")
            onClicked: page.forgotten()
        }
        Item {
            Layout.fillWidth: true
        }
        Button {
            objectName: "toRegisterButton"
            flat: true
            Layout.rightMargin: -rightPadding
            text: qsTr("Create an account")
            onClicked: page.registerChosen()
        }
    }
}
