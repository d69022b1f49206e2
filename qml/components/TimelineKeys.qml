// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What the keys of the timeline do. Letters, digits, and signs can be turned off.
QtObject {
    id: keys

    property bool letters: true
    required property double span // that the timeline shows, in milliseconds
    readonly property var spans: [30 * 86400000, 7 * 86400000, 86400000, 3600000, 60000, 1000]

    signal played
    signal moved(double ms)
    signal frameStepped(bool forward)
    signal markStepped(bool forward)
    signal cameraStepped(int step)
    signal edgeSet(bool start)
    signal zoomed(double span)
    signal liveChosen
    signal fullChosen
    signal exportChosen
    signal pictureChosen
    signal whyChosen
    signal boxesChosen
    signal soundChosen

    // Returns whether the key means something here.
    function press(event) {
        if (event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
            return false
        const far = event.modifiers & Qt.ShiftModifier ? 60000 : 5000
        switch (event.key) {
        case Qt.Key_Space: played(); return true
        case Qt.Key_Left: moved(-far); return true
        case Qt.Key_Right: moved(far); return true
        case Qt.Key_Up: cameraStepped(-1); return true
        case Qt.Key_Down: cameraStepped(1); return true
        }
        return letters && pressLetter(event)
    }

    function pressLetter(event) {
        switch (event.key) {
        case Qt.Key_Comma: frameStepped(false); return true
        case Qt.Key_Period: frameStepped(true); return true
        case Qt.Key_J: markStepped(false); return true
        case Qt.Key_K: markStepped(true); return true
        case Qt.Key_BracketLeft: edgeSet(true); return true
        case Qt.Key_BracketRight: edgeSet(false); return true
        case Qt.Key_Plus:
        case Qt.Key_Equal: zoomed(span / 2); return true
        case Qt.Key_Minus: zoomed(span * 2); return true
        case Qt.Key_L: liveChosen(); return true
        case Qt.Key_F: fullChosen(); return true
        case Qt.Key_E: exportChosen(); return true
        case Qt.Key_S: pictureChosen(); return true
        case Qt.Key_W: whyChosen(); return true
        case Qt.Key_B: boxesChosen(); return true
        case Qt.Key_M: soundChosen(); return true
        }
        const digit = event.key - Qt.Key_1
        if (digit < 0 || digit >= spans.length)
            return false
        zoomed(spans[digit])
        return true
    }
}
