// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// Registers an app in one page: the app, the developer's contact data, and for a purchase the billing data and payment.
Page {
    id: page

    required property Portal portal
    property string type: "trial"
    property string platform: "html5"
    property string madeId
    property string madeKey
    property string orderId
    readonly property bool buys: type === "purchased"
    // What a purchase still lacks.
    readonly property var lacking: {
        const missing = []
        const address = billing.value
        if (!address.line1.trim() || !address.city.trim() || !address.postalCode.trim() || !owner.countryName(address.country))
            missing.push(qsTr("a complete billing address"))
        if (!payment.text.trim())
            missing.push(qsTr("a payment token"))
        return missing
    }
    // Leaving would lose this.
    readonly property string unsaved: finished ? "" : madeKey ? qsTr("The app key is shown only once. Copy it before you leave.")
                                      : !madeId && (name.text || description.text) ? qsTr("The app is not registered yet.") : ""
    property bool finished: false
    readonly property var appErrors: apps.fieldErrors
    readonly property var contactErrors: owner.fieldErrors
    readonly property var errors: Object.assign({}, contactErrors, appErrors)

    signal back
    signal done

    header: PageHeader {
        title: page.madeId ? qsTr("Your app is registered") : qsTr("New app")
        canGoBack: !page.madeId
        onBack: page.back()
    }

    // The contact data is saved first, so that an order names the right buyer.
    function register() {
        const values = { name: contact.text, phone: phone.text }
        if (buys) {
            values.billingAddress = billing.value
            values.paymentMethod = payment.text.trim()
        }
        owner.save(values)
    }

    AccountModel {
        id: owner
        portal: page.portal
        onSaved: apps.create({ type: page.type, platform: page.platform, name: name.text, description: description.text })
    }
    AppsModel {
        id: apps
        portal: page.portal
        onCreated: (appId, appKey, orderId) => {
            page.orderId = orderId
            page.madeId = appId
            page.madeKey = appKey
        }
    }

    StateView {
        anchors.fill: parent
        loadState: owner.loadState
        errorText: owner.errorText
        onRetry: owner.reload()

        ScrollColumn {
            anchors.fill: parent

            // Both columns stay, whatever they show: a column that hides would change the number of columns.
            CardColumns {
                CardColumn {
                    Card {
                        Layout.fillWidth: true
                        visible: !page.madeId
                        title: qsTr("App")

                        Label {
                            text: qsTr("Type")
                            color: Theme.muted
                        }
                        ChoiceRow {
                            choices: [{ value: "trial", text: qsTr("Trial"), name: "trialChoice" },
                                      { value: "purchased", text: qsTr("Purchased"), name: "purchasedChoice" }]
                            current: page.type
                            onChosen: (value) => page.type = value
                        }
                        Label {
                            Layout.fillWidth: true
                            text: page.type === "trial" ? qsTr("Active immediately for 30 days, with 10,000 calls per day.")
                                                        : qsTr("No expiration. Active once the order is paid.")
                            color: Theme.muted
                            wrapMode: Text.Wrap
                            font.pixelSize: Theme.smallText + 1
                        }
                        Label {
                            text: qsTr("Platform")
                            color: Theme.muted
                        }
                        ChoiceRow {
                            choices: [{ value: "android", text: "Android", name: "androidChoice" },
                                      { value: "ios", text: "iOS", name: "iosChoice" },
                                      { value: "windows", text: "Windows", name: "windowsChoice" },
                                      { value: "html5", text: "HTML5", name: "html5Choice" }]
                            current: page.platform
                            onChosen: (value) => page.platform = value
                        }
                        TextInputField {
                            id: name
                            name: "appNameField"
                            label: qsTr("Name")
                            error: page.appErrors["name"] ?? ""
                            maximumLength: 100
                        }
                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 6

                            Label {
                                text: qsTr("Description")
                                color: Theme.muted
                                font.pixelSize: Theme.chipText
                            }
                            TextArea {
                                id: description
                                objectName: "appDescriptionField"
                                Layout.fillWidth: true
                                placeholderText: qsTr("Describe your app in a sentence or two")
                                Accessible.name: qsTr("Description")
                            }
                            FieldError {
                                text: page.errors["description"] ?? ""
                            }
                        }
                    }
                    Card {
                        Layout.fillWidth: true
                        visible: page.madeId

                        CopyField {
                            name: "serverAddressField"
                            label: qsTr("Server address")
                            text: "" + page.portal.serverUrl
                        }
                        CopyField {
                            name: "appIdField"
                            label: qsTr("App ID")
                            text: page.madeId
                        }
                        CopyField {
                            name: "appKeyField"
                            label: qsTr("App key")
                            text: page.madeKey
                        }
                        RowLayout {
                            Layout.fillWidth: true
                            spacing: Theme.small

                            Symbol {
                                Layout.alignment: Qt.AlignTop
                                name: "dialog-warning"
                                color: Theme.warning
                            }
                            Label {
                                Layout.fillWidth: true
                                text: qsTr("Copy the key now and keep it safe. It won't be shown again.")
                                color: Theme.warning
                                wrapMode: Text.Wrap
                            }
                        }
                        Button {
                            objectName: "appDoneButton"
                            Layout.alignment: Qt.AlignRight
                            highlighted: true
                            text: qsTr("I have copied it")
                            onClicked: {
                                page.finished = true
                                page.done()
                            }
                        }
                    }
                }
                CardColumn {
                    Card {
                        Layout.fillWidth: true
                        visible: !page.madeId
                        title: qsTr("Contact")

                        Label {
                            Layout.fillWidth: true
                            text: qsTr("We reach you about your app at %1.").arg(owner.email)
                            color: Theme.muted
                            wrapMode: Text.Wrap
                        }
                        TextInputField {
                            id: contact
                            name: "contactNameField"
                            label: qsTr("Name")
                            text: owner.name
                            error: page.contactErrors["name"] ?? ""
                            maximumLength: 200
                        }
                        TextInputField {
                            id: phone
                            name: "contactPhoneField"
                            label: qsTr("Phone")
                            text: owner.phone
                            error: page.errors["phone"] ?? ""
                            maximumLength: 30
                        }
                    }
                    AddressCard {
                        id: billing
                        Layout.fillWidth: true
                        visible: !page.madeId && page.buys
                        title: qsTr("Billing address")
                        prefix: "billing"
                        account: owner
                        address: owner.billingAddress
                        errors: page.errors
                    }
                    Card {
                        Layout.fillWidth: true
                        visible: !page.madeId && page.buys
                        title: qsTr("Payment")

                        TextInputField {
                            id: payment
                            name: "paymentMethodField"
                            label: qsTr("Payment token")
                            hint: qsTr("Provided by your payment provider. Never enter a card number.")
                            text: owner.paymentMethod
                            error: page.errors["paymentMethod"] ?? ""
                            maximumLength: 200
                        }
                        Label {
                            objectName: "lackingLabel"
                            Layout.fillWidth: true
                            text: page.lacking.length > 0 ? qsTr("To buy the app, enter %1.").arg(page.lacking.join(qsTr(" and ", "joins two things that are missing")))
                                                          : qsTr("You see the price, and pay, in the next step.")
                            color: Theme.muted
                            wrapMode: Text.Wrap
                        }
                    }
                    ErrorNote {
                        visible: sentence && !page.madeId
                        text: apps.errorText || owner.errorText
                        errors: page.errors
                        fields: ["name", "description", "phone", "billingAddress", "paymentMethod"]
                    }
                    Button {
                        id: create
                        objectName: "createAppButton"
                        Layout.alignment: Qt.AlignRight
                        visible: !page.madeId
                        highlighted: true
                        enabled: name.text && !apps.busy && !owner.busy && !(page.buys && page.lacking.length > 0)
                        text: page.buys ? qsTr("Register and order") : qsTr("Register app")
                        onClicked: page.register()
                    }

                    PurchaseCard {
                        Layout.fillWidth: true
                        visible: page.orderId
                        portal: page.orderId ? page.portal : null // there is no order yet
                        orderId: page.orderId
                    }
                }
            }
        }
    }
}
