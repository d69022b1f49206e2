// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The latest marks of a camera.
Card {
    id: card

    required property MarksModel marks

    signal markOpened(string markId)

    padding: Theme.large
    title: qsTr("Latest marks")

    Label {
        Layout.fillWidth: true
        visible: card.marks.state === LoadState.Empty
        color: Theme.muted
        wrapMode: Text.Wrap
        text: qsTr("No marks yet")
    }
    Label {
        Layout.fillWidth: true
        visible: card.marks.state === LoadState.Failed
        color: Theme.danger
        wrapMode: Text.Wrap
        text: card.marks.errorText
    }
    // Not a layout: a hidden layout keeps the rows that a Repeater has removed, and crashes on them.
    Column {
        Layout.fillWidth: true

        Repeater {
            model: FirstRows {
                list: card.marks
                most: 6
            }

            MarkRow {
                width: parent ? parent.width : 0
                deviceName: ""
                onClicked: card.markOpened(deviceMarkId)
            }
        }
    }
}
