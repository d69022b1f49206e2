// SPDX-License-Identifier: GPL-3.0-or-later
// The Loader and the StackView of Qt 6.4 cannot instantiate a Bound component, and an unbound one is unqualified.
// qmllint disable unqualified
import QtQuick
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The pages before sign-in.
Item {
    id: entrance

    required property Portal portal
    required property KnownAccounts known

    LanguageNames {
        id: languages
    }
    StackView {
        id: stack
        anchors.fill: parent
        initialItem: welcome
        focus: true
    }

    Connections {
        target: entrance.portal.session
        function onEnded() {
            stack.push(signIn, {}, StackView.Immediate)
        }
        function onNeedsCodeChanged() {
            if (entrance.portal.session.needsCode) {
                stack.push(secondStep)
            } else if (!entrance.portal.session.signedIn) {
                stack.pop(StackView.Immediate)
                if (!(stack.currentItem instanceof SignInPage)) // another page has begun the sign-in
                    stack.replace(signIn)
            }
        }
    }

    ToolButton {
        objectName: "accountsButton"
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: Theme.medium
        icon.name: "network-server"
        text: "" + entrance.portal.serverUrl
        Accessible.name: qsTr("Accounts and servers: %1").arg(entrance.portal.serverUrl)
        onClicked: accounts.begin()

        AccountsDialog {
            id: accounts
            known: entrance.known
            onLeaving: (change) => change()
        }
    }
    ToolButton {
        objectName: "preferencesButton"
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.medium
        icon.name: "globe"
        text: languages.text(entrance.portal.language)
        Accessible.name: qsTr("Language and theme")
        onClicked: preferences.popup(mirrored ? 0 : width - preferences.width, height + Theme.tiny)

        PreferencesMenu {
            id: preferences
            portal: entrance.portal
        }
    }

    Component {
        id: welcome
        WelcomePage {
            onSignInChosen: stack.push(signIn)
            onRegisterChosen: stack.push(register)
        }
    }
    Component {
        id: signIn
        SignInPage {
            portal: entrance.portal
            onBack: stack.pop()
            onRegisterChosen: stack.replace(register)
            onForgotten: stack.push(forgot)
            onUnverified: (email, password) => stack.push(register, { resumeFor: email, password: password })
        }
    }
    Component {
        id: secondStep
        SecondStepPage {
            portal: entrance.portal
            onBack: entrance.portal.session.cancelCode()
        }
    }
    Component {
        id: register
        RegisterPage {
            portal: entrance.portal
            onBack: stack.pop()
            onSignInChosen: (email) => stack.replace(signIn, { email: email })
        }
    }
    Component {
        id: forgot
        ForgotPasswordPage {
            portal: entrance.portal
            onBack: stack.pop()
        }
    }
}
