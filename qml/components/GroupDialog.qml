// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Names a new group, or one that there is.
Dialog {
    id: dialog

    required property GroupsModel groups
    property string devgroupId
    readonly property var errors: groups.fieldErrors

    title: devgroupId ? qsTr("Rename the group") : qsTr("New group")
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(420, (parent ? parent.width : 460) - 2 * Theme.large)

    function begin(id, current) {
        groups.clearErrors()
        devgroupId = id
        name.text = current
        open()
        name.focusField()
    }

    function submit() {
        if (!name.text.trim())
            return
        if (devgroupId)
            groups.rename(devgroupId, name.text.trim())
        else
            groups.add(name.text.trim())
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
        ErrorNote {
            text: dialog.groups.errorText
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                text: qsTr("Cancel")
                onClicked: dialog.close()
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
