// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Navigates between the pages. It is equally wide at every width of the window.
Rectangle {
    id: rail

    required property Portal portal
    required property var unread // number of unread items, by page
    property string current

    readonly property bool staff: portal.session.role === "support" || portal.session.role === "admin"
    readonly property int entryHeight: height < 620 ? 44 : 56
    readonly property var everyPage: [
        { page: "cameras", icon: "go-home", text: qsTr("Home"), key: "H" },
        { page: "marks", icon: "flag", text: qsTr("Review"), key: "V" },
        { page: "modes", icon: "view-filter", text: qsTr("Rules"), key: "U" },
        { page: "apps", icon: "code-context", text: qsTr("Build"), key: "B" },
        { page: "support", icon: "help-contents", text: qsTr("Support"), key: "S" }
    ]
    readonly property var pages: everyPage.filter((entry) => staff || entry.page !== "support")
    readonly property var ownPages: [
        { page: "notifications", icon: "notifications", text: qsTr("Inbox"), key: "I" },
        { page: "account", icon: "user-identity", text: qsTr("Account"), key: "A" }
    ]

    signal chosen(string page)
    signal keysChosen
    signal signOutChosen

    function keysOf(key) {
        return portal.letterKeys ? qsTr("G, then %1", "two keys").arg(key) : ""
    }

    function step(item, forward) {
        const next = item.nextItemInFocusChain(forward)
        if (next?.parent === column)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }

    Component {
        id: entryOfPage

        RailEntry {
            id: entry

            required property var modelData

            objectName: modelData.page + "Entry"
            badgeName: modelData.page + "Badge"
            Layout.fillWidth: true
            Layout.preferredHeight: rail.entryHeight
            icon.name: modelData.icon
            text: modelData.text
            keys: rail.keysOf(modelData.key)
            current: rail.current === modelData.page
            unread: rail.unread[modelData.page] ?? 0
            Keys.onUpPressed: rail.step(entry, false)
            Keys.onDownPressed: rail.step(entry, true)
            onClicked: rail.chosen(modelData.page)
        }
    }

    implicitWidth: 80
    color: Theme.surface
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Pages")

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.divider
    }

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.leftMargin: Theme.small
        anchors.rightMargin: Theme.small
        anchors.topMargin: Theme.medium
        anchors.bottomMargin: Theme.small
        spacing: Theme.tiny

        Logo {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.small
            visible: rail.height >= 560
            wordVisible: false
            size: 32
        }
        Repeater {
            model: rail.pages
            delegate: entryOfPage
        }
        Item {
            Layout.fillHeight: true
        }
        Repeater {
            model: rail.ownPages
            delegate: entryOfPage
        }
        ToolButton {
            id: userMenuButton
            objectName: "userMenuButton"
            Layout.alignment: Qt.AlignHCenter
            icon.name: "overflow-menu"
            Accessible.name: qsTr("User menu")
            ToolTip.visible: hovered && !menu.visible
            ToolTip.text: rail.portal.session.userName || rail.portal.session.email
            Keys.onUpPressed: rail.step(userMenuButton, false)
            // Beside the rail, where the pointer that rests on an entry selects no item.
            onClicked: menu.popup(width + Theme.large, height - menu.height)

            PreferencesMenu {
                id: menu
                portal: rail.portal

                MenuItem {
                    objectName: "letterKeysItem"
                    text: qsTr("Letter shortcuts")
                    checkable: true
                    checked: rail.portal.letterKeys
                    onTriggered: rail.portal.letterKeys = !rail.portal.letterKeys
                }
                MenuSeparator { }
                MenuItem {
                    objectName: "keysItem"
                    text: qsTr("Keyboard shortcuts")
                    icon.name: "input-keyboard"
                    onTriggered: rail.keysChosen()
                }
                MenuItem {
                    objectName: "serverItem"
                    text: qsTr("Server: %1").arg(rail.portal.serverUrl)
                    icon.name: "edit-copy"
                    Accessible.name: qsTr("Copy the server address %1").arg(rail.portal.serverUrl)
                    onTriggered: rail.portal.copy("" + rail.portal.serverUrl)
                }
                MenuItem {
                    objectName: "signOutItem"
                    text: qsTr("Sign out")
                    icon.name: "system-log-out"
                    onTriggered: rail.signOutChosen()
                }
            }
        }
    }
}
