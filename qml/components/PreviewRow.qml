// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A mark that a rule would have made, or nearly: its picture, why, and how it differs from what is there.
ItemDelegate {
    id: row

    required property string title
    required property string subtitle
    required property string why
    required property url thumbnailUrl
    required property string kindText
    required property color kindColor
    property real share: -1 // of the limit that was reached; negative: no limit was missed

    padding: Theme.small
    opacity: 1
    Accessible.name: title + " " + subtitle + ", " + kindText
    Accessible.description: why

    contentItem: RowLayout {
        spacing: Theme.medium

        Rectangle {
            implicitWidth: 96
            implicitHeight: 54
            radius: 6
            color: Theme.picture
            clip: true

            Symbol {
                anchors.centerIn: parent
                visible: picture.status !== Image.Ready
                name: "flag"
                color: Theme.pictureMotion
            }
            Image {
                id: picture
                anchors.fill: parent
                source: row.thumbnailUrl
                sourceSize.width: 192
                fillMode: Image.PreserveAspectCrop
                asynchronous: true
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Label {
                Layout.fillWidth: true
                text: row.title
                elide: Text.ElideRight
                font.weight: Font.Bold
            }
            Label {
                Layout.fillWidth: true
                text: row.subtitle
                elide: Text.ElideRight
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
            Label {
                Layout.fillWidth: true
                visible: text
                text: row.why
                wrapMode: Text.Wrap
                font.pixelSize: Theme.smallText
            }
            Rectangle {
                Layout.fillWidth: true
                visible: row.share >= 0
                implicitHeight: 6
                radius: 3
                color: Theme.sunken

                Rectangle {
                    width: parent.width * Math.max(0, row.share)
                    height: parent.height
                    radius: 3
                    color: row.kindColor
                }
            }
        }
        Label {
            text: row.kindText
            color: row.kindColor
            font.pixelSize: Theme.smallText
            font.weight: Font.Bold
        }
    }
}
