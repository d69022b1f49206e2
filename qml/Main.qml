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

    title: "Waymark"
    width: 1180
    height: 780
    minimumWidth: 640
    minimumHeight: 480
    visible: true

    Binding {
        target: Theme
        property: "dark"
        value: window.portal.dark
    }

    Loader {
        anchors.fill: parent
        sourceComponent: window.portal.session.signedIn ? inside : window.portal.session.restoring ? waiting : outside
    }

    Component {
        id: inside
        Shell {
            portal: window.portal
        }
    }
    Component {
        id: outside
        Entrance {
            portal: window.portal
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
