// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// One day from midnight to midnight, with a line per camera and a stroke per mark.
Rectangle {
    id: card

    required property MarkTimeline timeline
    property string currentId
    readonly property int nameWidth: Theme.scaled(width > Theme.scaled(560) ? 120 : 72)
    readonly property var hours: width > Theme.scaled(760) ? [0, 3, 6, 9, 12, 15, 18, 21, 24] : [0, 6, 12, 18, 24]
    readonly property var rows: timeline.rows

    signal chosen(string markId)

    function hourText(hour) {
        return Times.hour(hour)
    }

    LayoutMirroring.enabled: false // time runs from left to right in every language
    LayoutMirroring.childrenInherit: true
    implicitHeight: content.implicitHeight + 2 * Theme.medium
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.divider

    ColumnLayout {
        id: content
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.medium
        spacing: Theme.tiny

        Label {
            objectName: "timelineEmpty"
            Layout.fillWidth: true
            visible: card.rows.length === 0
            horizontalAlignment: Text.AlignHCenter
            text: card.timeline.ready ? qsTr("No marks on this day") : card.timeline.errorText || " "
            color: Theme.muted
            font.pixelSize: Theme.chipText
        }
        Flickable {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(lines.implicitHeight, Theme.scaled(96))
            visible: card.rows.length > 0
            contentHeight: lines.implicitHeight
            clip: true
            ScrollBar.vertical: ScrollBar { }

            Column {
                id: lines
                width: parent.width

                Repeater {
                    model: card.rows

                    Item {
                        id: line

                        required property int index
                        required property var modelData

                        objectName: "timelineRow" + index
                        width: lines.width
                        height: Theme.scaled(24)

                        Label {
                            width: card.nameWidth - Theme.small
                            anchors.verticalCenter: parent.verticalCenter
                            text: line.modelData.name
                            elide: Text.ElideRight
                            font.pixelSize: Theme.smallText
                            color: Theme.muted
                        }
                        Rectangle {
                            id: bar
                            x: card.nameWidth
                            width: parent.width - x
                            height: 18
                            anchors.verticalCenter: parent.verticalCenter
                            radius: 4
                            color: Theme.hover

                            Repeater {
                                model: line.modelData.ticks

                                Rectangle {
                                    id: tick

                                    required property int index
                                    required property var modelData
                                    readonly property bool current: modelData.id === card.currentId

                                    objectName: "tick" + line.index + "-" + index
                                    x: modelData.at * (bar.width - width)
                                    width: current ? 5 : 3
                                    height: bar.height
                                    radius: 1
                                    color: current ? Theme.warning : modelData.read ? Theme.muted : Theme.accent
                                    z: current ? 1 : 0

                                    MouseArea {
                                        anchors.fill: parent
                                        anchors.margins: -3 // enlarges the click target of a thin stroke
                                        cursorShape: Qt.PointingHandCursor
                                        onClicked: card.chosen(tick.modelData.id)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        Item {
            Layout.fillWidth: true
            implicitHeight: Theme.scaled(16)

            Repeater {
                model: card.hours

                Label {
                    required property int modelData
                    readonly property real span: card.width - 2 * Theme.medium - card.nameWidth

                    x: card.nameWidth + Math.max(0, Math.min(span - width, span * modelData / 24 - width / 2))
                    text: card.hourText(modelData)
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                }
            }
        }
        Label {
            Layout.fillWidth: true
            visible: card.timeline.truncated
            text: qsTr("Only the first 1,000 marks of the day are shown.")
            color: Theme.muted
            font.pixelSize: Theme.smallText
        }
    }
}
