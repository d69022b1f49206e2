// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Manages access to the account: signed-in devices, the second factor, apps, linked providers, and the password.
ScrollColumn {
    id: panel

    required property Portal portal
    readonly property var errors: password.fieldErrors
    readonly property bool changed: oldPassword.text || newPassword.text

    signal done(string text)
    signal secondFactorChanged
    signal deviceChosen

    // A device may have been connected meanwhile.
    onVisibleChanged: if (visible) {
        signIns.reload()
        consents.reload()
    }

    function when(time) {
        return Times.moment(time)
    }

    ScopeNames {
        id: scopeNames
    }
    SignInsModel {
        id: signIns
        portal: panel.portal
        onOthersEnded: panel.done(qsTr("All other devices and apps are signed out."))
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
            panel.done(qsTr("Password changed. All other devices are signed out."))
        }
    }

    CardColumns {
        CardColumn {
            ListCard {
                Layout.fillWidth: true
                title: qsTr("Signed-in devices")
                list: signIns
                emptyText: qsTr("No other devices")

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
                        detail: qsTr("%1 · from %2 · last used %3").arg(userAgent || qsTr("Unknown client")).arg(address).arg(panel.when(lastUsedAt))
                        action: current ? "" : qsTr("Sign out")
                        actionName: "endSessionButton"
                        busy: signIns.busy
                        onTriggered: signIns.end(sessionId)
                    }
                }
                Button {
                    objectName: "endOthersButton"
                    enabled: !signIns.busy
                    text: qsTr("Sign out everywhere else…")
                    onClicked: everywhere.open()
                }
            }
            ListCard {
                Layout.fillWidth: true
                title: qsTr("Apps with access to your account")
                list: consents
                emptyText: qsTr("No apps have access yet. Apps that you sign in to with Waymark appear here.")

                Repeater {
                    model: consents

                    ListRow {
                        required property string appId
                        required property string appName
                        required property var scopes
                        required property var givenAt

                        title: appName
                        detail: qsTr("Can %1. Since %2.").arg(scopeNames.list(scopes)).arg(Times.date(givenAt))
                        action: qsTr("Revoke")
                        actionName: "withdrawButton"
                        busy: consents.busy
                        onTriggered: withdrawal.ask(appId, appName)
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                title: qsTr("Devices without a browser")

                Label {
                    Layout.fillWidth: true
                    text: qsTr("A TV or a program in a terminal shows a code that you enter here.")
                    color: Theme.muted
                    wrapMode: Text.Wrap
                }
                Button {
                    objectName: "connectDeviceButton"
                    text: qsTr("Connect a device…")
                    onClicked: panel.deviceChosen()
                }
            }
        }
        CardColumn {
            SecondFactorCard {
                id: secondFactor
                Layout.fillWidth: true
                portal: panel.portal
                onDone: (text) => panel.done(text)
                onSessionsChanged: {
                    signIns.reload()
                    panel.secondFactorChanged()
                }
            }
            SecurityKeysCard {
                Layout.fillWidth: true
                portal: panel.portal
                page: secondFactor.keysPage
                onDone: (text) => panel.done(text)
                onKeysChanged: {
                    signIns.reload()
                    secondFactor.reload()
                    panel.secondFactorChanged()
                }
            }
            ListCard {
                Layout.fillWidth: true
                title: qsTr("Other sign-in methods")
                list: identities
                emptyText: qsTr("None. You sign in with your email address and password.")

                Repeater {
                    model: identities

                    ListRow {
                        required property string provider
                        required property string email
                        required property var linkedAt

                        detail: (email ? email + " · " : "") + qsTr("linked %1").arg(Times.date(linkedAt))
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
                    label: qsTr("Current password")
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
                    text: password.errorText
                    errors: panel.errors
                    fields: ["oldPassword", "newPassword"]
                }
                Button {
                    objectName: "changePasswordButton"
                    enabled: oldPassword.text && newPassword.text && !password.busy
                    text: qsTr("Change password")
                    onClicked: password.change(oldPassword.text, newPassword.text)
                }
            }
        }
    }

    ConfirmDialog {
        id: everywhere
        title: qsTr("Sign out everywhere else?")
        question: qsTr("All other devices, browsers, and apps are signed out immediately. This device stays signed in.")
        action: qsTr("Sign out")
        onConfirmed: signIns.endOthers()
    }
    ConfirmDialog {
        id: withdrawal

        property string appId

        function ask(id, name) {
            appId = id
            title = qsTr("Revoke access for %1?").arg(name)
            open()
        }

        title: ""
        question: qsTr("The app is signed out immediately and can no longer use your account. It can ask for access again.")
        action: qsTr("Revoke")
        onConfirmed: consents.withdraw(appId)
    }
}
