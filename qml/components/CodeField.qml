// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A field for the six-digit code of an email. A complete code submits itself.
TextInputField {
    id: field

    readonly property bool complete: text.length === 6

    property string submitted

    signal completed(string digits)

    function submit() {
        if (text.length !== 6) // the binding of `complete` may not have been updated yet
            return
        submitted = text
        completed(text)
    }

    name: "codeField"
    label: qsTr("Code")
    maximumLength: 20
    inputMethodHints: Qt.ImhDigitsOnly
    placeholderText: "000000"
    field.font.pixelSize: Theme.titleText
    field.font.letterSpacing: 6
    field.horizontalAlignment: TextInput.AlignHCenter
    field.validator: RegularExpressionValidator {
        regularExpression: /[0-9 -]*/ // a code may be pasted as it is printed
    }
    onTextChanged: {
        const digits = text.replace(/[^0-9]/g, "").slice(0, 6)
        if (text !== digits)
            text = digits
        else if (visible && text !== submitted)
            submit()
    }
    onAccepted: submit()
}
