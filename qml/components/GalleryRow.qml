// SPDX-License-Identifier: GPL-3.0-or-later
// The Loader of Qt 6.4 cannot instantiate a Bound component, and an unbound one is unqualified.
// qmllint disable unqualified
import QtQuick
import Waymark.Style

// A control of the style in every state, one in each column. The columns have a fixed width, so that a font that runs
// wider elsewhere moves nothing.
Row {
    id: row

    required property string name
    required property Component control
    // An empty name is the state at rest; `none` leaves a column empty.
    property var states: ["", "hovered", "pressed", "focused", "disabled"]
    property int columnWidth: 168

    height: 56

    Label {
        width: 136
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: row.name
        color: Theme.muted
        font.pixelSize: Theme.smallText
    }
    Repeater {
        model: row.states

        Item {
            id: cell

            required property string modelData

            width: row.columnWidth
            height: row.height

            Loader {
                anchors.verticalCenter: parent.verticalCenter
                active: cell.modelData !== "none"
                sourceComponent: row.control
                onLoaded: {
                    if (cell.modelData === "disabled")
                        item["enabled"] = false
                    else if (cell.modelData === "error")
                        item["wrong"] = true
                    else
                        item["pose"] = cell.modelData
                }
            }
        }
    }
}
