// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// A whole account on one page, without its secrets and pictures.
Page {
    id: page

    required property Portal portal
    required property string accountId
    readonly property bool admin: portal.session.role === "admin"
    readonly property var account: whole.account
    readonly property var roles: ["member", "developer", "support", "admin"]
    readonly property var users: account.users ?? []
    readonly property var apps: whole.apps
    readonly property var orders: whole.orders

    function roleText(role) {
        return {
            member: qsTr("Member"), developer: qsTr("Developer"), support: qsTr("Support"), admin: qsTr("Administrator")
        }[role] ?? role
    }

    signal back
    signal orderOpened(string orderId)
    signal cameraOpened(string deviceId)

    header: PageHeader {
        title: page.account.name || qsTr("Account")
        canGoBack: true
        onBack: page.back()

        Button {
            objectName: "accountStatusButton"
            visible: page.admin && whole.loadState === LoadState.Ready
            enabled: !whole.busy
            text: page.account.status === "active" ? qsTr("Deactivate") : qsTr("Activate")
            onClicked: page.account.status === "active" ? closing.open() : whole.setStatus("active", "")
        }
    }

    SupportAccountModel {
        id: whole
        portal: page.portal
        accountId: page.accountId
        onSaved: toast.show(qsTr("Saved"))
    }

    StateView {
        anchors.fill: parent
        loadState: whole.loadState
        errorText: whole.errorText
        onRetry: whole.reload()

        ScrollColumn {
            anchors.fill: parent

            ErrorNote {
                text: whole.loadState === LoadState.Ready ? whole.errorText : ""
            }
            RowLayout {
                Layout.fillWidth: true
                visible: !isNaN(whole.deleteAt)
                spacing: Theme.medium

                Label {
                    objectName: "accountDeletion"
                    Layout.fillWidth: true
                    text: visible ? qsTr("The account will be deleted on %1.").arg(Times.moment(whole.deleteAt)) : ""
                    color: Theme.danger
                    font.weight: Font.Bold
                    wrapMode: Text.Wrap
                }
                Button {
                    objectName: "cancelDeletionButton"
                    visible: page.admin
                    enabled: !whole.busy
                    text: qsTr("Cancel deletion")
                    onClicked: whole.cancelDeletion()
                }
            }
            CardColumns {
                CardColumn {
                    SupportAccessCard {
                        objectName: "supportAccessCard"
                        Layout.fillWidth: true
                        whole: whole
                        onCameraOpened: (deviceId) => page.cameraOpened(deviceId)
                    }
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Contact")

                        StateBadge {
                            status: page.account.status ?? ""
                        }
                        Fact { label: qsTr("Email"); text: page.account.email ?? "" }
                        Fact { label: qsTr("Phone"); text: page.account.phone ?? "" }
                        Fact { label: qsTr("Reason"); text: page.account.statusReason ?? "" }
                        Fact { label: qsTr("Time zone"); text: page.account.timeZone ?? "" }
                        Fact { label: qsTr("Account ID"); text: page.accountId }
                    }
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Users")

                        Repeater {
                            model: page.users

                            RowLayout {
                                id: person

                                required property var modelData

                                Layout.fillWidth: true
                                spacing: Theme.medium

                                Label {
                                    Layout.fillWidth: true
                                    text: person.modelData.name + " · " + person.modelData.email
                                    elide: Text.ElideRight
                                }
                                Label {
                                    visible: !page.admin
                                    text: page.roleText(person.modelData.role)
                                    color: Theme.muted
                                }
                                PickBox {
                                    objectName: "roleBox"
                                    visible: page.admin
                                    Layout.preferredWidth: Math.max(Theme.scaled(150), fitting)
                                    choices: page.roles.map((role) => ({ value: role, text: page.roleText(role) }))
                                    value: person.modelData.role
                                    Accessible.name: qsTr("Role of %1").arg(person.modelData.name)
                                    onPicked: (role) => {
                                        if (role !== person.modelData.role)
                                            promotion.ask(person.modelData.userId, person.modelData.name, role)
                                    }
                                }
                            }
                        }
                    }
                }
                CardColumn {
                    SupportPlanCards {
                        Layout.fillWidth: true
                        whole: whole
                    }
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Apps")

                        Label {
                            visible: page.apps.length === 0
                            text: qsTr("None")
                            color: Theme.muted
                        }
                        Repeater {
                            model: page.apps

                            RowLayout {
                                id: app

                                required property var modelData

                                Layout.fillWidth: true
                                spacing: Theme.medium

                                Label {
                                    Layout.fillWidth: true
                                    text: app.modelData.name
                                    elide: Text.ElideRight
                                }
                                Label {
                                    visible: app.modelData.usage !== undefined
                                    text: app.modelData.usage ? qsTr("%1 calls today").arg(app.modelData.usage.callsToday) : ""
                                    color: Theme.muted
                                }
                                StateBadge {
                                    status: app.modelData.status
                                }
                            }
                        }
                    }
                }
                CardColumn {
                    wide: true

                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Orders")

                        OrderWords {
                            id: orderWords
                        }
                        Label {
                            visible: page.orders.length === 0
                            text: qsTr("None")
                            color: Theme.muted
                        }
                        Repeater {
                            model: page.orders

                            OrderRow {
                                required property var modelData

                                objectName: "accountOrder" + index
                                Layout.fillWidth: true
                                words: orderWords
                                orderId: modelData.orderId
                                title: modelData.title
                                amount: modelData.amount
                                currency: modelData.currency
                                status: modelData.status
                                createdAt: modelData.createdAt
                                onClicked: page.orderOpened(modelData.orderId)
                            }
                        }
                    }
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Activity")

                        AuditWords {
                            id: words
                        }
                        ActivityModel {
                            id: activity
                            portal: page.portal
                            accountId: page.accountId
                        }
                        Repeater {
                            model: activity

                            ListRow {
                                required property string action
                                required property string actorName
                                required property string address
                                required property var at

                                title: words.name(action)
                                detail: actorName + " · " + (address ? address + " · " : "") + Times.moment(at)
                            }
                        }
                        Button {
                            visible: activity.hasMore
                            text: qsTr("Show more")
                            onClicked: activity.loadMore()
                        }
                    }
                }
            }
        }
    }

    ConfirmDialog {
        id: closing
        title: qsTr("Deactivate this account?")
        question: qsTr("All users are signed out immediately. The account's apps and users have no access until you activate it again.")
        action: qsTr("Deactivate")
        onConfirmed: whole.setStatus("inactive", "")
    }
    ConfirmDialog {
        id: promotion

        property string userId
        property string role

        function ask(id, name, wanted) {
            userId = id
            role = wanted
            question = qsTr("Change the role of %1 to %2? The change takes effect with the next call.").arg(name).arg(page.roleText(wanted))
            open()
        }

        title: qsTr("Change role")
        question: ""
        action: qsTr("Change")
        onConfirmed: whole.setRole(userId, role)
    }
    Toast {
        id: toast
    }
}
