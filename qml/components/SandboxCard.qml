// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// The sandbox cameras of a trial app: adds and deletes them, and shows which marks to expect.
Card {
    id: card

    required property Portal portal
    required property string appId

    title: qsTr("Sandbox cameras")

    SceneNames {
        id: scenes
    }
    SandboxDialog {
        id: adding
        portal: card.portal
        cameras: cameraList
        names: scenes
    }
    ExpectedMarksDialog {
        id: expectations
        portal: card.portal
    }
    ConfirmDialog {
        id: deletion
        property string deviceId
        parent: T.Overlay.overlay
        title: qsTr("Delete sandbox camera?")
        question: qsTr("The camera and its marks are permanently deleted.")
        action: qsTr("Delete")
        onConfirmed: cameraList.remove(deviceId)
    }

    SandboxCamerasModel {
        id: cameraList
        portal: card.portal
        appId: card.appId
        onAdded: adding.close()
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("A sandbox camera shows a scene again and again, so that your tests know which marks to expect. It does not count toward the plan, and is deleted when the trial ends.")
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: cameraList.state === LoadState.Ready
        spacing: Theme.medium

        Repeater {
            model: cameraList

            RowLayout {
                id: row

                required property int index
                required property string deviceId
                required property string scene
                required property int everySeconds
                required property var model // the role `name` would hide that of other types

                Layout.fillWidth: true
                spacing: Theme.small

                ListRow {
                    title: row.model.name
                    detail: qsTr("%1, every %n second(s)", "", row.everySeconds).arg(scenes.title(row.scene))
                }
                Button {
                    objectName: "expectButton" + row.index
                    text: qsTr("Expected marks")
                    onClicked: expectations.begin(row.deviceId, row.model.name)
                }
                Button {
                    objectName: "deleteSandboxButton" + row.index
                    enabled: !cameraList.busy
                    icon.name: "edit-delete"
                    Accessible.name: qsTr("Delete %1").arg(row.model.name)
                    onClicked: {
                        deletion.deviceId = row.deviceId
                        deletion.open()
                    }
                }
            }
        }
        Button {
            Layout.alignment: Qt.AlignHCenter
            visible: cameraList.hasMore
            text: qsTr("Show more")
            onClicked: cameraList.loadMore()
        }
    }
    BusyIndicator {
        visible: cameraList.state === LoadState.Loading
        Layout.alignment: Qt.AlignHCenter
        Accessible.name: qsTr("Loading")
    }
    Label {
        objectName: "noSandboxLabel"
        Layout.fillWidth: true
        visible: cameraList.state === LoadState.Empty
        text: qsTr("No sandbox cameras yet")
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    ErrorNote {
        text: adding.visible ? "" : cameraList.errorText
    }
    RowLayout {
        spacing: Theme.small

        Button {
            objectName: "addSandboxButton"
            visible: cameraList.state === LoadState.Ready || cameraList.state === LoadState.Empty
            enabled: !cameraList.busy
            text: qsTr("Add sandbox camera…")
            icon.name: "list-add"
            onClicked: adding.begin()
        }
        Button {
            objectName: "retrySandboxButton"
            visible: cameraList.state === LoadState.Failed
            text: qsTr("Try again")
            onClicked: cameraList.reload()
        }
    }
}
