// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A mark in a list: thumbnail, label, camera, and time. Unread marks are bold.
ItemDelegate {
    id: row

    required property int index
    required property string deviceMarkId
    required property string deviceName
    required property string label
    required property string state
    required property date startedAt
    required property var endedAt
    required property var read
    required property var thumbnailUrl
    property bool dated: false // shows the day as well

    objectName: "markRow" + index
    padding: Theme.small
    Accessible.name: title.text + " " + time.text

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
                source: row.thumbnailUrl ?? ""
                sourceSize.width: 192 // of screens with two pixels a point
                fillMode: Image.PreserveAspectCrop
                asynchronous: true
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                spacing: Theme.small

                Rectangle {
                    objectName: "unreadDot" + row.index
                    visible: !row.read
                    implicitWidth: 8
                    implicitHeight: 8
                    radius: 4
                    color: Theme.accent
                }
                Label {
                    id: title
                    Layout.fillWidth: true
                    text: names.labelText(row.label) + (row.deviceName ? " · " + row.deviceName : "")
                    elide: Text.ElideRight
                    font.weight: row.read ? Font.Normal : Font.Bold
                }
            }
            Label {
                id: time
                Layout.fillWidth: true
                elide: Text.ElideRight
                color: Theme.muted
                font.pixelSize: Theme.smallText
                text: (row.dated ? Times.moment(row.startedAt) : Times.clock(row.startedAt)) + " · "
                      + (row.state === "open" || !row.endedAt ? qsTr("ongoing") : Times.span((row.endedAt - row.startedAt) / 1000))
            }
        }
    }

    MarkNames {
        id: names
    }
}
