// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Waymark.Style

// A combo box that shows a value. Picking another one asks for a change: the box shows it once `value` has changed. A
// change of the choices keeps the selected value.
ComboBox {
    id: box

    required property var choices // [{value, text}]
    required property string value
    // The width that has room for each choice.
    readonly property real fitting: Math.ceil(implicitContentWidth) + leftPadding + rightPadding
    // The room of the place where the box stands, and the width that it takes there: people name what can be chosen.
    property real room: 0
    readonly property real widthInRoom: Math.max(0, Math.min(Math.max(Theme.scaled(120), fitting), room))

    signal picked(string value)

    function settle() {
        let at = -1
        for (let i = 0; i < choices.length; ++i) {
            if (choices[i].value === value)
                at = i
        }
        currentIndex = at
    }

    textRole: "text"
    implicitContentWidthPolicy: T.ComboBox.WidestText
    onChoicesChanged: {
        model = choices
        settle()
    }
    onValueChanged: settle()
    onActivated: (index) => {
        box.picked(box.choices[index].value)
        box.settle()
    }
    Component.onCompleted: {
        model = choices
        settle()
    }
}
