// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The newest unread marks in one row, as many as fit.
Card {
    id: strip

    required property Portal portal
    required property MarksModel unread
    // The reason is shown on each card.
    property bool why: true
    readonly property bool wide: width > 1300
    readonly property int fitting: Math.max(1, Math.floor((width - 2 * padding + Theme.large) / (Theme.scaled(wide ? 160 : 180) + Theme.large)))
    readonly property int cardWidth: Math.floor((width - 2 * padding - (fitting - 1) * Theme.large) / fitting)

    signal markOpened(string markId)
    signal reviewChosen
    signal allReadChosen

    padding: Theme.large

    MarkNames {
        id: words
    }
    ZoneNames {
        id: zones
        portal: strip.portal
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        Label {
            text: qsTr("To review")
            font.pixelSize: Theme.leadText
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        Rectangle {
            visible: strip.unread.unreadCount > 0
            implicitWidth: Math.max(implicitHeight, number.implicitWidth + Theme.medium)
            implicitHeight: Theme.scaled(20)
            radius: height / 2
            color: Theme.accent

            Label {
                id: number
                objectName: "stripCount"
                anchors.centerIn: parent
                text: strip.unread.unreadCount
                color: Theme.accentInk
                font.pixelSize: Theme.smallText
                font.weight: Font.Bold
            }
        }
        Label {
            Layout.fillWidth: true
            text: strip.unread.state === LoadState.Empty ? qsTr("No unread marks") : ""
            elide: Text.ElideRight
            color: Theme.muted
        }
        Button {
            objectName: "allReadButton"
            visible: strip.unread.count > 0
            compact: true
            text: qsTr("Mark all as read")
            onClicked: strip.allReadChosen()
        }
        Button {
            objectName: "openReviewButton"
            compact: true
            text: qsTr("Open Review")
            onClicked: strip.reviewChosen()
        }
    }
    // Not a layout: a hidden layout keeps the rows that a Repeater has removed, and crashes on them.
    Row {
        Layout.fillWidth: true
        visible: strip.unread.count > 0
        spacing: Theme.large

        Repeater {
            model: FirstRows {
                list: strip.unread
                most: strip.fitting
            }

            MarkCard {
                objectName: "unreadRow" + index
                width: strip.cardWidth
                names: words
                ground: Theme.surface
                knownZones: zones.zones
                why: strip.why && !strip.wide
                onClicked: strip.markOpened(deviceMarkId)
            }
        }
    }
}
