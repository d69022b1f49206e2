// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

Page {
    id: page

    required property Portal portal
    required property MarksModel unread
    property bool compact: false
    readonly property bool hasAside: width >= Theme.scaled(1080)
    readonly property int wide: Math.max(200, width - 2 * Theme.huge - (hasAside ? Theme.scaled(320) + Theme.large : 0))
    readonly property bool hasShared: shared.state === LoadState.Ready
    // The fewest columns with which all cameras are in sight, or as many as fit.
    readonly property int columns: {
        const counts = Array.from(sections.children).map((section) => section.shown ?? 0).filter((count) => count > 0)
        const largest = compact ? 1 : Math.max(1, Math.min(Math.floor(wide / Theme.scaled(340)), Math.max(1, ...counts)))
        for (let columns = 1; columns < largest; ++columns) {
            const tile = (wide - (columns - 1) * Theme.large) / columns * 9 / 16 + Theme.scaled(58) + Theme.large
            const rows = counts.reduce((sum, count) => sum + Math.ceil(count / columns), 0)
            if (rows * tile + (counts.length - 1) * 2 * Theme.enormous < content.height)
                return columns
        }
        return largest
    }

    signal opened(string deviceId)
    signal markOpened(string markId)
    signal reviewChosen
    signal binChosen

    header: PageHeader {
        title: qsTr("Home")

        ToolButton {
            objectName: "binButton"
            icon.name: "user-trash"
            Accessible.name: qsTr("Bin")
            ToolTip.visible: hovered
            ToolTip.text: Accessible.name
            onClicked: page.binChosen()
        }
        ToolButton {
            objectName: "layoutButton"
            visible: content.loadState === LoadState.Ready
            icon.name: page.compact ? "view-list-icons" : "view-list-details"
            Accessible.name: page.compact ? qsTr("Show as grid") : qsTr("Show as list")
            onClicked: page.compact = !page.compact
        }
        Button {
            objectName: "addGroupButton"
            visible: content.loadState === LoadState.Ready
            text: qsTr("New group")
            icon.name: "folder-new"
            onClicked: groupDialog.begin("", "", "")
        }
        Button {
            objectName: "addCameraButton"
            visible: content.loadState === LoadState.Ready
            highlighted: true
            text: qsTr("Add camera")
            icon.name: "list-add"
            onClicked: dialog.begin()
        }
    }

    CamerasModel {
        id: own
        portal: page.portal
        onAdded: dialog.close()
    }
    SharedCamerasModel {
        id: shared
        portal: page.portal
    }
    GroupsModel {
        id: groups
        portal: page.portal
        onSaved: groupDialog.close()
    }

    AddCameraDialog {
        id: dialog
        cameras: own
        proposal: own.count === 0 ? page.portal.demoCamera : ""
    }
    GroupDialog {
        id: groupDialog
        portal: page.portal
        groups: groups
    }
    ShareDialog {
        id: shareDialog
        portal: page.portal
    }
    ConfirmDialog {
        id: removal

        property string devgroupId

        title: qsTr("Delete this group?")
        question: qsTr("The group's cameras are kept and become ungrouped. People you shared the group with lose access.")
        action: qsTr("Delete")
        onConfirmed: groups.remove(devgroupId)
    }
    Menu {
        id: cameraMenu

        property string deviceId
        property string name
        property string devgroupId

        MenuItem {
            objectName: "shareCameraItem"
            text: qsTr("Share…")
            onTriggered: shareDialog.begin(cameraMenu.deviceId, cameraMenu.name)
        }
        MenuSeparator {
            visible: groups.count > 0
        }
        Instantiator {
            model: groups
            delegate: MenuItem {
                required property int index
                required property string devgroupId
                required property string name

                objectName: "moveIntoItem" + index
                text: qsTr("Move to “%1”").arg(name)
                enabled: devgroupId !== cameraMenu.devgroupId
                onTriggered: groups.moveCamera(cameraMenu.deviceId, devgroupId)
            }
            onObjectAdded: (index, item) => cameraMenu.insertItem(2 + index, item)
            onObjectRemoved: (index, item) => cameraMenu.removeItem(item)
        }
        MenuItem {
            objectName: "moveOutItem"
            text: qsTr("Remove from group")
            enabled: cameraMenu.devgroupId !== ""
            onTriggered: groups.moveCamera(cameraMenu.deviceId, "")
        }
    }

    // For the command palette.
    function addCamera() {
        dialog.begin()
    }

    function addGroup() {
        groupDialog.begin("", "", "")
    }

    function showMenu(button, deviceId, name, devgroupId) {
        cameraMenu.deviceId = deviceId
        cameraMenu.name = name
        cameraMenu.devgroupId = devgroupId
        cameraMenu.popup(button, 0, button.height)
    }

    StateView {
        id: content

        // Shared cameras are shown even if the account has no camera of its own.
        loadState: own.state === LoadState.Empty && (page.hasShared || groups.count > 0) ? LoadState.Ready : own.state
        anchors.fill: parent
        errorText: own.errorText
        emptyIcon: "camera-video"
        emptyTitle: qsTr("No cameras yet")
        emptyText: qsTr("Add a camera by its RTSP address. Its video appears here in a moment.")
        emptyAction: qsTr("Add camera")
        onEmptyActionTriggered: dialog.begin()
        onRetry: own.reload()

        Flickable {
            anchors.fill: parent
            contentHeight: grid.implicitHeight + Theme.huge
            clip: true
            ScrollBar.vertical: ScrollBar { }

            GridLayout {
                id: grid
                x: Theme.huge
                width: parent.width - 2 * Theme.huge
                columns: page.hasAside ? 2 : 1
                columnSpacing: Theme.large
                rowSpacing: Theme.huge

                ColumnLayout {
                    id: sections
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.large

                    CameraSection {
                        objectName: "ungroupedSection"
                        portal: page.portal
                        cameras: own
                        wide: page.wide
                        columns: page.columns
                        title: groups.count > 0 && shown > 0 ? qsTr("Ungrouped") : ""
                        visible: own.count > 0
                        compact: page.compact
                        editable: true
                        onOpened: (deviceId) => page.opened(deviceId)
                        onMenuAsked: (button, deviceId, name, devgroupId) => page.showMenu(button, deviceId, name, devgroupId)
                    }
                    Repeater {
                        model: groups

                        CameraSection {
                            id: group

                            required property int index
                            required property string name
                            required devgroupId
                            required property var devicemodeId

                            objectName: "groupSection" + index
                            portal: page.portal
                            cameras: own
                            wide: page.wide
                            columns: page.columns
                            title: name
                            emptyText: qsTr("This group has no cameras. Move a camera here from its menu.")
                            compact: page.compact
                            editable: true
                            onOpened: (deviceId) => page.opened(deviceId)
                            onMenuAsked: (button, deviceId, name, devgroupId) => page.showMenu(button, deviceId, name, devgroupId)

                            ToolButton {
                                objectName: "shareGroupButton" + group.index
                                icon.name: "document-share"
                                Accessible.name: qsTr("Share group %1").arg(group.name)
                                onClicked: shareDialog.begin(group.devgroupId, group.name)
                            }
                            ToolButton {
                                objectName: "renameGroupButton" + group.index
                                icon.name: "edit-rename"
                                Accessible.name: qsTr("Edit group %1").arg(group.name)
                                onClicked: groupDialog.begin(group.devgroupId, group.name, group.devicemodeId ?? "")
                            }
                            ToolButton {
                                objectName: "removeGroupButton" + group.index
                                icon.name: "edit-delete"
                                Accessible.name: qsTr("Delete group %1").arg(group.name)
                                onClicked: {
                                    removal.devgroupId = group.devgroupId
                                    removal.open()
                                }
                            }
                        }
                    }
                    ErrorNote {
                        text: groups.errorText
                    }
                    CameraSection {
                        objectName: "sharedSection"
                        visible: page.hasShared
                        portal: page.portal
                        cameras: shared
                        wide: page.wide
                        columns: page.columns
                        title: qsTr("Shared with me")
                        all: true
                        compact: page.compact
                        prefix: "shared"
                        onOpened: (deviceId) => page.opened(deviceId)
                    }
                    Label {
                        Layout.fillWidth: true
                        visible: shared.state === LoadState.Failed
                        text: qsTr("Can't load cameras shared with you: %1").arg(shared.errorText)
                        color: Theme.danger
                        wrapMode: Text.Wrap
                    }
                }
                HomeAside {
                    Layout.fillWidth: true
                    Layout.maximumWidth: page.hasAside ? Theme.scaled(320) : 100000
                    Layout.alignment: Qt.AlignTop
                    columns: page.hasAside || page.width < 720 ? 1 : 2
                    cameras: own
                    unread: page.unread
                    onCameraOpened: (deviceId) => page.opened(deviceId)
                    onMarkOpened: (markId) => page.markOpened(markId)
                    onReviewChosen: page.reviewChosen()
                }
            }
        }
    }
}
