// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Adds a sandbox camera.
FormDialog {
    id: dialog

    required property Portal portal
    required property SandboxCamerasModel cameras
    required property SceneNames names
    property string scene: "walk"
    readonly property var chosen: catalogue.count > 0 ? catalogue.get(sceneRow()) : ({})
    readonly property var errors: cameras.fieldErrors

    values: [scene, every.text]
    title: qsTr("Add sandbox camera")
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(480, (parent ? parent.width : 520) - 2 * Theme.large)

    function sceneRow() {
        for (let row = 0; row < catalogue.count; ++row) {
            if (catalogue.get(row).scene === scene)
                return row
        }
        return 0
    }

    function choices() {
        const all = []
        for (let row = 0; row < catalogue.count; ++row) {
            const entry = catalogue.get(row)
            all.push({ value: entry.scene, text: entry.available ? names.title(entry.scene) : qsTr("%1 (not available on this server)").arg(names.title(entry.scene)) })
        }
        return all
    }

    function begin() {
        cameras.clearErrors()
        scene = "walk"
        every.text = "60"
        catalogue.portal = portal
        open()
        sceneBox.forceActiveFocus(Qt.TabFocusReason)
    }

    function submit() {
        if (every.sound && chosen.available)
            cameras.add(scene, every.numberOf(every.text))
    }

    SandboxScenesModel {
        id: catalogue
        portal: null // loads nothing before the dialog is opened
    }

    contentItem: StateView {
        loadState: catalogue.state
        errorText: catalogue.errorText
        implicitHeight: form.implicitHeight
        onRetry: catalogue.reload()

        ColumnLayout {
            id: form
            width: parent.width
            spacing: Theme.large

            PickBox {
                id: sceneBox
                objectName: "sceneBox"
                Layout.fillWidth: true
                choices: dialog.choices()
                value: dialog.scene
                Accessible.name: qsTr("Scene")
                onPicked: (value) => dialog.scene = value
            }
            Label {
                Layout.fillWidth: true
                text: dialog.names.description(dialog.scene)
                color: Theme.muted
                wrapMode: Text.Wrap
            }
            RowLayout {
                spacing: Theme.small

                Label {
                    text: qsTr("Every")
                }
                NumberField {
                    id: every
                    objectName: "everyField"
                    number: 60
                    most: 3600
                    whole: true
                    wrong: !sound || numberOf(text) < (dialog.chosen.leastEverySeconds ?? 0)
                    Accessible.name: qsTr("Interval in seconds")
                    onAccepted: dialog.submit()
                }
                Label {
                    Layout.fillWidth: true
                    text: qsTr("seconds (at least %1)").arg(dialog.chosen.leastEverySeconds ?? 0)
                    color: Theme.muted
                }
            }
            ErrorNote {
                text: dialog.cameras.errorText
                errors: dialog.errors
            }
            RowLayout {
                Layout.alignment: Qt.AlignRight
                spacing: Theme.small

                Button {
                    text: qsTr("Cancel")
                    onClicked: dialog.leave()
                }
                Button {
                    objectName: "confirmSandboxButton"
                    highlighted: true
                    enabled: !every.wrong && dialog.chosen.available === true && !dialog.cameras.busy
                    text: qsTr("Add camera")
                    onClicked: dialog.submit()
                }
            }
        }
    }
}
