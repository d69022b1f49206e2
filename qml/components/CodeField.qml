// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A field for the six-digit code of an email.
TextInputField {
    id: field

    readonly property bool complete: text.length === 6

    signal completed(string digits)

    name: "codeField"
    label: qsTr("Code")
    maximumLength: 6
    inputMethodHints: Qt.ImhDigitsOnly
    placeholderText: "000000"
    field.font.pixelSize: Theme.titleText
    field.font.letterSpacing: 6
    field.horizontalAlignment: TextInput.AlignHCenter
    field.validator: RegularExpressionValidator {
        regularExpression: /[0-9]{0,6}/
    }
    onAccepted: if (complete)
        field.completed(text)
}
