// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Edits the contact details, the addresses, and the billing of an account.
ScrollColumn {
    id: panel

    required property AccountModel account
    readonly property var errors: account.fieldErrors
    // The account's own values come first if this portal does not know them: saving must not change them.
    readonly property var knownZones: account.timeZones
    readonly property var timeZones: !account.timeZone || knownZones.indexOf(account.timeZone) >= 0 ? knownZones : [account.timeZone, ...knownZones]
    readonly property var languages: account.portal.languages
    // The language of the account's mails: English for a locale that the portal does not know.
    readonly property int language: Math.max(0, languages.findIndex((code) => account.locale.toLowerCase().startsWith(code.slice(0, 2))))
    readonly property var locales: languages.map((code, index) => index === language && account.locale ? account.locale : code.replace("_", "-"))

    readonly property bool changed: revision >= 0 && account.loadState === LoadState.Ready && account.changes(values())
    property int revision: 0 // of the account, which `changes` compares with

    LanguageNames {
        id: languageNames
    }
    Connections {
        target: panel.account
        function onChanged() { ++panel.revision }
    }

    function values() {
        return {
            name: name.text,
            phone: phone.text,
            timeZone: timeZone.currentText,
            locale: panel.locales[locale.currentIndex],
            postalAddress: postal.value,
            billingAddress: billing.value,
            purchaseOption: purchase.values[purchase.currentIndex],
            paymentMethod: payment.text
        }
    }

    ErrorNote {
        text: panel.account.errorText
        errors: panel.errors
        fields: ["name", "phone", "timeZone", "locale", "postalAddress", "billingAddress", "purchaseOption", "paymentMethod"]
    }
    CardColumns {
        id: cards

        CardColumn {
            Card {
                Layout.fillWidth: true
                title: qsTr("Contact")

                GridLayout {
                    Layout.fillWidth: true
                    columns: cards.columnWidth > 560 ? 2 : 1
                    columnSpacing: Theme.large
                    rowSpacing: Theme.large

                    TextInputField {
                        id: name
                        name: "accountNameField"
                        label: qsTr("Name")
                        text: panel.account.name
                        error: panel.errors["name"] ?? ""
                    }
                    TextInputField {
                        id: phone
                        name: "accountPhoneField"
                        label: qsTr("Phone")
                        text: panel.account.phone
                        error: panel.errors["phone"] ?? ""
                    }
                    ColumnLayout {
                        spacing: 6
                        Layout.alignment: Qt.AlignTop

                        Label {
                            text: qsTr("Email address")
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                        Label {
                            objectName: "accountEmailLabel"
                            Layout.preferredHeight: Theme.inputHeight
                            verticalAlignment: Text.AlignVCenter
                            text: panel.account.email
                        }
                    }
                    ColumnLayout {
                        spacing: 6

                        Label {
                            text: qsTr("Time zone")
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                        ComboBox {
                            id: timeZone
                            objectName: "timeZoneBox"
                            Layout.fillWidth: true
                            model: panel.timeZones
                            currentIndex: Math.max(0, panel.timeZones.indexOf(panel.account.timeZone))
                            Accessible.name: qsTr("Time zone")
                        }
                        FieldError {
                            text: panel.errors["timeZone"] ?? ""
                        }
                    }
                    ColumnLayout {
                        spacing: 6

                        Label {
                            text: qsTr("Email language")
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                        ComboBox {
                            id: locale
                            objectName: "localeBox"
                            Layout.fillWidth: true
                            model: panel.languages.map((code) => languageNames.text(code))
                            currentIndex: panel.language
                            Accessible.name: qsTr("Email language")
                        }
                        FieldError {
                            text: panel.errors["locale"] ?? ""
                        }
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                title: qsTr("Payment")

                GridLayout {
                    Layout.fillWidth: true
                    columns: cards.columnWidth > 560 ? 2 : 1
                    columnSpacing: Theme.large
                    rowSpacing: Theme.large

                    ColumnLayout {
                        spacing: 6
                        Layout.alignment: Qt.AlignTop

                        Label {
                            text: qsTr("Billing")
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                        ComboBox {
                            id: purchase
                            objectName: "purchaseOptionBox"
                            readonly property var values: ["none", "monthly", "yearly"]
                            Layout.fillWidth: true
                            model: [qsTr("Trials only"), qsTr("Monthly"), qsTr("Yearly")]
                            currentIndex: Math.max(0, values.indexOf(panel.account.purchaseOption))
                            Accessible.name: qsTr("Billing")
                        }
                        FieldError {
                            text: panel.errors["purchaseOption"] ?? ""
                        }
                    }
                    TextInputField {
                        id: payment
                        name: "paymentMethodField"
                        label: qsTr("Payment token")
                        hint: qsTr("Provided by your payment provider. Never enter a card number.")
                        text: panel.account.paymentMethod
                        error: panel.errors["paymentMethod"] ?? ""
                    }
                }
            }
        }
        CardColumn {
            AddressCard {
                id: postal
                Layout.fillWidth: true
                title: qsTr("Postal address")
                prefix: "postal"
                address: panel.account.postalAddress
                errors: panel.errors
                account: panel.account
            }
            AddressCard {
                id: billing
                Layout.fillWidth: true
                title: qsTr("Billing address")
                prefix: "billing"
                address: panel.account.billingAddress
                errors: panel.errors
                account: panel.account
            }
        }
    }
}
