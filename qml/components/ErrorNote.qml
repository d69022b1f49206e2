// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Shows why the last action failed.
Rectangle {
    id: note

    required property string text

    Layout.fillWidth: true
    implicitHeight: row.implicitHeight + 2 * Theme.medium
    visible: text
    radius: Theme.radius
    color: Theme.dangerSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.medium
        spacing: Theme.small

        Symbol {
            Layout.alignment: Qt.AlignTop
            name: "dialog-warning"
            color: Theme.danger
        }
        Label {
            objectName: "errorText"
            Layout.fillWidth: true
            text: note.text
            wrapMode: Text.Wrap
            color: Theme.danger
        }
    }
}
