// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Adds a plan. A plan never changes once it is sold: a different offer is a new plan.
FormDialog {
    id: dialog

    required property PlanDeskModel plans
    required property OrderWords words
    property string period: "month"
    readonly property var errors: plans.fieldErrors
    readonly property bool sound: name.text.trim() && number(days.text) >= 1 && number(price.text) >= 0 && currency.text.length === 3
        && number(devices.text || "0") >= 0 && number(storage.text || "0") >= 0

    title: qsTr("New plan")
    values: [name.text, description.text, price.text, currency.text, period, days.text, devices.text, storage.text]
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(520, (parent ? parent.width : 560) - 2 * Theme.large)
    height: Math.min(implicitHeight, (parent ? parent.height : 700) - 2 * Theme.large)

    function number(text) {
        return text.trim() ? Number(text.trim().replace(",", ".")) : NaN
    }

    function begin() {
        plans.clearErrors()
        for (const field of [name, description, storage, devices])
            field.text = ""
        days.text = "30"
        price.text = ""
        open()
        name.focusField()
    }

    function submit() {
        if (!sound)
            return
        plans.add({
            name: name.text.trim(), description: description.text.trim(), days: Math.round(number(days.text)),
            storageBytes: Math.round(number(storage.text || "0") * 1e9), devices: Math.round(number(devices.text || "0")),
            price: { amount: Math.round(number(price.text) * Math.pow(10, words.digits(currency.text.toUpperCase()))), currency: currency.text.toUpperCase() }, period: period
        })
    }

    Connections {
        target: dialog.plans
        function onAdded() { dialog.close() }
    }

    contentItem: DialogScroll {
        TextInputField {
            id: name
            name: "planNameField"
            label: qsTr("Name")
            error: dialog.errors["name"] ?? ""
            maximumLength: 100
        }
        TextInputField {
            id: description
            name: "planDescriptionField"
            label: qsTr("Description")
            error: dialog.errors["description"] ?? ""
            maximumLength: 2000
        }
        RowLayout {
            spacing: Theme.medium

            TextInputField {
                id: price
                name: "planPriceField"
                label: qsTr("Price")
                placeholderText: "9.90"
                error: dialog.errors["price.amount"] ?? ""
                inputMethodHints: Qt.ImhFormattedNumbersOnly
            }
            TextInputField {
                id: currency
                name: "planCurrencyField"
                Layout.preferredWidth: Theme.scaled(90)
                Layout.fillWidth: false
                label: qsTr("Currency")
                text: "EUR"
                error: dialog.errors["price.currency"] ?? ""
                maximumLength: 3
            }
        }
        ChoiceRow {
            choices: [{ value: "month", text: dialog.words.periodText("month"), name: "monthChoice" }, { value: "year", text: dialog.words.periodText("year"), name: "yearChoice" }, { value: "once", text: dialog.words.periodText("once"), name: "onceChoice" }]
            current: dialog.period
            onChosen: (value) => dialog.period = value
        }
        RowLayout {
            spacing: Theme.medium

            TextInputField {
                id: days
                name: "planDaysField"
                label: qsTr("Days to keep")
                error: dialog.errors["days"] ?? ""
                inputMethodHints: Qt.ImhDigitsOnly
            }
            TextInputField {
                id: devices
                name: "planDevicesField"
                label: qsTr("Cameras")
                placeholderText: qsTr("Unlimited")
                error: dialog.errors["devices"] ?? ""
                inputMethodHints: Qt.ImhDigitsOnly
            }
            TextInputField {
                id: storage
                name: "planStorageField"
                label: qsTr("Storage (GB)")
                placeholderText: qsTr("Unlimited")
                error: dialog.errors["storageBytes"] ?? ""
                inputMethodHints: Qt.ImhFormattedNumbersOnly
            }
        }
        ErrorNote {
            text: dialog.plans.errorText
            errors: dialog.errors
            fields: ["name", "description", "price", "days", "devices", "storageBytes"]
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                objectName: "cancelPlanButton"
                text: qsTr("Cancel")
                onClicked: dialog.leave()
            }
            Button {
                objectName: "savePlanButton"
                highlighted: true
                enabled: dialog.sound && !dialog.plans.busy
                text: qsTr("Start selling")
                onClicked: dialog.submit()
            }
        }
    }
}
