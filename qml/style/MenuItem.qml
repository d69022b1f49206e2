// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.impl
import QtQuick.Templates as T

T.MenuItem {
    id: control

    // The state that the gallery shows without the pointer and the keyboard: `hovered`, `pressed`, or `focused`.
    property string pose

    implicitWidth: Theme.scaled(200)
    implicitHeight: Theme.rowHeight
    opacity: enabled ? 1 : 0.45
    leftPadding: Theme.medium
    rightPadding: Theme.medium
    spacing: Theme.medium
    font.pixelSize: Theme.bodyText
    icon.width: 20
    icon.height: 20
    icon.color: Theme.text

    contentItem: IconText {
        button: control
        color: control.checked ? Theme.accentText : Theme.text
    }

    indicator: IconImage {
        x: control.mirrored ? Theme.medium : control.width - width - Theme.medium
        y: (control.height - height) / 2
        visible: control.checked
        name: "dialog-ok"
        sourceSize.width: 16
        sourceSize.height: 16
        color: Theme.accentText
    }

    background: Rectangle {
        radius: Theme.smallRadius
        color: control.down || control.pose === "pressed" ? Theme.sunken : control.highlighted || control.pose ? Theme.hover : "transparent"
    }
}
