// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Fills the screen with what a page shows, and tells when its controls are to hide: while the pointer rests.
// It ends when the page is left.
Item {
    id: screen

    property bool active: false
    readonly property bool controlsShown: !active || !rested

    property bool rested: false
    property point pointer
    property Window shown: null // the window that fills the screen
    property int before: Window.Windowed // the window, before it filled the screen

    function toggle() {
        active ? leave() : enter()
    }

    function enter() {
        shown = Window.window
        if (active || !shown)
            return
        before = shown.visibility
        active = true
        shown.showFullScreen()
        stir()
    }

    function leave() {
        if (!active)
            return
        active = false
        if (shown)
            shown.visibility = before
    }

    // The pointer is at this place of the window. A place is told again whenever something moves below the pointer.
    function pointAt(place) {
        if (Math.abs(place.x - pointer.x) + Math.abs(place.y - pointer.y) < 2)
            return
        pointer = place
        stir()
    }

    // Shows the controls for a while, as when a key is pressed.
    function stir() {
        rested = false
        rest.restart()
    }

    onVisibleChanged: if (!visible)
        leave()
    Component.onDestruction: leave()

    Timer {
        id: rest
        interval: 2500
        onTriggered: screen.rested = true
    }
}
