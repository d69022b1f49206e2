// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// The bar at the top of a page: a back button where needed, the title, and the page's actions.
Item {
    id: header

    required property string title
    property string detail // beside the title, where there is room
    property bool canGoBack: false
    default property alias actions: row.data

    signal back

    implicitHeight: bar.height + Theme.large

    Rectangle {
        id: bar
        width: parent.width
        height: Math.max(56, Theme.controlHeight + Theme.large)
        color: Theme.surface

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.divider
        }
    }
    RowLayout {
        anchors.fill: bar
        anchors.leftMargin: header.canGoBack ? Theme.large : Theme.huge
        anchors.rightMargin: Theme.huge
        spacing: Theme.small

        ToolButton {
            objectName: "backButton"
            visible: header.canGoBack
            icon.name: "go-previous"
            Accessible.name: qsTr("Back")
            onClicked: header.back()
        }
        Label {
            Layout.fillWidth: !header.detail
            Layout.minimumWidth: Math.min(implicitWidth, 120)
            text: header.title
            elide: Text.ElideRight
            font.pixelSize: Theme.titleText
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Label {
            objectName: "headerDetail"
            opacity: truncated ? 0 : 1 // better no detail than a part of it
            Layout.fillWidth: true
            Layout.leftMargin: Theme.small
            visible: header.detail
            text: header.detail
            elide: Text.ElideRight
            color: Theme.muted
        }
        RowLayout {
            id: row
            spacing: Theme.small
        }
    }
}
