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
    required property Desktop desktop
    required property MarksModel unread
    property bool compact: false
    property var health: ({}) // of cameras by id, as their tiles know it
    property bool firstDay: !desktop.firstDayIsOver(portal.session.userId)
    readonly property bool hasAside: width >= Theme.scaled(1080)
    readonly property int margin: width < Theme.scaled(1120) ? Theme.large : Theme.huge
    readonly property int wide: Math.max(200, width - 2 * margin - (hasAside ? Theme.scaled(312) + Theme.large : 0))
    readonly property bool hasShared: shared.state === LoadState.Ready
    readonly property var counts: Array.from(sections.children).map((section) => section.shown ?? 0).filter((count) => count > 0)
    // The room for tiles: all that the headings of the sections and the strip of marks leave.
    readonly property int room: Math.max(Theme.scaled(160), content.height - strip.implicitHeight - margin - Theme.large
                                         - (counts.length > 1 || groups.count > 0 ? counts.length * (Theme.scaled(28) + Theme.medium) : 0)
                                         - (counts.length - 1) * Theme.large)
    readonly property var wall: layout.arrange(counts, wide, room, Theme.small, Theme.scaled(220))
    // As the tiles and the card of the health count them: an online camera that sends no images is not among them.
    readonly property int onlineCount: Array.from(own.onlineIds).filter((id) => aside.healthOf(id, "online") === "online").length

    signal opened(string deviceId)
    signal settingsChosen(string deviceId, bool test)
    signal markOpened(string markId)
    signal reviewChosen
    signal linkChosen(string link)
    signal binChosen

    // Opens the camera at a place of the wall, counted from 0.
    function openAt(place) {
        for (const section of Array.from(sections.children)) {
            const shown = section.shown ?? 0
            if (shown > place) {
                section.open(place)
                return
            }
            place -= shown
        }
    }

    function takeStep(step) {
        switch (step) {
        case "camera": return dialog.begin()
        case "zone": return own.count > 0 ? linkChosen("waymark://cameras/" + own.idAt(0) + "/zones") : dialog.begin()
        case "rule": return linkChosen("waymark://rules/new")
        case "mark": return reviewChosen()
        case "call": return linkChosen("waymark://apps")
        }
    }

    header: PageHeader {
        title: qsTr("Home")
        detail: own.state !== LoadState.Ready || page.width < 800 ? ""
                : aside.cut ? qsTr("%n camera(s)", "", own.count)
                : qsTr("%1, %2 online").arg(qsTr("%n camera(s)", "", own.count)).arg(page.onlineCount)

        ChoiceRow {
            Layout.fillWidth: false
            Layout.preferredWidth: implicitWidth
            visible: content.loadState === LoadState.Ready && !page.compact && page.width > 700
            choices: [{ value: "fit", text: qsTr("Fit"), name: "fitChoice" }, { value: "crop", text: qsTr("Crop"), name: "cropChoice" }]
            current: page.desktop.cropsPictures ? "crop" : "fit"
            onChosen: (value) => page.desktop.cropsPictures = value === "crop"
        }
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

    WallLayout {
        id: layout
    }
    WallKeys {
        enabled: page.portal.letterKeys && page.visible
        onChosen: (place) => page.openAt(place)
    }
    Shortcut {
        sequence: "R"
        enabled: page.portal.letterKeys && page.visible
        onActivated: page.reviewChosen()
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
    CameraMenu {
        id: cameraMenu
        groups: groups
        onShareChosen: shareDialog.begin(deviceId, name)
        onSettingsChosen: page.settingsChosen(deviceId, false)
    }

    // For the command palette.
    function addCamera() {
        dialog.begin()
    }

    function addGroup() {
        groupDialog.begin("", "", "")
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
            id: flick
            anchors.fill: parent
            contentHeight: grid.implicitHeight + page.margin
            clip: true
            ScrollBar.vertical: ScrollBar { }

            GridLayout {
                id: grid
                x: page.margin
                width: parent.width - 2 * page.margin
                columns: page.hasAside ? 2 : 1
                columnSpacing: Theme.large
                rowSpacing: Theme.large

                ColumnLayout {
                    id: sections
                    Layout.fillWidth: true
                    Layout.maximumWidth: page.wide
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.large

                    CameraSection {
                        objectName: "ungroupedSection"
                        portal: page.portal
                        cameras: own
                        wide: page.wide
                        wall: page.wall
                        crop: page.desktop.cropsPictures
                        sightTop: flick.contentY - y
                        sightBottom: flick.contentY - y + flick.height
                        onSettingsChosen: (deviceId, test) => page.settingsChosen(deviceId, test)
                        onHealthSeen: (deviceId, health) => page.health = Object.assign({}, page.health, { [deviceId]: health })
                        title: groups.count > 0 && shown > 0 ? qsTr("Ungrouped") : ""
                        visible: own.count > 0
                        compact: page.compact
                        editable: true
                        onOpened: (deviceId) => page.opened(deviceId)
                        onMenuAsked: (button, deviceId, name, devgroupId) => cameraMenu.showAt(button, deviceId, name, devgroupId)
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
                            wall: page.wall
                            crop: page.desktop.cropsPictures
                            sightTop: flick.contentY - y
                            sightBottom: flick.contentY - y + flick.height
                            onSettingsChosen: (deviceId, test) => page.settingsChosen(deviceId, test)
                            onHealthSeen: (deviceId, health) => page.health = Object.assign({}, page.health, { [deviceId]: health })
                            title: name
                            emptyText: qsTr("This group has no cameras. Move a camera here from its menu.")
                            compact: page.compact
                            editable: true
                            onOpened: (deviceId) => page.opened(deviceId)
                            onMenuAsked: (button, deviceId, name, devgroupId) => cameraMenu.showAt(button, deviceId, name, devgroupId)

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
                        wall: page.wall
                        crop: page.desktop.cropsPictures
                        sightTop: flick.contentY - y
                        sightBottom: flick.contentY - y + flick.height
                        onSettingsChosen: (deviceId, test) => page.settingsChosen(deviceId, test)
                        onHealthSeen: (deviceId, health) => page.health = Object.assign({}, page.health, { [deviceId]: health })
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
                    ReviewStrip {
                        id: strip
                        why: page.height > 860
                        Layout.fillWidth: true
                        portal: page.portal
                        unread: page.unread
                        onMarkOpened: (markId) => page.markOpened(markId)
                        onReviewChosen: page.reviewChosen()
                        onAllReadChosen: page.unread.markAllRead()
                    }
                }
                HomeAside {
                    id: aside
                    Layout.fillWidth: true
                    Layout.minimumWidth: page.hasAside ? Theme.scaled(312) : 0
                    Layout.maximumWidth: page.hasAside ? Theme.scaled(312) : 100000
                    Layout.alignment: Qt.AlignTop
                    columns: page.hasAside || page.width < 720 ? 1 : 2
                    portal: page.portal
                    cameras: own
                    health: page.health
                    firstDay: page.firstDay
                    onCameraOpened: (deviceId) => page.opened(deviceId)
                    onStepChosen: (step) => page.takeStep(step)
                    onFirstDayOver: {
                        page.desktop.endFirstDay(page.portal.session.userId)
                        page.firstDay = false
                    }
                }
            }
        }
    }
}
