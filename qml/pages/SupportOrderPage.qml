// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// An order with its history, and the steps that an administrator can take.
Page {
    id: page

    required property Portal portal
    required property string orderId
    readonly property bool admin: portal.session.role === "admin"
    readonly property var allowed: order.allowed

    signal back
    signal accountOpened(string accountId)

    function when(time) {
        return Times.moment(new Date(time))
    }

    header: PageHeader {
        title: order.title || qsTr("Order")
        canGoBack: true
        onBack: page.back()

        Button {
            objectName: "orderAccountButton"
            visible: order.loadState === LoadState.Ready
            text: qsTr("Account")
            icon.name: "user-identity"
            onClicked: page.accountOpened(order.accountId)
        }
    }

    OrderWords {
        id: words
    }
    OrderModel {
        id: order
        portal: page.portal
        orderId: page.orderId
        onStepped: toast.show(qsTr("Saved"))
    }

    StateView {
        anchors.fill: parent
        loadState: order.loadState
        errorText: order.errorText
        onRetry: order.reload()

        ScrollColumn {
            anchors.fill: parent

            ErrorNote {
                text: order.loadState === LoadState.Ready ? order.errorText : ""
            }
            CardColumns {
                CardColumn {
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Order")

                        Label {
                            objectName: "orderStatusLabel"
                            text: words.statusText(order.status)
                            font.pixelSize: Theme.leadText
                            color: order.status === "paid" ? Theme.success : Theme.text
                        }
                        Fact { label: qsTr("Amount"); text: words.money(order.amount, order.currency) + " " + words.periodText(order.period) }
                        Fact { label: qsTr("Order ID"); text: page.orderId }
                        Fact { label: qsTr("Account ID"); text: order.accountId }
                        Fact {
                            label: qsTr("Expires")
                            text: order.status === "pending" || order.status === "failed" ? page.when(order.expiresAt) : ""
                        }
                        Flow {
                            Layout.fillWidth: true
                            visible: page.admin && page.allowed.length > 0
                            spacing: Theme.small

                            Repeater {
                                model: page.allowed

                                Button {
                                    required property string modelData

                                    objectName: "step-" + modelData
                                    enabled: !order.busy
                                    text: words.stepText(modelData)
                                    onClicked: asking.begin(modelData)
                                }
                            }
                        }
                        Label {
                            Layout.fillWidth: true
                            visible: !page.admin && page.allowed.length > 0
                            text: qsTr("Only administrators can change orders.")
                            color: Theme.muted
                            wrapMode: Text.Wrap
                        }
                    }
                }
                CardColumn {
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("History")

                        Repeater {
                            model: order.history

                            ListRow {
                                id: step

                                required property int index
                                required property var modelData

                                objectName: "orderStep" + index
                                title: words.statusText(modelData.status)
                                detail: page.when(modelData.at) + " · " + qsTr("by %1").arg(words.byText(modelData.by))
                                      + (modelData.actor ? " (" + modelData.actor + ")" : "")
                                      + (modelData.reason ? "\n" + modelData.reason : "")
                                      + (modelData.eventId ? "\n" + qsTr("Event %1").arg(modelData.eventId) : "")
                            }
                        }
                    }
                }
            }
        }
    }

    FormDialog {
        id: asking

        property string status

        function begin(wanted) {
            status = wanted
            reason.text = ""
            open()
            reason.focusField()
        }

        anchors.centerIn: T.Overlay.overlay
        parent: T.Overlay.overlay
        width: Math.min(460, (parent ? parent.width : 500) - 2 * Theme.large)
        title: words.stepText(status)
        values: reason.text

        contentItem: ColumnLayout {
            spacing: Theme.large

            Label {
                Layout.fillWidth: true
                text: words.consequence(asking.status)
                color: Theme.muted
                wrapMode: Text.Wrap
                lineHeight: 1.2
            }
            TextInputField {
                id: reason
                name: "stepReasonField"
                label: qsTr("Reason (kept with the order)")
                maximumLength: 500
                onAccepted: if (text.trim())
                    confirm.clicked()
            }
            RowLayout {
                Layout.alignment: Qt.AlignRight
                spacing: Theme.small

                Button {
                    objectName: "cancelStepButton"
                    text: qsTr("Cancel")
                    onClicked: asking.leave()
                }
                Button {
                    id: confirm
                    objectName: "confirmStepButton"
                    highlighted: true
                    enabled: reason.text.trim()
                    text: words.stepText(asking.status)
                    onClicked: {
                        asking.close()
                        order.step(asking.status, reason.text.trim())
                    }
                }
            }
        }
    }
    Toast {
        id: toast
    }
}
