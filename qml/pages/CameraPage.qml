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
    required property string deviceId
    // Shows the original stream: sharper and smoother than the preview, and a few seconds behind.
    property bool full: false
    readonly property bool enlarged: fullScreen.active
    // `open`: opens the settings at first; `test`: tests the connection as well.
    property string settings
    // The camera belongs to another account, whose owner has granted access to support.
    property bool guest: false
    readonly property string unsaved: drawer.unsaved
    readonly property bool own: !guest && !camera.sharedBy
    readonly property var attributes: camera.attributes

    signal back
    signal markOpened(string markId, string accountId)
    signal zonesChosen

    onVisibleChanged: if (!visible) drawer.close()

    function closeSettings() {
        drawer.close()
    }

    FullScreen {
        id: fullScreen
    }

    header: PageHeader {
        title: camera.name || qsTr("Camera")
        canGoBack: true
        onBack: page.back()

        ToolButton {
            objectName: "snapshotButton"
            visible: camera.loadState === LoadState.Ready
            icon.name: "document-save"
            Accessible.name: qsTr("Save a snapshot")
            ToolTip.visible: hovered
            ToolTip.text: qsTr("Save a snapshot (S)")
            onClicked: camera.saveSnapshot()
        }
        ToolButton {
            objectName: "fullScreenButton"
            visible: camera.loadState === LoadState.Ready
            icon.name: "view-fullscreen"
            Accessible.name: qsTr("Full screen")
            ToolTip.visible: hovered
            ToolTip.text: qsTr("Full screen (F)")
            onClicked: fullScreen.toggle()
        }
        Button {
            objectName: "zonesButton"
            visible: page.own
            enabled: camera.loadState === LoadState.Ready
            text: qsTr("Zones")
            icon.name: "draw-polygon"
            onClicked: page.zonesChosen()
        }
        Button {
            objectName: "cameraSettingsButton"
            visible: page.own
            enabled: camera.loadState === LoadState.Ready
            text: qsTr("Settings")
            icon.name: "configure"
            onClicked: drawer.begin()
        }
        Button {
            objectName: "removeCameraButton"
            visible: camera.loadState === LoadState.Ready && page.own
            enabled: camera.loadState === LoadState.Ready
            danger: true
            text: qsTr("Delete")
            icon.name: "edit-delete"
            onClicked: confirm.open()
        }
    }

    Shortcut {
        sequence: "Ctrl+,"
        enabled: page.visible && page.own && camera.loadState === LoadState.Ready && !drawer.visible
        onActivated: drawer.begin()
    }
    Shortcut {
        sequence: "F"
        enabled: page.visible && page.portal.letterKeys && !drawer.visible
        onActivated: fullScreen.toggle()
    }
    Shortcut {
        sequence: "Esc"
        enabled: page.enlarged && !drawer.visible
        onActivated: fullScreen.toggle()
    }
    Shortcut {
        sequence: "M"
        enabled: page.visible && page.portal.letterKeys && !drawer.visible && sound.available
        onActivated: sound.toggle()
    }
    Shortcut {
        sequence: "S"
        enabled: page.visible && page.portal.letterKeys && !drawer.visible
        onActivated: camera.saveSnapshot()
    }
    CameraDrawer {
        id: drawer
        portal: page.portal
        camera: camera
        health: view.health
        onZonesChosen: page.zonesChosen()
        onShareChosen: shareDialog.begin(camera.deviceId, camera.name)
        onRemoveChosen: confirm.open()
    }
    ShareDialog {
        id: shareDialog
        portal: page.portal
    }
    CameraModel {
        id: camera
        portal: page.portal
        deviceId: page.deviceId
        onRemoved: page.back()
        onLoadStateChanged: if (page.settings && loadState === LoadState.Ready) {
            page.settings === "test" ? drawer.check() : drawer.begin()
            page.settings = ""
        }
        onSnapshotSaved: (path) => toast.show(qsTr("Saved %1").arg(path), null)
        onSnapshotFailed: (reason) => toast.show(qsTr("Can't save the snapshot: %1").arg(reason), null)
    }
    CameraWords {
        id: cameraWords
    }
    MarksModel {
        id: marks
        portal: page.portal
        deviceId: page.deviceId
        accountId: page.own ? "" : camera.accountId
    }
    ConfirmDialog {
        id: confirm
        title: qsTr("Delete this camera?")
        question: qsTr("The camera moves to the bin. Waymark stops watching and recording it.")
        action: qsTr("Delete")
        onConfirmed: camera.remove()
    }

    StateView {
        anchors.fill: parent
        loadState: camera.loadState
        errorText: camera.errorText
        onRetry: camera.reload()

        Flickable {
            anchors.fill: parent
            contentHeight: grid.implicitHeight + 2 * Theme.huge
            clip: true
            ScrollBar.vertical: ScrollBar { }

            GridLayout {
                id: grid
                x: Theme.huge
                width: parent.width - 2 * Theme.huge
                columns: width > 860 ? 2 : 1
                columnSpacing: Theme.large
                rowSpacing: Theme.large

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.medium

                    Item {
                        id: screen
                        Layout.fillWidth: true
                        // Derived from the page: a layout does not come to rest if this follows its own width.
                        implicitHeight: Math.round((grid.width - (grid.columns === 2 ? marksCard.Layout.maximumWidth + grid.columnSpacing : 0)) * 9 / 16)

                        // On top of everything else in the window while it is enlarged.
                        Rectangle {
                            parent: page.enlarged ? page.Window.contentItem : screen
                            anchors.fill: parent
                            z: page.enlarged ? 1000 : 0
                            color: page.enlarged ? Theme.picture : "transparent"

                            LiveView {
                                id: view
                                anchors.fill: parent
                                visible: !page.full
                                editable: page.own
                                onSettingsChosen: drawer.check()
                                radius: page.enlarged ? 0 : Theme.radius
                                portal: page.portal
                                name: camera.name
                                status: camera.state
                                reason: camera.stateReason
                                since: camera.stateSince
                                source: page.full ? "" : camera.mjpegUrl
                                picture.objectName: "cameraPicture"
                            }
                            VideoView {
                                objectName: "liveVideo"
                                anchors.fill: parent
                                visible: page.full
                                source: page.full ? camera.hlsUrl : ""
                                live: true
                                sounding: visible && sound.on
                                volume: page.desktop.volume
                                onFailing: page.full = false // falls back to the preview
                            }
                            ScreenControls {
                                anchors.fill: parent
                                screen: fullScreen
                                desktop: page.desktop
                                sounds: sound.available
                                soundPossible: sound.possible
                                onSoundWanted: page.full = true
                                onPictureChosen: camera.saveSnapshot()
                            }
                        }
                    }
                    RowLayout {
                        spacing: Theme.medium

                        StateBadge {
                            objectName: "cameraStateBadge"
                            status: page.full ? camera.state : view.health
                        }
                        Label {
                            Layout.fillWidth: true
                            wrapMode: Text.Wrap
                            color: Theme.muted
                            text: {
                                const since = isNaN(camera.stateSince) ? "" : qsTr("since %1").arg(Times.moment(camera.stateSince))
                                if (view.health === "stale" || view.health === "unknown")
                                    return ""
                                const reason = camera.state === "online" ? "" : cameraWords.reasonText(camera.stateReason)
                                return reason && since ? reason + " · " + since : reason || since
                            }
                        }
                        SoundControl {
                            id: sound
                            desktop: page.desktop
                            // The preview is silent: its pictures are newer than the sound of the stream.
                            available: (page.attributes.audioCodec ?? "") !== "" && camera.hlsUrl != "" && !page.attributes.notRecordable
                            possible: page.full
                            onWanted: page.full = true
                        }
                        Button {
                            objectName: "fullStreamButton"
                            // A stream that cannot be recorded has only the preview. That may be found out at any time.
                            visible: page.full || (camera.hlsUrl != "" && !page.attributes.notRecordable)
                            enabled: camera.state === "online"
                            checkable: true
                            checked: page.full
                            flat: true
                            text: page.full ? qsTr("Preview") : qsTr("Full quality")
                            onClicked: page.full = !page.full
                        }
                    }
                    WatchCard {
                        visible: page.own
                        Layout.fillWidth: true
                        portal: page.portal
                        devicemodeId: camera.devicemodeId
                        onChosen: (devicemodeId) => camera.save({ devicemodeId: devicemodeId || null })
                    }
                    ErrorNote {
                        text: camera.loadState === LoadState.Ready ? camera.errorText : ""
                    }
                    Card {
                        Layout.fillWidth: true
                        visible: addressFact.text || sharerFact.text || videoFact.text || modelFact.text
                        title: qsTr("Details")

                        Fact {
                            id: addressFact
                            label: qsTr("Address")
                            text: "" + camera.sourceUrl
                        }
                        Fact {
                            id: sharerFact
                            label: qsTr("Shared by")
                            text: camera.sharedBy
                        }
                        Fact {
                            id: videoFact
                            label: qsTr("Video")
                            text: [page.attributes.videoCodec, page.attributes.width ? page.attributes.width + " × " + page.attributes.height : "",
                                   page.attributes.frameRate ? qsTr("%1 fps").arg(Math.round(page.attributes.frameRate)) : ""].filter((part) => part).join(", ")
                        }
                        Fact {
                            id: modelFact
                            label: qsTr("Model")
                            text: camera.model
                        }
                    }
                }

                LatestMarksCard {
                    id: marksCard
                    Layout.fillWidth: true
                    Layout.preferredWidth: 360 // whatever the marks would like
                    Layout.minimumWidth: grid.columns === 2 ? 300 : 0
                    Layout.maximumWidth: grid.columns === 2 ? 360 : 100000
                    Layout.alignment: Qt.AlignTop
                    marks: marks
                    onMarkOpened: (markId) => page.markOpened(markId, marks.accountId)
                }
            }
        }
    }

    Toast {
        id: toast
    }
}
