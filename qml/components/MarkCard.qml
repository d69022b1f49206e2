// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// An event as a card: its picture and duration, what was seen and how surely, when, where, and why there is a mark.
ItemDelegate {
    id: card

    required property int index
    required property string deviceMarkId
    required property string deviceName
    required property string label
    required property string state
    required property date startedAt
    required property var endedAt
    required property var read
    required property var thumbnailUrl
    required property var score
    required property var objects
    required property var zones
    required property var snapshot
    required property var reason
    required property MarkNames names
    required property var knownZones // see ZoneNames
    property bool dated: false // shows the day on the picture
    property bool why: true
    property color ground: Theme.window // around the card
    property bool selectable: false
    property bool selected: false
    property bool bin: false
    property bool current: false
    readonly property bool narrow: width < Theme.scaled(200)
    readonly property string duration: state === "open" || !endedAt ? qsTr("ongoing") : names.durationText((endedAt - startedAt) / 1000)

    signal selectChosen(bool run)
    signal readChosen
    signal binChosen // or to restore the mark from the bin

    objectName: "markRow" + index
    padding: 0
    leftPadding: 0
    rightPadding: 0
    implicitHeight: Math.round(width * 9 / 16) + Math.max(Theme.scaled(why ? 88 : 58), facts.implicitHeight + Theme.large)
    Accessible.name: names.titleOf(label, objects) + " · " + deviceName + " " + Times.moment(startedAt)
    Accessible.description: duration + (reasonLabel.text ? ", " + reasonLabel.text : "") + (read ? "" : ", " + qsTr("unread"))

    background: Rectangle {
        radius: Theme.cardRadius
        color: card.selected ? Theme.accentSoft : card.shownPressed ? Theme.sunken : card.shownHovered ? Theme.hover : Theme.surface
        border.width: card.selected || card.current || card.shownFocused ? 2 : 1
        border.color: card.selected || card.current || card.shownFocused ? Theme.accent : Theme.divider
    }
    contentItem: Item {
        MarkPicture {
            id: picture
            x: 2
            y: 2
            width: parent.width - 4
            height: Math.round(card.width * 9 / 16) - 2
            radius: Theme.cardRadius - 2
            source: card.thumbnailUrl ?? ""
            objects: card.objects
            snapshot: card.snapshot
            names: card.names
        }
        // Rounds the corners of the picture: clipping it would cost a layer of its own.
        Rectangle {
            anchors.fill: parent
            anchors.margins: -4
            radius: Theme.cardRadius + 4
            color: "transparent"
            border.width: 4
            border.color: card.ground
        }
        FocusFrame {
            radius: Theme.cardRadius + 4
            visible: card.current || card.shownFocused
        }
        PictureChip {
            anchors.right: picture.right
            anchors.bottom: picture.bottom
            anchors.margins: Theme.small

            Label {
                text: card.duration
                color: Theme.pictureText
                font.pixelSize: Theme.smallText
            }
        }
        PictureChip {
            anchors.left: picture.left
            anchors.bottom: picture.bottom
            anchors.margins: Theme.small
            visible: card.dated

            Label {
                text: Times.date(card.startedAt)
                color: Theme.pictureText
                font.pixelSize: Theme.smallText
            }
        }
        // The controls of a card are for the pointer; the keys of the list do the same.
        CheckBox {
            objectName: "selectMark" + card.index
            x: Theme.small + 2
            y: Theme.small + 2
            width: 18
            height: 18
            visible: card.selectable && (card.selected || card.hovered || card.current)
            focusPolicy: Qt.NoFocus
            checked: card.selected
            Accessible.name: qsTr("Select")
            // The box follows the selection, and not the click.
            nextCheckState: () => card.selected ? Qt.Checked : Qt.Unchecked
            onClicked: card.selectChosen(false)
        }
        Row {
            anchors.right: picture.right
            anchors.top: picture.top
            anchors.margins: Theme.small
            spacing: Theme.tiny
            visible: card.selectable && (card.hovered || card.current)

            component Act: ToolButton {
                id: act
                focusPolicy: Qt.NoFocus
                icon.color: Theme.pictureText
                ToolTip.visible: hovered
                ToolTip.text: Accessible.name

                background: Rectangle {
                    radius: Theme.smallRadius
                    color: act.hovered ? Theme.picture : Theme.pictureShade
                }
            }

            Act {
                objectName: "toggleRead" + card.index
                visible: !card.bin
                icon.name: card.read ? "mail-mark-unread" : "mail-mark-read"
                Accessible.name: card.read ? qsTr("Mark as unread") : qsTr("Mark as read")
                onClicked: card.readChosen()
            }
            Act {
                objectName: "binMark" + card.index
                icon.name: card.bin ? "edit-undo" : "user-trash"
                Accessible.name: card.bin ? qsTr("Restore") : qsTr("Delete")
                onClicked: card.binChosen()
            }
        }
        ColumnLayout {
            id: facts
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: picture.bottom
            anchors.leftMargin: Theme.medium
            anchors.rightMargin: Theme.medium
            anchors.topMargin: Theme.small
            spacing: 2

            RowLayout {
                spacing: card.width > Theme.scaled(230) ? Theme.small : Theme.tiny

                MarkGlyph {
                    kind: card.names.kindOf(card.label)
                    tint: card.names.tintOf(card.label)
                }
                Label {
                    Layout.minimumWidth: Math.min(implicitWidth, Theme.scaled(card.narrow ? 48 : 64))
                    Layout.maximumWidth: implicitWidth + 1
                    Layout.fillWidth: true
                    text: card.names.titleOf(card.label, card.objects)
                    elide: Text.ElideRight
                    font.weight: card.read ? Font.Normal : Font.Bold
                }
                Label {
                    visible: card.score > 0 && card.width > Theme.scaled(230)
                    text: Number(card.score).toLocaleString(Qt.locale(), "f", 2)
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                }
                Item {
                    Layout.fillWidth: true
                }
                Rectangle {
                    objectName: "unreadDot" + card.index
                    visible: !card.read
                    implicitWidth: 8
                    implicitHeight: 8
                    radius: 4
                    color: Theme.accent
                }
                Label {
                    text: card.narrow ? Times.shortClock(card.startedAt) : Times.clock(card.startedAt)
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                }
            }
            Label {
                readonly property string place: card.names.zoneText(card.zones, card.knownZones)

                Layout.fillWidth: true
                text: card.deviceName + (place ? ", " + place : "")
                elide: Text.ElideRight
                color: Theme.soft
                font.pixelSize: Theme.smallText
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.topMargin: 2
                implicitHeight: 1
                visible: card.why
                color: Theme.divider
            }
            Label {
                id: reasonLabel
                Layout.fillWidth: true
                Layout.topMargin: 2
                visible: card.why
                text: card.names.reasonLines(card.reason)[0] ?? ""
                elide: Text.ElideRight
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
        }
    }
}
