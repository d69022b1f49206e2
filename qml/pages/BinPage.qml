// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// Lists deleted items with the time of their permanent deletion, and restores them.
Page {
    id: page

    required property Portal portal

    signal back

    function kindText(type, name) {
        switch (type) {
        case "device": return qsTr("Camera")
        case "mark": return qsTr("Mark")
        default: return name === "video" ? qsTr("Video") : qsTr("Photo")
        }
    }

    function nameText(type, name) {
        return type === "device" ? name : type === "mark" ? names.labelText(name) : kindText(type, name)
    }

    function momentText(moment) {
        return Times.moment(moment)
    }

    header: PageHeader {
        title: qsTr("Bin")
        canGoBack: true
        onBack: page.back()
    }

    BinModel {
        id: bin
        portal: page.portal
        onRestored: (type, name) => toast.show(qsTr("%1 restored").arg(page.nameText(type, name)), null)
    }
    MarkNames {
        id: names
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.medium

        ChoiceRow {
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            choices: [{ value: "", text: qsTr("All"), name: "binAll" },
                      { value: "device", text: qsTr("Cameras"), name: "binDevices" },
                      { value: "data", text: qsTr("Photos and videos"), name: "binData" },
                      { value: "mark", text: qsTr("Marks"), name: "binMarks" }]
            current: bin.type
            onChosen: (value) => bin.type = value
        }
        ErrorNote {
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            text: bin.state === LoadState.Ready ? bin.errorText : ""
        }
        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            loadState: bin.state
            errorText: bin.errorText
            emptyIcon: "user-trash"
            emptyTitle: qsTr("The bin is empty")
            emptyText: qsTr("Deleted items stay here for 30 days.")
            onRetry: bin.reload()

            CardGrid {
                objectName: "binList"
                list: bin
                least: 540

                delegate: CardFrame {
                    id: entry

                    required property int index
                    required property string id
                    required property string type
                    required property string name
                    required property date deletedAt
                    required property date purgeAt

                    objectName: "binEntry" + index

                    ListRow {
                        title: page.nameText(entry.type, entry.name)
                        badge: page.kindText(entry.type, entry.name)
                        detail: qsTr("Deleted %1, permanently deleted on %2").arg(page.momentText(entry.deletedAt)).arg(page.momentText(entry.purgeAt))
                        action: qsTr("Restore")
                        actionName: "takeBack" + entry.index
                        busy: bin.busy
                        onTriggered: bin.restore(entry.id)
                    }
                }
            }
        }
    }

    Toast {
        id: toast
    }
}
