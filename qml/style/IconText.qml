// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.impl
import QtQuick.Templates as T

// The icon and the text of a button or a row. The text is plain: IconLabel of Qt Quick Controls would render markup in
// a camera's name, and would take an ampersand for a mnemonic.
Item {
    id: root

    required property T.AbstractButton button
    required property color color
    property bool centered: false
    readonly property bool iconShown: button.icon.name && button.display !== T.AbstractButton.TextOnly
    readonly property bool textShown: button.text && button.display !== T.AbstractButton.IconOnly
    readonly property real iconSpace: iconShown ? button.icon.width + (textShown ? button.spacing : 0) : 0

    // Icons that point to where a text begins or ends.
    readonly property bool turned: button.mirrored && /^(go-previous|go-next|edit-undo)$/.test(button.icon.name)

    implicitWidth: iconSpace + (textShown ? Math.ceil(label.implicitWidth) : 0)
    implicitHeight: Math.max(iconShown ? button.icon.height : 0, textShown ? label.implicitHeight : 0)

    Row {
        x: root.centered ? Math.round((root.width - width) / 2) : root.button.mirrored ? root.width - width : 0
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.button.spacing
        layoutDirection: root.button.mirrored ? Qt.RightToLeft : Qt.LeftToRight

        IconImage {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconShown
            mirror: root.turned
            name: root.button.icon.name
            sourceSize.width: root.button.icon.width
            sourceSize.height: root.button.icon.height
            width: root.button.icon.width
            height: root.button.icon.height
            color: root.button.icon.color
        }
        Text {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            visible: root.textShown
            width: Math.max(0, Math.min(Math.ceil(implicitWidth), root.width - root.iconSpace))
            textFormat: Text.PlainText
            elide: Text.ElideRight
            text: root.button.text
            font: root.button.font
            color: root.color
        }
    }
}
