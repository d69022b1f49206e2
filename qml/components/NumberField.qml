// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A number within a sentence.
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

    implicitWidth: 76
    horizontalAlignment: TextInput.AlignHCenter
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    maximumLength: 7
    wrong: !sound
    text: number
    onTextEdited: if (field.fits(text)) // `sound` may not know of it yet
        field.changed(field.numberOf(text))
}
