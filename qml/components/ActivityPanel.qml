// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The audit log of the account.
ColumnLayout {
    id: panel

    required property Portal portal

    signal done(string text)

    spacing: Theme.large

    AuditWords {
        id: words
    }
    ActivityModel {
        id: activity
        portal: panel.portal
        action: words.actions[filter.currentIndex] ?? ""
    }

    CsvFile {
        id: csv
        portal: panel.portal
        onSaved: (path) => panel.done(qsTr("Saved as %1").arg(path))
        onFailed: (reason) => panel.done(reason)
    }

    RowLayout {
        Layout.leftMargin: Theme.huge
        Layout.rightMargin: Theme.huge
        spacing: Theme.small

        ComboBox {
            id: filter
            objectName: "activityFilter"
            Layout.preferredWidth: Theme.scaled(260)
            model: words.actions.map((action) => words.name(action))
            Accessible.name: qsTr("Show")
        }
        Button {
            objectName: "activityCsvButton"
            enabled: !csv.busy
            text: qsTr("Export as CSV")
            onClicked: csv.save("/audit-log", { action: activity.action }, "activity")
        }
    }
    StateView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        loadState: activity.state
        errorText: activity.errorText
        emptyIcon: "view-history"
        emptyTitle: qsTr("No matching activity")
        emptyText: qsTr("Sign-ins, changes to keys and roles, and every access by support staff are recorded here.")
        onRetry: activity.reload()

        CardGrid {
            objectName: "activityList"
            list: activity
            least: 540
            gap: Theme.small

            delegate: CardFrame {
                id: entry

                required property string action
                required property var at
                required property string actorName
                required property bool byStaff
                required property string address

                padding: Theme.medium

                RowLayout {
                    spacing: Theme.large

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 2

                        Label {
                            text: words.name(entry.action)
                            font.weight: Font.Bold
                        }
                        Label {
                            Layout.fillWidth: true
                            text: (entry.byStaff ? qsTr("%1 (support)").arg(entry.actorName) : entry.actorName) + (entry.address ? " · " + entry.address : "")
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                            elide: Text.ElideRight
                        }
                    }
                    Label {
                        text: Times.moment(entry.at)
                        color: Theme.muted
                        font.pixelSize: Theme.chipText
                    }
                }
            }
        }
    }
}
