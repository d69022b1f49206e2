// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Who can get at the account: devices, apps, other providers, and the password.
ScrollColumn {
    id: panel

    required property Portal portal
    readonly property var errors: password.fieldErrors

    signal done(string text)

    function when(time) {
        return time.toLocaleString(Qt.locale(), Locale.ShortFormat)
    }

    ScopeNames {
        id: scopeNames
    }
    SignInsModel {
        id: signIns
        portal: panel.portal
    }
    ConsentsModel {
        id: consents
        portal: panel.portal
    }
    IdentitiesModel {
        id: identities
        portal: panel.portal
    }
    PasswordChange {
        id: password
        portal: panel.portal
        onChanged: {
            oldPassword.text = ""
            newPassword.text = ""
            signIns.reload()
            panel.done(qsTr("The password is changed; everywhere else you are signed out."))
        }
    }

    ListCard {
        Layout.fillWidth: true
        title: qsTr("Signed in on these devices")
        list: signIns
        emptyText: qsTr("Nowhere else.")

        Repeater {
            model: signIns

            ListRow {
                required property string sessionId
                required property string appName
                required property string userAgent
                required property string address
                required property var lastUsedAt
                required property bool current

                title: appName
                badge: current ? qsTr("this device") : ""
                detail: qsTr("%1 · from %2 · last used %3").arg(userAgent || qsTr("unknown program")).arg(address).arg(panel.when(lastUsedAt))
                action: current ? "" : qsTr("Sign out")
                actionName: "endSessionButton"
                busy: signIns.busy
                onTriggered: signIns.end(sessionId)
            }
        }
    }
    ListCard {
        Layout.fillWidth: true
        title: qsTr("Apps that may use your account")
        list: consents
        emptyText: qsTr("You have not let any app in yet. When one asks to sign you in, it appears here.")

        Repeater {
            model: consents

            ListRow {
                required property string appId
                required property string appName
                required property var scopes
                required property var givenAt

                title: appName
                detail: qsTr("May %1. Since %2.").arg(scopeNames.list(scopes)).arg(givenAt.toLocaleDateString(Qt.locale(), Locale.ShortFormat))
                action: qsTr("Withdraw")
                actionName: "withdrawButton"
                busy: consents.busy
                onTriggered: withdrawal.ask(appId, appName)
            }
        }
    }
    ListCard {
        Layout.fillWidth: true
        title: qsTr("Other ways to sign in")
        list: identities
        emptyText: qsTr("None: you sign in with your address and password.")

        Repeater {
            model: identities

            ListRow {
                required property string provider
                required property string email
                required property var linkedAt

                detail: (email ? email + " · " : "") + qsTr("since %1").arg(linkedAt.toLocaleDateString(Qt.locale(), Locale.ShortFormat))
                action: qsTr("Unlink")
                busy: identities.busy
                onTriggered: identities.unlink(provider)
            }
        }
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Password")

        TextInputField {
            id: oldPassword
            name: "oldPasswordField"
            label: qsTr("Password so far")
            echoMode: TextInput.Password
            error: panel.errors["oldPassword"] ?? ""
        }
        TextInputField {
            id: newPassword
            name: "newPasswordField"
            label: qsTr("New password")
            echoMode: TextInput.Password
            error: panel.errors["newPassword"] ?? ""
        }
        ErrorNote {
            text: Object.keys(panel.errors).length ? "" : password.errorText
        }
        Button {
            objectName: "changePasswordButton"
            enabled: oldPassword.text && newPassword.text && !password.busy
            text: qsTr("Change the password")
            onClicked: password.change(oldPassword.text, newPassword.text)
        }
    }

    ConfirmDialog {
        id: withdrawal

        property string appId

        function ask(id, name) {
            appId = id
            title = qsTr("Withdraw from %1?").arg(name)
            open()
        }

        title: ""
        question: qsTr("The app is signed out at once and can no longer use your account. It may ask you again.")
        action: qsTr("Withdraw")
        onConfirmed: consents.withdraw(appId)
    }
}
