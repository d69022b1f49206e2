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
    required property Desktop desktop
    property int elsewhere: 0 // unread in other accounts
    property bool seesServers: false // see ServerAccess
    required property var unread // number of unread items, by page
    property string current

    readonly property bool staff: portal.session.role === "support" || portal.session.role === "admin"
    // As high as nine of them allow, and high enough for the icon and the word.
    readonly property int entryHeight: Math.max(Math.ceil(24 + 1.5 * Theme.smallText),
                                                Math.min(Theme.scaled(56), Math.floor((height - 130) / 9) - Theme.tiny))
    readonly property var everyPage: [
        { page: "cameras", link: "waymark://home", icon: "go-home", text: qsTr("Home"), key: "H" },
        { page: "timeline", link: "waymark://timeline", icon: "view-calendar-timeline", text: qsTr("Timeline"), key: "T" },
        { page: "marks", link: "waymark://marks", icon: "flag", text: qsTr("Review"), key: "V" },
        { page: "modes", link: "waymark://rules", icon: "view-filter", text: qsTr("Rules"), key: "U" },
        { page: "apps", link: "waymark://apps", icon: "code-context", text: qsTr("Build"), key: "B" },
        { page: "support", link: "waymark://support", icon: "help-contents", text: qsTr("Support"), key: "S" }
    ]
    readonly property var pages: everyPage.filter((entry) => staff || entry.page !== "support")
    readonly property var ownPages: [
        { page: "notifications", link: "waymark://inbox", icon: "notifications", text: qsTr("Inbox"), key: "I" },
        { page: "account", link: "waymark://account", icon: "user-identity", text: qsTr("Account"), key: "A" }
    ]

    signal chosen(string link)
    signal searchChosen
    signal keysChosen
    signal accountsChosen
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
            onClicked: rail.chosen(modelData.link)
        }
    }

    implicitWidth: Math.round(80 * Math.min(1.5, Theme.textScale))
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
        anchors.leftMargin: Theme.tiny
        anchors.rightMargin: Theme.tiny
        anchors.topMargin: Theme.medium
        anchors.bottomMargin: Theme.small
        spacing: Theme.tiny

        Logo {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.small
            visible: rail.height >= 600 * Theme.textScale
            wordVisible: false
            size: 32
        }
        RailEntry {
            id: searchEntry
            objectName: "searchEntry"
            Layout.fillWidth: true
            Layout.preferredHeight: rail.entryHeight
            icon.name: "edit-find"
            text: qsTr("Search")
            keys: qsTr("Ctrl K")
            Keys.onDownPressed: rail.step(searchEntry, true)
            onClicked: rail.searchChosen()
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
            onClicked: menu.popup(mirrored ? -menu.width - Theme.large : width + Theme.large, height - menu.height)

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
                MenuItem {
                    objectName: "largerTextItem"
                    text: qsTr("Larger text (now %1%)").arg(Math.round(100 * rail.desktop.textScale))
                    enabled: rail.desktop.textScale < 2
                    onTriggered: rail.desktop.textScale += 0.25
                }
                MenuItem {
                    objectName: "smallerTextItem"
                    text: qsTr("Smaller text")
                    enabled: rail.desktop.textScale > 1
                    onTriggered: rail.desktop.textScale -= 0.25
                }
                MenuItem {
                    objectName: "desktopNotificationsItem"
                    text: qsTr("Desktop notifications")
                    checkable: true
                    checked: rail.desktop.notifications
                    onTriggered: rail.desktop.notifications = !rail.desktop.notifications
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
                    objectName: "serverStatusItem"
                    visible: rail.seesServers
                    height: visible ? implicitHeight : 0
                    text: qsTr("Server status")
                    icon.name: "network-server"
                    onTriggered: rail.chosen("waymark://server")
                }
                MenuItem {
                    objectName: "accountsItem"
                    text: rail.elsewhere > 0 ? qsTr("Accounts and servers (%n unread)", "", rail.elsewhere) : qsTr("Accounts and servers")
                    icon.name: "user-identity"
                    onTriggered: rail.accountsChosen()
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
