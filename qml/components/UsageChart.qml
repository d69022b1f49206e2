// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The calls per day as bars, with the failed calls as a part of each bar and the quota as a line.
// The mouse or the arrow keys select a day and show its numbers.
Item {
    id: chart

    required property UsageModel usage
    required property double quota // calls per day; 0: no quota
    readonly property double peak: Math.max(1, usage.most * 1.1, quotaShown ? quota : 0)
    // A quota far above the usage would flatten every bar.
    readonly property bool quotaShown: quota > 0 && usage.most > quota / 20
    readonly property var first: usage.count > 0 ? usage.get(0) : null
    property int picked: -1
    readonly property var day: picked >= 0 ? usage.get(picked) : null

    implicitHeight: 190
    activeFocusOnTab: true
    Accessible.role: Accessible.Chart
    Accessible.name: summary.text
    Keys.onLeftPressed: picked = Math.max(0, (picked < 0 ? usage.count : picked) - 1)
    Keys.onRightPressed: picked = Math.min(usage.count - 1, picked + 1)
    Keys.onEscapePressed: picked = -1

    Label {
        id: summary
        objectName: "usageSummary"
        width: parent.width
        elide: Text.ElideRight
        color: Theme.muted
        text: chart.day
              ? qsTr("%1: %2 calls, %3 failed").arg(Qt.formatDate(chart.day.day, Times.region().dateFormat(Locale.ShortFormat))).arg(chart.day.calls).arg(chart.day.errors)
              : qsTr("%1 calls in %2 days, %3 failed").arg(chart.usage.calls).arg(chart.usage.count).arg(chart.usage.errors)
    }

    Rectangle { // time runs from left to right in every language
        id: ground
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        y: 32
        width: parent.width
        height: parent.height - 32 - 22
        color: "transparent"
        border.color: chart.activeFocus ? Theme.accent : "transparent"
        radius: 4

        Rectangle {
            y: parent.height
            width: parent.width
            height: 1
            color: Theme.divider
        }

        Row {
            anchors.fill: parent

            Repeater {
                model: chart.usage

                Item {
                    id: bar

                    required property int index
                    required property double calls
                    required property double errors

                    objectName: "usageBar" + index
                    width: ground.width / Math.max(1, chart.usage.count)
                    height: ground.height

                    Rectangle {
                        anchors.fill: parent
                        visible: chart.picked === bar.index
                        color: Theme.hover
                    }
                    Rectangle {
                        x: Math.max(1, parent.width * 0.15)
                        width: Math.max(1, parent.width * 0.7)
                        height: bar.calls > 0 ? Math.max(2, parent.height * bar.calls / chart.peak) : 0
                        y: parent.height - height
                        radius: Math.min(3, width / 3)
                        color: Theme.accent

                        Rectangle {
                            anchors.bottom: parent.bottom
                            width: parent.width
                            height: bar.errors > 0 ? Math.max(2, parent.height * bar.errors / bar.calls) : 0
                            radius: parent.radius
                            color: Theme.danger
                        }
                    }
                    MouseArea {
                        anchors.fill: parent
                        hoverEnabled: true
                        onEntered: chart.picked = bar.index
                        onExited: if (chart.picked === bar.index)
                            chart.picked = -1
                    }
                }
            }
        }
        Rectangle {
            visible: chart.quotaShown
            y: parent.height * (1 - chart.quota / chart.peak)
            width: parent.width
            height: 1
            color: Theme.warning

            Label {
                anchors.right: parent.right
                anchors.bottom: parent.top
                text: qsTr("Quota")
                color: Theme.warning
                font.pixelSize: Theme.smallText
            }
        }
    }
    Label {
        LayoutMirroring.enabled: false
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        text: chart.first ? Qt.formatDate(chart.first.day, Times.region().dateFormat(Locale.ShortFormat)) : ""
        color: Theme.muted
        font.pixelSize: Theme.smallText
    }
    Label {
        LayoutMirroring.enabled: false
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        text: qsTr("today")
        color: Theme.muted
        font.pixelSize: Theme.smallText
    }
}
