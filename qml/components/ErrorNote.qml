// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Shows why the last action failed, and the errors of those fields that have no place of their own for them. It does not
// repeat what stands at a field.
Rectangle {
    id: note

    required property string text
    property var errors: ({}) // the errors of the fields, by name
    property var fields: [] // the fields that show their own error
    readonly property string sentence: {
        // An error of `polygon/0` is an error of `polygon`.
        const others = Object.keys(errors).filter((name) => !name.includes(".") && fields.indexOf(name) < 0)
        if (others.length > 0)
            return others.map((name) => errors[name]).join("\n")
        return fields.some((name) => errors[name] === text) ? "" : text
    }

    Layout.fillWidth: true
    implicitHeight: row.implicitHeight + 2 * Theme.medium
    visible: sentence
    radius: Theme.radius
    color: Theme.dangerSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: sentence

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
            text: note.sentence
            wrapMode: Text.Wrap
            color: Theme.danger
        }
    }
}
