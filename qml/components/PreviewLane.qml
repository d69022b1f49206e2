// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// The marks of one side of a preview on a line of time.
RowLayout {
    id: lane

    required property string title
    required property var ticks // [{at, differs}], see PreviewModel
    required property color differing
    required property int labelWidth

    LayoutMirroring.enabled: false // time runs from left to right in every language
    LayoutMirroring.childrenInherit: true
    Layout.fillWidth: true
    spacing: Theme.medium
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("%1: %n mark(s)", "", ticks.length).arg(title)

    Label {
        Layout.preferredWidth: lane.labelWidth
        text: lane.title
        elide: Text.ElideRight
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 24
        radius: 4
        color: Theme.sunken

        Repeater {
            model: lane.ticks

            Rectangle {
                required property var modelData

                x: modelData.at * (parent.width - width)
                y: 3
                width: 4
                height: parent.height - 6
                radius: 1
                color: modelData.differs ? lane.differing : Theme.rec
            }
        }
    }
}
