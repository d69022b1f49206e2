// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

Page {
    id: page

    required property Portal portal
    readonly property var errors: account.fieldErrors
    readonly property var timeZones: account.timeZones

    header: PageHeader {
        title: qsTr("Account")

        Button {
            objectName: "saveAccountButton"
            highlighted: true
            enabled: account.loadState === LoadState.Ready && !account.busy
            text: account.busy ? qsTr("Saving…") : qsTr("Save")
            onClicked: page.save()
        }
    }

    function save() {
        account.save({
            name: name.text,
            phone: phone.text,
            timeZone: timeZone.currentText,
            postalAddress: postal.value,
            billingAddress: billing.value
        })
    }

    AccountModel {
        id: account
        portal: page.portal
        onSaved: toast.show(qsTr("Saved"))
    }

    StateView {
        anchors.fill: parent
        loadState: account.loadState
        errorText: account.errorText
        onRetry: account.reload()

        Flickable {
            anchors.fill: parent
            contentHeight: column.implicitHeight + 2 * Theme.huge
            clip: true
            ScrollBar.vertical: ScrollBar { }

            ColumnLayout {
                id: column
                x: Theme.huge
                width: Math.min(parent.width - 2 * Theme.huge, 860)
                spacing: Theme.large

                ErrorNote {
                    text: Object.keys(account.fieldErrors).length ? qsTr("Some fields need another look.") : account.errorText
                }
                Card {
                    Layout.fillWidth: true
                    title: qsTr("Contact")

                    GridLayout {
                        Layout.fillWidth: true
                        columns: column.width > 600 ? 2 : 1
                        columnSpacing: Theme.large
                        rowSpacing: Theme.large

                        TextInputField {
                            id: name
                            name: "accountNameField"
                            label: qsTr("Name")
                            text: account.name
                            error: page.errors["name"] ?? ""
                        }
                        TextInputField {
                            id: phone
                            name: "accountPhoneField"
                            label: qsTr("Phone")
                            text: account.phone
                            error: page.errors["phone"] ?? ""
                        }
                        ColumnLayout {
                            spacing: 6
                            Layout.alignment: Qt.AlignTop

                            Label {
                                text: qsTr("E-mail address")
                                color: Theme.muted
                                font.pixelSize: 13
                                font.weight: Font.Medium
                            }
                            Label {
                                objectName: "accountEmailLabel"
                                Layout.preferredHeight: Theme.controlHeight
                                verticalAlignment: Text.AlignVCenter
                                text: account.email
                            }
                        }
                        ColumnLayout {
                            spacing: 6

                            Label {
                                text: qsTr("Time zone")
                                color: Theme.muted
                                font.pixelSize: 13
                                font.weight: Font.Medium
                            }
                            ComboBox {
                                id: timeZone
                                objectName: "timeZoneBox"
                                Layout.fillWidth: true
                                model: page.timeZones
                                currentIndex: Math.max(0, page.timeZones.indexOf(account.timeZone))
                                Accessible.name: qsTr("Time zone")
                            }
                        }
                    }
                }
                AddressCard {
                    id: postal
                    Layout.fillWidth: true
                    title: qsTr("Postal address")
                    prefix: "postal"
                    address: account.postalAddress
                    errors: page.errors
                }
                AddressCard {
                    id: billing
                    Layout.fillWidth: true
                    title: qsTr("Billing address")
                    prefix: "billing"
                    address: account.billingAddress
                    errors: page.errors
                }
            }
        }
    }

    Toast {
        id: toast
    }
}
