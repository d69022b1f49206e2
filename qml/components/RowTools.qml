// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The buttons at the end of a row of conditions.
Row {
    id: tools

    required property string number
    required property bool isRemovable
    required property string removeText
    required property string moreText

    signal menuAsked(var button)
    signal removed

    height: Theme.inputHeight

    ToolButton {
        objectName: "remove" + tools.number
        anchors.verticalCenter: parent.verticalCenter
        visible: tools.isRemovable
        icon.name: "list-remove"
        Accessible.name: tools.removeText
        ToolTip.visible: hovered
        ToolTip.text: Accessible.name
        onClicked: tools.removed()
    }
    ToolButton {
        id: more
        objectName: "more" + tools.number
        anchors.verticalCenter: parent.verticalCenter
        icon.name: "overflow-menu"
        Accessible.name: tools.moreText
        ToolTip.visible: hovered
        ToolTip.text: Accessible.name
        onClicked: tools.menuAsked(more)
    }
}
