// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.MenuItem {
    id: control

    implicitWidth: 200
    implicitHeight: 36
    leftPadding: Theme.medium
    rightPadding: Theme.medium
    spacing: Theme.medium
    font.pixelSize: Theme.bodyText
    icon.width: 18
    icon.height: 18
    icon.color: Theme.text

    contentItem: IconText {
        button: control
        color: control.checked ? Theme.accentText : Theme.text
    }

    indicator: Text {
        textFormat: Text.PlainText
        x: control.width - width - Theme.medium
        height: control.height
        verticalAlignment: Text.AlignVCenter
        visible: control.checked
        text: "\u2713"
        color: Theme.accentText
    }

    background: Rectangle {
        radius: Theme.radius - 2
        color: control.highlighted ? Theme.hover : "transparent"
    }
}
