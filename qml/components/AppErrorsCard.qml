// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Client
import Waymark.Style

// The errors of an app in the last 24 hours by code. Each leads to its explanation.
ListCard {
    id: card

    required property Portal portal
    required property string appId

    title: qsTr("Errors")
    hint: qsTr("Failed calls in the last 24 hours, by code")
    list: errors
    emptyText: qsTr("No call has failed in the last 24 hours.")

    Repeater {
        model: AppErrorsModel {
            id: errors
            portal: card.portal
            appId: card.appId
        }

        ListRow {
            id: entry

            required property int index
            required property int status
            required property string code
            required property double count
            required property date lastAt
            required property string docs

            title: entry.status + (entry.code ? " · " + entry.code : "")
            badge: qsTr("%n call(s)", "", entry.count)
            detail: qsTr("Last: %1").arg(Times.recent(entry.lastAt))
            action: qsTr("Explain")
            actionName: "explainError" + entry.index
            onTriggered: Qt.openUrlExternally(entry.docs)
        }
    }
}
