// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// Lists the rules. The API calls a rule a device mode.
Page {
    id: page

    required property Portal portal

    signal opened(string modeId)
    signal newChosen

    header: PageHeader {
        title: qsTr("Rules")

        Button {
            objectName: "newModeButton"
            visible: modes.state === LoadState.Ready
            highlighted: true
            text: qsTr("New rule")
            icon.name: "list-add"
            onClicked: page.newChosen()
        }
    }

    ModesModel {
        id: modes
        portal: page.portal
    }
    ZoneNames {
        id: zones
        portal: page.portal
    }
    ModeWords {
        id: words
        zones: zones.zones
    }

    StateView {
        anchors.fill: parent
        loadState: modes.state
        errorText: modes.errorText
        emptyIcon: "view-visible"
        emptyTitle: qsTr("No rules yet")
        emptyText: qsTr("A rule defines what a camera watches for, when, and what happens then.")
        emptyAction: qsTr("New rule")
        onEmptyActionTriggered: page.newChosen()
        onRetry: modes.reload()

        CardGrid {
            list: modes

            delegate: CardEntry {
                id: entry

                required property string devicemodeId
                required property string name
                required property var accountId
                required property var unavailable
                required property var draft

                objectName: "modeEntry" + index
                Accessible.name: name
                Accessible.description: words.sentence(draft)
                onClicked: page.opened(devicemodeId)

                contentItem: ColumnLayout {
                    spacing: Theme.tiny

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.medium

                        Label {
                            Layout.fillWidth: true
                            text: entry.name
                            elide: Text.ElideRight
                            font.pixelSize: Theme.leadText
                            font.weight: Font.Bold
                        }
                        Label {
                            visible: !entry.accountId
                            text: qsTr("Built-in")
                            color: Theme.muted
                            font.pixelSize: Theme.smallText
                        }
                    }
                    Label {
                        objectName: "modeEntrySentence" + entry.index
                        Layout.fillWidth: true
                        text: words.sentence(entry.draft)
                        wrapMode: Text.Wrap
                        color: Theme.muted
                    }
                    Label {
                        Layout.fillWidth: true
                        visible: entry.unavailable && entry.unavailable.length > 0
                        text: visible ? qsTr("Not supported by this server: %1").arg(entry.unavailable.join(", ")) : ""
                        wrapMode: Text.Wrap
                        color: Theme.warning
                        font.pixelSize: Theme.smallText
                    }
                    Item {
                        Layout.fillHeight: true
                    }
                }
            }
        }
    }
}
