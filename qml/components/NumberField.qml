// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A number field that fits into a line of text.
TextField {
    id: field

    required property real number
    required property real most
    property bool whole: false
    readonly property bool sound: fits(text)

    signal changed(real number)

    function numberOf(text) {
        return text.trim() ? Number(text.trim().replace(",", ".")) : NaN
    }

    function fits(text) {
        const number = numberOf(text)
        return number >= 0 && number <= most && (!whole || Number.isInteger(number))
    }

    implicitWidth: Theme.scaled(76)
    horizontalAlignment: TextInput.AlignHCenter
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    maximumLength: 7
    wrong: !sound
    text: Times.decimal(number)
    onTextEdited: if (field.fits(text)) // the binding of `sound` may not have been updated yet
        field.changed(field.numberOf(text))
}
