// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// A camera as a tile with its live picture, or as a row of a list without a picture.
ItemDelegate {
    id: tile

    required property Portal portal
    required property int number
    required property string name
    property string prefix: ""
    property string detail
    property string status
    property string reason
    property date since // of the status
    property url source
    property bool compact: false
    property bool editable: false

    signal menuAsked(Item button)

    objectName: prefix + "cameraTile" + number
    implicitHeight: compact ? Theme.scaled(56) : width * 9 / 16 + Theme.scaled(58)
    padding: 0
    leftPadding: 0
    rightPadding: 0
    Accessible.name: name
    Accessible.description: frame.note

    background: Rectangle {
        radius: Theme.cardRadius
        color: Theme.surface
        border.width: tile.activeFocus || tile.hovered ? 2 : 1
        border.color: tile.activeFocus || tile.hovered ? Theme.accent : Theme.divider
    }
    contentItem: Item {
        LiveView {
            id: frame
            x: 2
            y: 2
            width: parent.width - 4
            height: tile.compact ? 0 : width * 9 / 16
            visible: !tile.compact
            radius: Theme.cardRadius - 2
            portal: tile.portal
            name: tile.name
            status: tile.status
            reason: tile.reason
            since: tile.since
            source: tile.compact ? "" : tile.source
            picture.objectName: tile.prefix + "livePicture" + tile.number
        }
        RowLayout {
            anchors.top: frame.bottom
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.large
            anchors.rightMargin: Theme.small
            spacing: Theme.small

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    text: tile.name
                    elide: Text.ElideRight
                    font.weight: Font.Bold
                }
                Label {
                    Layout.fillWidth: true
                    visible: tile.detail
                    text: tile.detail
                    elide: Text.ElideRight
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                }
            }
            StateBadge {
                objectName: tile.prefix + "cameraState" + tile.number
                status: tile.status
            }
            ToolButton {
                id: menuButton
                objectName: "cameraMenu" + tile.number
                visible: tile.editable
                icon.name: "overflow-menu"
                Accessible.name: qsTr("Actions for %1").arg(tile.name)
                onClicked: tile.menuAsked(menuButton)
            }
        }
    }
}
