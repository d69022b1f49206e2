// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The plan of an account and what it covers, and the sessions of its users.
ColumnLayout {
    id: cards

    required property SupportAccountModel whole
    readonly property var plan: whole.plan
    readonly property bool hasPlan: plan.name !== undefined

    spacing: Theme.large

    StorageWords {
        id: storageWords
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Plan")

        Label {
            visible: !cards.hasPlan
            text: qsTr("No plan")
            color: Theme.muted
        }
        Fact { label: qsTr("Plan"); text: cards.plan.name ?? "" }
        Fact { label: qsTr("Since"); text: cards.hasPlan ? Times.date(new Date(cards.plan.since)) : "" }
        Fact { label: qsTr("Until"); text: cards.plan.until ? Times.date(new Date(cards.plan.until)) : "" }
        Fact { label: qsTr("Marks"); text: cards.hasPlan ? qsTr("kept for %n day(s)", "", cards.plan.days) : "" }
        Fact {
            label: qsTr("Cameras")
            text: !cards.hasPlan ? qsTr("%n in use", "", cards.whole.devices.length)
                  : cards.plan.devices > 0 ? qsTr("%1 of %2").arg(cards.whole.devices.length).arg(cards.plan.devices)
                  : qsTr("%n in use", "", cards.whole.devices.length)
        }
        Fact {
            label: qsTr("Storage")
            text: !cards.hasPlan ? "" : cards.plan.storageBytes > 0 ? storageWords.bytes(cards.plan.storageBytes) : qsTr("Unlimited")
        }
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Sessions")

        Label {
            text: qsTr("%n active", "", cards.whole.sessions)
            color: Theme.muted
        }
        Repeater {
            model: cards.whole.signedIn

            ListRow {
                required property var modelData

                title: modelData.appName
                detail: modelData.userName + " · " + (modelData.userAgent || qsTr("Unknown client")) + " · " + modelData.address + " · " + Times.moment(new Date(modelData.lastUsedAt))
            }
        }
    }
}
