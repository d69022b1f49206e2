// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

T.BusyIndicator {
    id: control

    implicitWidth: 32
    implicitHeight: 32

    contentItem: Item {
        Repeater {
            model: 8

            Rectangle {
                required property int index
                readonly property real angle: index * Math.PI / 4

                width: control.width / 7
                height: width
                radius: width / 2
                x: control.width / 2 - width / 2 + Math.sin(angle) * control.width * 0.38
                y: control.height / 2 - height / 2 - Math.cos(angle) * control.height * 0.38
                color: Theme.accent
                opacity: 0.15 + 0.85 * ((index + ring.step) % 8) / 8
            }
        }

        Timer {
            id: ring
            property int step: 0
            interval: 90
            repeat: true
            running: control.running && control.visible
            onTriggered: step = (step + 7) % 8
        }
    }
}
