// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A read-only text with a button that copies it, such as an app key.
ColumnLayout {
    id: root

    required property string label
    required property string text
    required property string name

    Layout.fillWidth: true
    spacing: 6

    Label {
        text: root.label
        color: Theme.muted
        font.pixelSize: Theme.chipText
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        TextField {
            id: field
            objectName: root.name
            Layout.fillWidth: true
            readOnly: true
            text: root.text
            onTextChanged: cursorPosition = 0 // keeps the beginning of the text visible
            font.family: Theme.monospace
            Accessible.name: root.label
        }
        Button {
            objectName: root.name + "Copy"
            Layout.preferredWidth: Theme.scaled(120)
            text: done.running ? qsTr("Copied") : qsTr("Copy")
            icon.name: done.running ? "dialog-ok" : "edit-copy"
            onClicked: {
                field.selectAll()
                field.copy()
                field.deselect()
                done.restart()
            }

            Timer {
                id: done
                interval: 2000
            }
        }
    }
}
