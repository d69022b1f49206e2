// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Whether support staff may look at the cameras: for how long, and whether they did.
ScrollColumn {
    id: panel

    required property Portal portal
    property var latest: null
    readonly property bool open: latest !== null && !latest.endedAt && latest.until > new Date()

    // What a row holds is not bound to.
    function lookAgain() {
        latest = access.count > 0 ? access.get(0) : null
    }

    function when(time) {
        return time.toLocaleString(Qt.locale(), Locale.ShortFormat)
    }

    SupportAccessModel {
        id: access
        portal: panel.portal
        onCountChanged: panel.lookAgain()
        onDataChanged: panel.lookAgain()
    }

    Card {
        Layout.fillWidth: true
        title: qsTr("Let support see your cameras")

        Label {
            Layout.fillWidth: true
            text: qsTr("Support staff see your account and whether your cameras work, and never a picture, unless you let them in here. You see below when they looked, and can end it at any time.")
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
                Layout.preferredWidth: 160
                model: [qsTr("1 hour"), qsTr("4 hours"), qsTr("1 day"), qsTr("3 days"), qsTr("7 days")]
                currentIndex: 2
                Accessible.name: qsTr("For how long")
            }
            Button {
                objectName: "grantAccessButton"
                highlighted: true
                enabled: !access.busy
                text: qsTr("Let support in")
                onClicked: access.grant(hours.values[hours.currentIndex], "")
            }
        }
        RowLayout {
            visible: panel.open
            spacing: Theme.medium

            Label {
                Layout.fillWidth: true
                text: panel.open ? qsTr("Support may look until %1.").arg(panel.when(panel.latest.until)) : ""
                color: Theme.warning
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
            }
            Button {
                objectName: "endAccessButton"
                danger: true
                enabled: !access.busy
                text: qsTr("End it now")
                onClicked: access.end()
            }
        }
    }
    ListCard {
        Layout.fillWidth: true
        title: qsTr("So far")
        list: access
        emptyText: qsTr("You have never let support in.")

        Repeater {
            model: access

            ListRow {
                required property var grantedAt
                required property var until
                required property var endedAt
                required property int uses
                required property var lastUsedAt

                title: qsTr("%1 to %2").arg(panel.when(grantedAt)).arg(panel.when(endedAt ?? until))
                detail: uses > 0 ? qsTr("They looked %n time(s), last at %1.", "", uses).arg(panel.when(lastUsedAt)) : qsTr("They have not looked.")
            }
        }
    }
}
