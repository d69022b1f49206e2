// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Portal
import Waymark.Style

// The window of `waymark --gallery`.
ApplicationWindow {
    id: window

    title: "Waymark"
    width: 1240
    height: 900
    visible: true

    Flickable {
        anchors.fill: parent
        contentWidth: gallery.implicitWidth
        contentHeight: gallery.implicitHeight
        ScrollBar.vertical: ScrollBar { }

        GalleryPage {
            id: gallery
            width: Math.max(implicitWidth, window.width)
            height: implicitHeight
        }
    }
    Row {
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.margins: Theme.huge
        spacing: Theme.large

        CheckBox {
            objectName: "galleryDark"
            text: "Dark"
            checked: Theme.dark
            onToggled: Theme.dark = checked
        }
        CheckBox {
            objectName: "galleryReduceMotion"
            text: "Reduce motion"
            checked: Theme.reduceMotion
            onToggled: Theme.reduceMotion = checked
        }
    }
}
