// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// A form for a postal address.
Card {
    id: card

    required property string prefix
    required property AccountModel account
    required property var address
    required property var errors
    readonly property var value: ({
        line1: line1.text, line2: line2.text, city: city.text, postalCode: postalCode.text, region: region.text,
        country: account.countryCode(country.text)
    })

    function errorOf(field) {
        return errors[prefix + "Address." + field] ?? ""
    }

    GridLayout {
        Layout.fillWidth: true
        columns: card.width > 600 ? 2 : 1
        columnSpacing: Theme.large
        rowSpacing: Theme.large

        TextInputField {
            id: line1
            name: card.prefix + "Line1Field"
            label: qsTr("Street and number")
            text: card.address.line1 ?? ""
            error: card.errorOf("line1")
        }
        TextInputField {
            id: line2
            name: card.prefix + "Line2Field"
            label: qsTr("Address line 2")
            text: card.address.line2 ?? ""
            error: card.errorOf("line2")
        }
        TextInputField {
            id: postalCode
            name: card.prefix + "PostalCodeField"
            label: qsTr("Postal code")
            text: card.address.postalCode ?? ""
            error: card.errorOf("postalCode")
        }
        TextInputField {
            id: city
            name: card.prefix + "CityField"
            label: qsTr("City")
            text: card.address.city ?? ""
            error: card.errorOf("city")
        }
        TextInputField {
            id: region
            name: card.prefix + "RegionField"
            label: qsTr("State or region")
            text: card.address.region ?? ""
            error: card.errorOf("region")
        }
        TextInputField {
            id: country
            name: card.prefix + "CountryField"
            label: qsTr("Country")
            text: card.address.country ?? ""
            hint: card.account.countryName(card.account.countryCode(text)) || qsTr("Two-letter code, such as DE or CN")
            error: card.errorOf("country")
            maximumLength: 60
        }
    }
}
