// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

// The keys 1 to 9, which open the cameras of a wall.
Repeater { // of items, which tell their shortcuts the window
    id: keys

    property bool enabled: true

    signal chosen(int place) // counted from 0

    model: 9

    Item {
        id: digit

        required property int index

        Shortcut {
            sequence: String(digit.index + 1)
            enabled: keys.enabled
            onActivated: keys.chosen(digit.index)
        }
    }
}
