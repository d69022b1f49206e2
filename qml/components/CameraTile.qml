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
    // Fills the tile with the picture, which loses two edges.
    property bool crop: false
    // The tile is not scrolled out of sight.
    property bool inSight: true
    // What is known of the camera now. `status` may be older than its picture.
    readonly property string health: !compact ? frame.health : !portal.connected && !isNaN(portal.lostAt) ? "unknown" : status

    signal menuAsked(Item button)
    signal settingsChosen(bool test)

    objectName: prefix + "cameraTile" + number
    implicitHeight: compact ? Theme.scaled(56) : width * 9 / 16
    padding: 0
    leftPadding: 0
    rightPadding: 0
    Accessible.name: name
    Accessible.description: frame.note || words.stateText(health)

    Keys.onPressed: (event) => {
        if (!editable || event.key !== Qt.Key_Comma || !(event.modifiers & Qt.ControlModifier))
            return
        settingsChosen(false)
        event.accepted = true
    }

    CameraWords {
        id: words
    }

    background: Rectangle {
        radius: Theme.cardRadius
        color: Theme.surface
        visible: tile.compact
        border.color: Theme.divider
    }
    contentItem: Item {
        LiveView {
            id: frame
            anchors.fill: parent
            visible: !tile.compact
            portal: tile.portal
            name: tile.name
            status: tile.status
            reason: tile.reason
            since: tile.since
            source: tile.compact ? "" : tile.source
            editable: tile.editable
            picture.objectName: tile.prefix + "livePicture" + tile.number
            picture.active: tile.inSight
            picture.fillMode: tile.crop ? LivePicture.Crop : LivePicture.Fit
            onSettingsChosen: tile.settingsChosen(true)
        }
        // Rounds the corners of the picture: clipping it would cost a layer of its own.
        Rectangle {
            anchors.fill: parent
            anchors.margins: -4
            visible: !tile.compact
            radius: Theme.radius + 4
            color: "transparent"
            border.width: 4
            border.color: Theme.window
        }
        Rectangle {
            anchors.fill: parent
            visible: tile.activeFocus || tile.hovered
            radius: tile.compact ? Theme.cardRadius : Theme.radius
            color: "transparent"
            border.width: 2
            border.color: Theme.accent
        }
        PictureChip {
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            anchors.margins: Theme.small
            visible: !tile.compact

            Rectangle {
                objectName: tile.prefix + "cameraState" + tile.number
                readonly property string status: tile.health
                anchors.verticalCenter: parent.verticalCenter
                width: 8
                height: 8
                radius: 4
                color: tile.health === "online" ? Theme.pictureSuccess : tile.health === "error" || tile.health === "offline"
                       ? Theme.pictureSignal : Theme.pictureWarning
            }
            Label {
                // Room for the clock at the other edge, and for the state.
                width: Math.min(implicitWidth, Math.max(40, tile.width - Theme.scaled(tile.health === "online" || tile.width <= Theme.scaled(420) ? 130 : 260)))
                text: tile.name
                elide: Text.ElideRight
                color: Theme.pictureText
                font.pixelSize: Theme.smallText
                font.weight: Font.Bold
            }
            Label {
                visible: text && tile.width > Theme.scaled(420)
                text: tile.health === "online" ? "" : words.stateText(tile.health)
                color: Theme.pictureText
                font.pixelSize: Theme.smallText
            }
        }
        PictureChip {
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.margins: Theme.small
            visible: !tile.compact && tile.detail

            Label {
                width: Math.min(implicitWidth, tile.width - Theme.scaled(80))
                text: tile.detail
                elide: Text.ElideRight
                color: Theme.pictureText
                font.pixelSize: Theme.smallText
            }
        }
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.large
            anchors.rightMargin: Theme.enormous + Theme.small
            visible: tile.compact
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
                status: tile.health
            }
        }
        ToolButton {
            id: menuButton
            objectName: "cameraMenu" + tile.number
            anchors.right: parent.right
            anchors.rightMargin: Theme.small
            y: tile.compact ? Math.round((parent.height - height) / 2) : Theme.small
            visible: tile.editable
            icon.name: "overflow-menu"
            icon.color: tile.compact || shownHovered || shownPressed ? Theme.text : Theme.pictureText
            Accessible.name: qsTr("Actions for %1").arg(tile.name)
            onClicked: tile.menuAsked(menuButton)

            Rectangle {
                anchors.fill: parent
                z: -1
                visible: !tile.compact
                radius: Theme.radius
                color: Theme.pictureShade
            }
        }
    }
}
