// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Grants support staff access to the account's images for a limited time, and lists past access.
ScrollColumn {
    id: panel

    required property Portal portal
    property var latest: null
    readonly property bool open: latest !== null && !latest.endedAt && latest.until > new Date()

    // Rows are copies. They are read again when the model changes.
    function lookAgain() {
        latest = access.count > 0 ? access.get(0) : null
    }

    function when(time) {
        return Times.moment(time)
    }

    SupportAccessModel {
        id: access
        portal: panel.portal
        onCountChanged: panel.lookAgain()
        onDataChanged: panel.lookAgain()
    }

    CardColumns {
        CardColumn {
            Card {
                Layout.fillWidth: true
                title: qsTr("Support access to your cameras")

                Label {
                    Layout.fillWidth: true
                    text: qsTr("Support staff can see your account and whether your cameras are online. They can't see any images unless you grant access here. You can see when they used it, and end it at any time.")
                    color: Theme.muted
                    wrapMode: Text.Wrap
                    lineHeight: 1.2
                }
                RowLayout {
                    visible: !panel.open
                    spacing: Theme.medium

                    ComboBox {
                        id: hours
                        objectName: "accessHours"
                        readonly property var values: [1, 4, 24, 72, 168]
                        Layout.preferredWidth: Theme.scaled(160)
                        model: [qsTr("1 hour"), qsTr("4 hours"), qsTr("1 day"), qsTr("3 days"), qsTr("7 days")]
                        currentIndex: 2
                        Accessible.name: qsTr("Duration")
                    }
                    Button {
                        objectName: "grantAccessButton"
                        highlighted: true
                        enabled: !access.busy
                        text: qsTr("Grant access")
                        onClicked: access.grant(hours.values[hours.currentIndex], "")
                    }
                }
                RowLayout {
                    visible: panel.open
                    spacing: Theme.medium

                    Label {
                        Layout.fillWidth: true
                        text: panel.open ? qsTr("Support has access until %1.").arg(panel.when(panel.latest.until)) : ""
                        color: Theme.warning
                        font.weight: Font.Bold
                        wrapMode: Text.Wrap
                    }
                    Button {
                        objectName: "endAccessButton"
                        danger: true
                        enabled: !access.busy
                        text: qsTr("End access")
                        onClicked: access.end()
                    }
                }
            }
        }
        CardColumn {
            ListCard {
                Layout.fillWidth: true
                title: qsTr("History")
                list: access
                emptyText: qsTr("You have not granted access yet.")

                Repeater {
                    model: access

                    ListRow {
                        required property var grantedAt
                        required property var until
                        required property var endedAt
                        required property int uses
                        required property var lastUsedAt

                        title: qsTr("%1 to %2").arg(panel.when(grantedAt)).arg(panel.when(endedAt ?? until))
                        detail: uses > 0 ? qsTr("Viewed %n time(s), last at %1.", "", uses).arg(panel.when(lastUsedAt)) : qsTr("Not viewed yet")
                    }
                }
            }
        }
    }
}
