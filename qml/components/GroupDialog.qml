// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Edits the name and the rule of a new or an existing group.
FormDialog {
    id: dialog

    required property Portal portal
    required property GroupsModel groups
    property string devgroupId
    property string devicemodeId
    readonly property var choices: {
        const entries = [{ value: "", text: qsTr("Use the default rule") }]
        for (let i = 0; i < modes.count; ++i)
            entries.push({ value: modes.get(i).devicemodeId, text: modes.get(i).name })
        return entries
    }
    readonly property var errors: groups.fieldErrors

    values: [name.text, devicemodeId]
    title: devgroupId ? qsTr("Edit group") : qsTr("New group")
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(420, (parent ? parent.width : 460) - 2 * Theme.large)

    function begin(id, current, mode) {
        groups.clearErrors()
        devgroupId = id
        devicemodeId = mode
        name.text = current
        open()
        name.focusField()
    }

    function submit() {
        if (!name.text.trim())
            return
        if (devgroupId)
            groups.change(devgroupId, name.text.trim(), devicemodeId)
        else
            groups.add(name.text.trim(), devicemodeId)
    }

    ModesModel {
        id: modes
        portal: dialog.portal
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        TextInputField {
            id: name
            name: "groupNameField"
            label: qsTr("Name")
            placeholderText: qsTr("Ground floor")
            error: dialog.errors["name"] ?? ""
            maximumLength: 100
            onAccepted: dialog.submit()
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.tiny

            Label {
                text: qsTr("Rule")
                color: Theme.muted
                font.pixelSize: Theme.chipText
            }
            PickBox {
                objectName: "groupModeBox"
                Layout.fillWidth: true
                enabled: modes.state === LoadState.Ready
                Accessible.name: qsTr("Rule")
                choices: dialog.choices
                value: dialog.devicemodeId
                onPicked: (value) => dialog.devicemodeId = value
            }
            FieldError {
                text: dialog.errors["devicemodeId"] ?? ""
            }
            Label {
                Layout.fillWidth: true
                text: qsTr("A camera's own rule takes precedence.")
                color: Theme.muted
                font.pixelSize: Theme.smallText
                wrapMode: Text.Wrap
            }
        }
        ErrorNote {
            text: dialog.groups.errorText
            errors: dialog.errors
            fields: ["name", "devicemodeId"]
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                objectName: "cancelGroupButton"
                text: qsTr("Cancel")
                onClicked: dialog.leave()
            }
            Button {
                objectName: "saveGroupButton"
                highlighted: true
                enabled: name.text.trim() && !dialog.groups.busy
                text: qsTr("Save")
                onClicked: dialog.submit()
            }
        }
    }
}
