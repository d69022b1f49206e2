// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.Menu {
    id: control

    implicitWidth: Theme.scaled(270)
    implicitHeight: contentHeight + topPadding + bottomPadding
    padding: Theme.tiny
    margins: Theme.small
    delegate: MenuItem { }

    contentItem: ListView {
        implicitHeight: contentHeight
        model: control.contentModel
        clip: true
        // A window that is lower than the menu shows a part of it.
        interactive: Window.window !== null && contentHeight + control.topPadding + control.bottomPadding > Window.window.height
        currentIndex: control.currentIndex
    }

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.outline
    }
}
