// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A number of seconds within a sentence.
TextField {
    id: field

    required property real seconds
    required property real most
    readonly property bool sound: fits(text)

    signal changed(real seconds)

    function numberOf(text) {
        return text.trim() ? Number(text.trim().replace(",", ".")) : NaN
    }

    function fits(text) {
        const number = numberOf(text)
        return number >= 0 && number <= most
    }

    implicitWidth: 76
    horizontalAlignment: TextInput.AlignHCenter
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    maximumLength: 7
    wrong: !sound
    text: seconds
    onTextEdited: if (field.fits(text)) // `sound` may not know of it yet
        field.changed(field.numberOf(text))
}
