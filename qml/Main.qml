// SPDX-License-Identifier: GPL-3.0-or-later
// The Loader and the StackView of Qt 6.4 cannot instantiate a Bound component, and an unbound one is unqualified.
// qmllint disable unqualified
import QtQuick
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The main window. It shows Entrance before sign-in and Shell after sign-in.
ApplicationWindow {
    id: window

    required property Portal portal
    required property Desktop desktop
    required property KnownAccounts known
    property bool changing: false // to another account; its portal follows
    property bool closingAnyway: false

    title: "Waymark"
    width: desktop.windowSize.width
    height: desktop.windowSize.height
    minimumWidth: 640
    minimumHeight: 480
    visible: true
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    onWidthChanged: settled.restart()
    onHeightChanged: settled.restart()
    onVisibilityChanged: settled.restart()
    Component.onCompleted: if (desktop.maximized)
        showMaximized()

    // Remembers the window once its size has come to rest.
    Timer {
        id: settled
        interval: 500
        onTriggered: if (window.visible && window.visibility !== Window.FullScreen)
            window.desktop.keepWindow(window.width, window.height, window.visibility === Window.Maximized)
    }

    // Scrolls the item with the keyboard focus into view.
    onActiveFocusItemChanged: reveal(activeFocusItem)

    function reveal(item) {
        for (let parent = item?.parent; parent; parent = parent.parent) {
            if (!(parent instanceof Flickable) || item.height > parent.height)
                continue
            const top = item.mapToItem(parent.contentItem, 0, 0).y
            const lowest = top + item.height + Theme.medium - parent.height
            const wanted = Math.max(lowest, Math.min(parent.contentY, top - Theme.medium))
            parent.contentY = Math.max(0, Math.min(wanted, parent.contentHeight - parent.height))
        }
    }

    Binding {
        target: Theme
        property: "dark"
        value: window.portal.dark
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.desktop.textScale
    }
    Binding {
        target: Theme
        property: "reduceMotion"
        value: window.portal.reduceMotion
    }

    // Asks first if closing would lose something.
    onClosing: (close) => {
        const leave = content.item?.["leave"]
        if (leave && !closingAnyway) {
            close.accepted = false
            leave(() => {
                closingAnyway = true
                window.close()
            })
        }
    }

    Loader {
        id: content
        anchors.fill: parent
        active: !window.changing
        sourceComponent: window.portal.session.signedIn ? inside : window.portal.session.restoring ? waiting : outside
    }

    Component {
        id: inside
        Shell {
            portal: window.portal
            desktop: window.desktop
            known: window.known
        }
    }
    Component {
        id: outside
        Entrance {
            portal: window.portal
            known: window.known
        }
    }
    Component {
        id: waiting
        Item {
            BusyIndicator {
                anchors.centerIn: parent
            }
        }
    }
}
