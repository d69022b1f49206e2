// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Client
import Waymark.Style

// The actions on a camera of Home.
Menu {
    id: cameraMenu

    required property GroupsModel groups

    property string deviceId
    property string name
    property string devgroupId

    signal shareChosen
    signal settingsChosen

    function showAt(button, deviceId, name, devgroupId) {
        cameraMenu.deviceId = deviceId
        cameraMenu.name = name
        cameraMenu.devgroupId = devgroupId
        popup(button, 0, button.height)
    }

    MenuItem {
        objectName: "shareCameraItem"
        text: qsTr("Share…")
        onTriggered: cameraMenu.shareChosen()
    }
    MenuItem {
        objectName: "cameraSettingsItem"
        text: qsTr("Settings…")
        onTriggered: cameraMenu.settingsChosen()
    }
    MenuSeparator {
        visible: cameraMenu.groups.count > 0
    }
    Instantiator {
        model: cameraMenu.groups
        delegate: MenuItem {
            required property int index
            required property string devgroupId
            required property string name

            objectName: "moveIntoItem" + index
            text: qsTr("Move to “%1”").arg(name)
            enabled: devgroupId !== cameraMenu.devgroupId
            onTriggered: cameraMenu.groups.moveCamera(cameraMenu.deviceId, devgroupId)
        }
        onObjectAdded: (index, item) => cameraMenu.insertItem(3 + index, item)
        onObjectRemoved: (index, item) => cameraMenu.removeItem(item)
    }
    MenuItem {
        objectName: "moveOutItem"
        text: qsTr("Remove from group")
        enabled: cameraMenu.devgroupId !== ""
        onTriggered: cameraMenu.groups.moveCamera(cameraMenu.deviceId, "")
    }
}
