// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// The centered card of the pages before sign-in. The card scrolls in a low window.
Page {
    id: page

    property string headline
    property string lead
    property bool canGoBack: true
    default property alias content: column.data

    signal back

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, card.implicitHeight + 2 * Theme.huge)
        clip: true

        Card {
            id: card
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.large, 440)
            padding: Theme.huge + Theme.small

            ColumnLayout {
                id: column
                spacing: Theme.large
                Layout.fillWidth: true

                // Not a layout of its own: Qt 6.4 does not update the height of a wrapped text in a nested one.
                Label {
                    Layout.fillWidth: true
                    Layout.minimumHeight: back.visible ? back.height : 0
                    leftPadding: back.visible && !back.mirrored ? back.width + Theme.small : 0
                    rightPadding: back.visible && back.mirrored ? back.width + Theme.small : 0
                    text: page.headline
                    verticalAlignment: Text.AlignVCenter
                    font.pixelSize: Theme.titleText + 2
                    font.weight: Font.Bold
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading

                    ToolButton {
                        id: back
                        objectName: "backButton"
                        anchors.left: parent.left
                        anchors.verticalCenter: parent.verticalCenter
                        visible: page.canGoBack
                        icon.name: "go-previous"
                        Accessible.name: qsTr("Back")
                        onClicked: page.back()
                    }
                }
                Label {
                    Layout.fillWidth: true
                    visible: text
                    text: page.lead
                    color: Theme.muted
                    wrapMode: Text.Wrap
                    lineHeight: 1.2
                }
            }
        }
    }
}
