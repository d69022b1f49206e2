// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The second step of a sign-in: a code of the authenticator app, or a recovery code.
EntranceForm {
    id: page

    required property Portal portal
    property bool recovering: false

    headline: qsTr("Enter your code")
    lead: recovering ? qsTr("Each of your recovery codes works once.") : qsTr("Your authenticator app shows the code.")

    function submit() {
        if (recovery.text.trim() && !portal.session.busy)
            portal.session.sendCode(recovery.text)
    }

    Component.onCompleted: code.focusField()

    Connections {
        target: page.portal.session
        function onSignInFailed() {
            code.text = ""
            if (!page.recovering)
                code.focusField()
        }
    }

    CodeField {
        id: code
        visible: !page.recovering
        onEdited: page.portal.session.clearError()
        onCompleted: (digits) => page.portal.session.sendCode(digits)
    }
    TextInputField {
        id: recovery
        name: "recoveryCodeField"
        visible: page.recovering
        label: qsTr("Recovery code")
        placeholderText: "xxxx-xxxx-xxxx-xxxx"
        maximumLength: 40
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        onEdited: page.portal.session.clearError()
        onAccepted: page.submit()
    }
    ErrorNote {
        text: page.portal.session.errorText
    }
    Button {
        objectName: "secondStepButton"
        Layout.fillWidth: true
        highlighted: true
        enabled: !page.portal.session.busy && (page.recovering ? recovery.text.trim() : code.complete)
        text: page.portal.session.busy ? qsTr("Signing in…") : qsTr("Sign in")
        onClicked: page.recovering ? page.submit() : code.submit()
    }
    Button {
        objectName: "otherCodeButton"
        flat: true
        Layout.leftMargin: -leftPadding // the text is in line with the fields
        text: page.recovering ? qsTr("Use the authenticator app") : qsTr("Use a recovery code")
        onClicked: {
            page.portal.session.clearError()
            page.recovering = !page.recovering
            if (page.recovering)
                recovery.focusField()
            else
                code.focusField()
        }
    }
}
