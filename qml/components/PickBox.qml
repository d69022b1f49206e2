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
