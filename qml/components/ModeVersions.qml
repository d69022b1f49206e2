// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Lists the versions of a rule with what changed in each. The page can continue from an earlier one.
Dialog {
    id: dialog

    required property Portal portal
    required property string modeId
    required property ModeWords words

    signal chosen(var draft) // see ModeDraft

    function begin() {
        if (versions.portal)
            versions.reload()
        versions.portal = portal
        open()
        list.forceActiveFocus(Qt.TabFocusReason)
    }

    // Describes the changes of the version in a row.
    function changesText(row, draft) {
        if (row + 1 < versions.count) {
            const lines = changes.of(draft, versions.get(row + 1).draft)
            return lines.length > 0 ? lines.join("\n") : qsTr("No changes")
        }
        if (versions.hasMore)
            return ""
        return versions.idAt(row) === "1" ? qsTr("Created") : qsTr("Earlier versions are no longer available.")
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(640, (parent ? parent.width : 680) - 2 * Theme.large)
    height: Math.min(620, (parent ? parent.height : 700) - 2 * Theme.large)
    title: qsTr("Versions")

    ModeChanges {
        id: changes
        words: dialog.words
    }
    ModeVersionsModel {
        id: versions
        portal: null // loads nothing before the dialog opens
        modeId: dialog.modeId
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            loadState: versions.state
            errorText: versions.errorText
            onRetry: versions.reload()

            ListView {
                id: list
                objectName: "versionsList"
                anchors.fill: parent
                clip: true
                spacing: Theme.large
                model: versions
                ScrollBar.vertical: ScrollBar { }
                onAtYEndChanged: if (atYEnd)
                    versions.loadMore()

                delegate: RowLayout {
                    id: entry

                    required property int index
                    required property var draft
                    required property date updatedAt
                    // A page that is loaded later has the version before the last one.
                    readonly property string changesText: versions.count > 0 ? dialog.changesText(index, draft) : ""

                    width: list.width
                    spacing: Theme.medium

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: Theme.tiny

                        Label {
                            objectName: "versionTime" + entry.index
                            Layout.fillWidth: true
                            text: entry.index === 0 ? qsTr("%1 (current)", "a time").arg(Times.moment(entry.updatedAt)) : Times.moment(entry.updatedAt)
                            font.weight: Font.Bold
                            elide: Text.ElideRight
                        }
                        Label {
                            objectName: "versionChanges" + entry.index
                            Layout.fillWidth: true
                            visible: text
                            text: entry.changesText
                            color: Theme.muted
                            wrapMode: Text.Wrap
                        }
                    }
                    Button {
                        objectName: "restoreVersion" + entry.index
                        Layout.alignment: Qt.AlignTop
                        visible: entry.index > 0
                        compact: true
                        text: qsTr("Restore")
                        Accessible.name: qsTr("Restore the version of %1").arg(Times.moment(entry.updatedAt))
                        onClicked: {
                            dialog.close()
                            dialog.chosen(entry.draft)
                        }
                    }
                    // Room for the scroll bar.
                    Item {
                        implicitWidth: Theme.small
                    }
                }
            }
        }
        Label {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: Theme.smallText
            text: qsTr("A restored version is shown on the page. It takes effect once you save it.")
        }
        Button {
            objectName: "closeVersionsButton"
            Layout.alignment: Qt.AlignRight
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}
