// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Adds or edits a channel.
FormDialog {
    id: dialog

    required property Portal portal
    required property ChannelsModel channels
    required property NotificationWords words
    property string channelId
    property string kind: "email"
    property var types: [] // empty: all event types
    property var devices: [] // empty: all cameras
    readonly property var errors: channels.fieldErrors
    readonly property bool quietSound: !quiet.checked || (!quietFrom.wrong && !quietTo.wrong)

    signal rotateChosen

    values: [kind, name.text, target.text, allTypes.checked, types, allDevices.checked, devices, quiet.checked, quietFrom.time, quietTo.time]
    title: channelId ? qsTr("Edit channel") : qsTr("New channel")
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(560, (parent ? parent.width : 600) - 2 * Theme.large)
    height: Math.min(implicitHeight, (parent ? parent.height : 700) - 2 * Theme.large)

    function begin(channel) {
        channels.clearErrors()
        channelId = channel ? channel.channelId : ""
        kind = channel ? channel.kind : "email"
        name.text = channel ? channel.name : ""
        target.text = channel ? channel.target : portal.session.email
        types = channel ? channel.types : []
        devices = channel ? channel.devices : []
        allTypes.checked = types.length === 0
        allDevices.checked = devices.length === 0
        quiet.checked = channel ? channel.quietFrom !== "" : false
        quietFrom.time = channel && channel.quietFrom ? channel.quietFrom : "22:00"
        quietTo.time = channel && channel.quietTo ? channel.quietTo : "07:00"
        open()
        name.focusField()
    }

    function toggled(list, value) {
        const others = list.filter((other) => other !== value)
        return others.length < list.length ? others : others.concat([value])
    }

    function submit() {
        if (!name.text.trim() || !target.text.trim() || !quietSound)
            return
        const values = {
            name: name.text.trim(), target: target.text.trim(), types: allTypes.checked ? [] : types,
            devices: allDevices.checked ? [] : devices, quietFrom: quiet.checked ? quietFrom.time : "",
            quietTo: quiet.checked ? quietTo.time : ""
        }
        if (!channelId)
            values.kind = kind
        channels.save(channelId, values)
    }

    CamerasModel {
        id: cameras
        portal: dialog.portal
    }

    contentItem: DialogScroll {
        ChoiceRow {
            visible: !dialog.channelId
            choices: [{ value: "email", text: qsTr("Email"), name: "emailChannel" }, { value: "webhook", text: qsTr("Webhook"), name: "webhookChannel" }]
            current: dialog.kind
            onChosen: (value) => {
                dialog.kind = value
                target.text = value === "email" ? dialog.portal.session.email : ""
            }
        }
        TextInputField {
            id: name
            name: "channelNameField"
            label: qsTr("Name")
            placeholderText: dialog.kind === "webhook" ? qsTr("My app") : qsTr("My email")
            error: dialog.errors["name"] ?? ""
            maximumLength: 100
            onAccepted: dialog.submit()
        }
        TextInputField {
            id: target
            name: "channelTargetField"
            label: dialog.kind === "webhook" ? qsTr("URL") : qsTr("Email address")
            placeholderText: dialog.kind === "webhook" ? "https://example.org/hooks/waymark" : "ada@example.org"
            hint: dialog.kind === "webhook" ? qsTr("Requests are signed according to the Standard Webhooks specification.") : qsTr("Must belong to a user of this account.")
            error: dialog.errors["target"] ?? ""
            maximumLength: 2000
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            onAccepted: dialog.submit()
        }
        ColumnLayout {
            spacing: Theme.small

            CheckBox {
                id: allTypes
                objectName: "allTypesBox"
                text: qsTr("All events")
                checked: true
            }
            Flow {
                Layout.fillWidth: true
                visible: !allTypes.checked
                spacing: Theme.small

                Repeater {
                    model: dialog.words.types

                    CheckBox {
                        required property string modelData

                        objectName: "type-" + modelData
                        rightPadding: Theme.small
                        text: dialog.words.typeText(modelData)
                        checked: dialog.types.indexOf(modelData) >= 0
                        onToggled: dialog.types = dialog.toggled(dialog.types, modelData)
                    }
                }
            }
        }
        FieldError {
            text: dialog.errors["types"] ?? ""
        }
        ColumnLayout {
            visible: cameras.count > 0
            spacing: Theme.small

            CheckBox {
                id: allDevices
                objectName: "allDevicesBox"
                text: qsTr("All cameras")
                checked: true
            }
            Flow {
                Layout.fillWidth: true
                visible: !allDevices.checked
                spacing: Theme.small

                Repeater {
                    model: cameras

                    CheckBox {
                        required property int index
                        required property string deviceId
                        required property var model // the role `name` would collide with the id of the name field

                        objectName: "channelCamera" + index
                        rightPadding: Theme.small
                        text: model.name
                        checked: dialog.devices.indexOf(deviceId) >= 0
                        onToggled: dialog.devices = dialog.toggled(dialog.devices, deviceId)
                    }
                }
            }
        }
        ColumnLayout {
            spacing: Theme.small

            CheckBox {
                id: quiet
                objectName: "quietBox"
                text: qsTr("Quiet hours (notifications are delivered afterwards)")
                Layout.fillWidth: true
            }
            RowLayout {
                visible: quiet.checked
                spacing: Theme.small

                Label {
                    text: qsTr("from", "a time of the day")
                }
                TimeField {
                    id: quietFrom
                    objectName: "quietFromField"
                    time: ""
                    Accessible.name: qsTr("Start")
                    onEdited: (typed) => time = typed
                }
                Label {
                    text: qsTr("to", "a time of the day")
                }
                TimeField {
                    id: quietTo
                    objectName: "quietToField"
                    time: ""
                    Accessible.name: qsTr("End")
                    onEdited: (typed) => time = typed
                }
            }
            FieldError {
                text: dialog.errors["quietFrom"] ?? dialog.errors["quietTo"] ?? ""
            }
        }
        ErrorNote {
            text: dialog.channels.errorText
            errors: dialog.errors
            fields: ["name", "target", "types", "quietFrom", "quietTo"]
        }
        RowLayout {
            spacing: Theme.small

            Button {
                objectName: "rotateSecretButton"
                visible: dialog.channelId && dialog.kind === "webhook"
                text: qsTr("New secret…")
                onClicked: dialog.rotateChosen()
            }
            Item {
                Layout.fillWidth: true
            }
            Button {
                objectName: "cancelChannelButton"
                text: qsTr("Cancel")
                onClicked: dialog.leave()
            }
            Button {
                objectName: "saveChannelButton"
                highlighted: true
                enabled: name.text.trim() && target.text.trim() && dialog.quietSound && !dialog.channels.busy
                text: qsTr("Save")
                onClicked: dialog.submit()
            }
        }
    }
}
