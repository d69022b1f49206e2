// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// The settings of a camera, from the right edge of the window. Nothing is changed before Save.
T.Popup {
    id: drawer

    required property Portal portal
    required property CameraModel camera
    property string health // see PictureAge
    readonly property string unsaved: visible && changeCount > 0 ? qsTr("What you entered is not saved.") : ""
    readonly property int changeCount: Object.keys(connection.changes).length + Object.keys(recording.changes).length + (objects.changed ? 1 : 0)
    property bool saving: false
    property bool leaves: false // slides out; a click then is a late one
    property real shown: 1 // the part of the width that has slid in; animating x would end its binding to the window

    signal zonesChosen
    signal removeChosen
    signal shareChosen

    function begin(tab) {
        tabs.current = tab ?? 0
        capture.reload()
        storage.reload()
        analysis.reload()
        connection.reset()
        recording.reset()
        objects.reset()
        open()
    }

    // Opens with the test of the connection that a tile without a picture offers.
    function check() {
        begin(0)
        connection.test()
    }

    function leave() {
        if (changeCount > 0)
            question.open()
        else
            close()
    }

    function save() {
        saving = true
        if (Object.keys(connection.changes).length > 0)
            camera.save(connection.changes)
        if (Object.keys(recording.changes).length > 0)
            capture.save(recording.changes)
        if (objects.changed)
            analysis.save(objects.always)
    }

    // Closes once all parts are saved. What failed stays, with its error.
    function settle() {
        if (!saving || camera.busy || capture.busy || analysis.busy)
            return
        saving = false
        if (camera.errorText) {
            tabs.current = 0
            return
        }
        if (capture.errorText) {
            tabs.current = 2
            return
        }
        if (objects.changed && analysis.errorText) { // an error of loading keeps nothing else from being saved
            tabs.current = 1
            return
        }
        connection.reset()
        close()
    }

    parent: T.Overlay.overlay
    x: parent ? parent.width - width * shown : 0
    width: parent ? Math.min(parent.width, Theme.scaled(parent.width < 1200 ? 480 : 560)) : 560
    height: parent ? parent.height : 600
    modal: !parent || parent.width < 1900
    focus: true
    padding: 0
    closePolicy: T.Popup.NoAutoClose

    enter: Transition {
        NumberAnimation {
            property: "shown"
            from: 0
            to: 1
            duration: Theme.reduceMotion ? 0 : 200
            easing.type: Easing.OutQuad
        }
    }
    exit: Transition {
        NumberAnimation {
            property: "shown"
            to: 0
            duration: Theme.reduceMotion ? 0 : 80
        }
    }
    background: Rectangle {
        color: Theme.surface

        Rectangle {
            width: 1
            height: parent.height
            color: Theme.divider
        }
    }
    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }
    onAboutToShow: leaves = false
    onAboutToHide: leaves = true

    CaptureModeModel {
        id: capture
        portal: drawer.portal
        deviceId: drawer.camera.deviceId
        onFeedbackChanged: drawer.settle()
    }
    AnalysisSettingsModel {
        id: analysis
        portal: drawer.portal
        deviceId: drawer.camera.deviceId
        onFeedbackChanged: drawer.settle()
    }
    DeviceStorageModel {
        id: storage
        portal: drawer.portal
        deviceId: drawer.camera.deviceId
    }
    Connections {
        target: drawer.camera
        function onFeedbackChanged() { drawer.settle() }
    }
    Shortcut {
        sequence: "Esc"
        enabled: drawer.visible && !question.visible
        onActivated: drawer.leave()
    }
    Shortcut {
        sequence: "Ctrl+S"
        enabled: drawer.visible && saveButton.enabled
        onActivated: drawer.save()
    }
    ConfirmDialog {
        id: question
        parent: T.Overlay.overlay
        title: qsTr("Discard changes?")
        question: qsTr("What you entered is not saved.")
        action: qsTr("Discard")
        refusal: qsTr("Keep editing")
        onConfirmed: drawer.close()
    }

    contentItem: ColumnLayout {
        enabled: !drawer.leaves
        spacing: 0

        RowLayout {
            Layout.margins: Theme.large
            Layout.leftMargin: Theme.huge
            spacing: Theme.medium

            Label {
                Layout.fillWidth: true
                text: drawer.camera.name
                elide: Text.ElideRight
                font.pixelSize: Theme.titleText
                font.weight: Font.Bold
                Accessible.role: Accessible.Heading
            }
            StateBadge {
                visible: drawer.health
                status: drawer.health
            }
            ToolButton {
                objectName: "closeDrawerButton"
                icon.name: "list-add"
                rotation: 45
                Accessible.name: qsTr("Close")
                onClicked: drawer.leave()
            }
        }
        PageTabs {
            id: tabs
            Layout.leftMargin: Theme.large
            Layout.fillWidth: true
            prefix: "settingsTab"
            titles: [qsTr("Connection"), qsTr("Zones and rule"), qsTr("Recording")]
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.divider
        }
        Flickable {
            id: scroller
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: forms.implicitHeight + 2 * Theme.huge
            clip: true
            ScrollBar.vertical: ScrollBar { }

            Item {
                id: forms
                x: Theme.huge
                y: Theme.huge
                width: scroller.width - 2 * Theme.huge
                implicitHeight: tabs.current === 0 ? connection.implicitHeight : tabs.current === 1 ? rule.implicitHeight : recording.implicitHeight

                ConnectionForm {
                    id: connection
                    width: parent.width
                    visible: tabs.current === 0
                    portal: drawer.portal
                    camera: drawer.camera
                }
                ColumnLayout {
                    id: rule
                    width: parent.width
                    visible: tabs.current === 1
                    spacing: Theme.large

                    WatchCard {
                        Layout.fillWidth: true
                        portal: drawer.portal
                        devicemodeId: drawer.camera.devicemodeId
                        onChosen: (devicemodeId) => drawer.camera.save({ devicemodeId: devicemodeId || null })
                    }
                    AnalysisForm {
                        id: objects
                        Layout.fillWidth: true
                        settings: analysis
                    }
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Zones")

                        Label {
                            Layout.fillWidth: true
                            text: zones.count > 0 ? zoneNames() : qsTr("No zones yet. Rules apply to the whole picture.")
                            wrapMode: Text.Wrap
                            color: Theme.muted

                            function zoneNames() {
                                const names = []
                                for (let row = 0; row < zones.count; ++row)
                                    names.push(zones.get(row).name)
                                return names.join(qsTr(", "))
                            }
                        }
                        Button {
                            objectName: "drawZonesButton"
                            text: qsTr("Draw zones")
                            icon.name: "draw-polygon"
                            onClicked: drawer.zonesChosen()
                        }
                        ZonesModel {
                            id: zones
                            portal: drawer.portal
                            deviceId: drawer.camera.deviceId
                        }
                    }
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Sharing")

                        Button {
                            objectName: "shareFromDrawerButton"
                            text: qsTr("Share…")
                            icon.name: "document-share"
                            onClicked: drawer.shareChosen()
                        }
                    }
                    ErrorNote {
                        text: drawer.camera.errorText
                    }
                }
                StateView {
                    width: parent.width
                    height: capture.loadState === LoadState.Ready ? recording.implicitHeight : 240
                    visible: tabs.current === 2
                    loadState: capture.loadState
                    errorText: capture.errorText
                    onRetry: capture.reload()

                    RecordingForm {
                        id: recording
                        width: parent.width
                        capture: capture
                        storage: storage
                    }
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.divider
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(64, Theme.controlHeight + Theme.large)
            Layout.leftMargin: Theme.large
            Layout.rightMargin: Theme.huge
            spacing: Theme.small

            Button {
                objectName: "removeFromDrawerButton"
                flat: true
                danger: true
                text: qsTr("Delete camera")
                icon.name: "edit-delete"
                onClicked: drawer.removeChosen()
            }
            Label {
                objectName: "unsavedLabel"
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignRight
                text: drawer.changeCount > 0 ? qsTr("%n unsaved change(s)", "", drawer.changeCount) : ""
                elide: Text.ElideRight
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
            Button {
                objectName: "cancelSettingsButton"
                text: qsTr("Cancel")
                onClicked: drawer.leave()
            }
            Button {
                id: saveButton
                objectName: "saveSettingsButton"
                highlighted: true
                enabled: drawer.changeCount > 0 && recording.sound && !drawer.saving
                text: qsTr("Save")
                onClicked: drawer.save()
            }
        }
    }
}
