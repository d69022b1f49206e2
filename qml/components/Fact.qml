// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A label and its value.
RowLayout {
    id: fact

    required property string label
    required property string text

    Layout.fillWidth: true
    visible: text
    spacing: Theme.medium

    Label {
        Layout.preferredWidth: Theme.scaled(110)
        Layout.alignment: Qt.AlignTop
        text: fact.label
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    Label {
        Layout.fillWidth: true
        text: fact.text
        wrapMode: Text.Wrap
    }
}
