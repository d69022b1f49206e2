// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A row of a short list: a title, details, and an action.
RowLayout {
    id: row

    required property string title
    property string detail
    property string badge
    property color badgeColor: Theme.accentText
    property string action
    property string actionName
    property bool busy: false

    signal triggered

    Layout.fillWidth: true
    spacing: Theme.medium

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small

            Label {
                text: row.title
                elide: Text.ElideRight
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth) + 1 // rounding down would elide the text
                font.weight: Font.Bold
            }
            Label {
                visible: row.badge
                text: row.badge
                color: row.badgeColor
                font.pixelSize: Theme.smallText
                font.weight: Font.Bold
            }
            Item {
                Layout.fillWidth: true
            }
        }
        Label {
            Layout.fillWidth: true
            visible: row.detail
            text: row.detail
            color: Theme.muted
            font.pixelSize: Theme.chipText
            wrapMode: Text.Wrap
        }
    }
    Button {
        objectName: row.actionName
        visible: row.action
        enabled: !row.busy
        text: row.action
        onClicked: row.triggered()
    }
}
