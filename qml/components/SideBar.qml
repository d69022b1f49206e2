// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Navigates between the pages. A narrow window shows only the icons.
Rectangle {
    id: bar

    required property Portal portal
    required property var unread // number of unread items, by page
    property bool narrow: false
    property string current

    readonly property bool staff: portal.session.role === "support" || portal.session.role === "admin"
    readonly property var entries: [
        { page: "cameras", icon: "camera-video", text: qsTr("Cameras"), forAll: true },
        { page: "marks", icon: "flag", text: qsTr("Marks"), forAll: true },
        { page: "modes", icon: "view-visible", text: qsTr("Rules"), forAll: true },
        { page: "faces", icon: "edit-image-face-detect", text: qsTr("Faces"), forAll: true },
        { page: "notifications", icon: "notifications", text: qsTr("Notifications"), forAll: true },
        { page: "apps", icon: "code-context", text: qsTr("Apps"), forAll: true },
        { page: "plans", icon: "wallet-open", text: qsTr("Plans"), forAll: true },
        { page: "account", icon: "user-identity", text: qsTr("Account"), forAll: true },
        { page: "support", icon: "help-contents", text: qsTr("Support"), forAll: false }
    ]

    signal chosen(string page)
    signal signOutChosen

    function step(item, forward) {
        const next = item.nextItemInFocusChain(forward)
        if (next?.parent === column)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
    }

    implicitWidth: narrow ? 64 : 220
    color: Theme.surface

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.divider
    }

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.medium
        spacing: Theme.tiny

        Logo {
            Layout.topMargin: Theme.small
            Layout.bottomMargin: Theme.large
            Layout.leftMargin: bar.narrow ? 4 : Theme.small
            wordVisible: !bar.narrow
            size: 30
        }

        Repeater {
            model: bar.entries

            ItemDelegate {
                id: entry

                required property var modelData

                objectName: modelData.page + "Entry"
                visible: modelData.forAll || bar.staff
                Layout.fillWidth: true
                highlighted: bar.current === modelData.page
                display: bar.narrow ? T.AbstractButton.IconOnly : T.AbstractButton.TextBesideIcon
                icon.name: modelData.icon
                text: modelData.text
                font.weight: highlighted ? Font.Bold : Font.Normal
                Accessible.name: text
                Keys.onUpPressed: bar.step(entry, false)
                Keys.onDownPressed: bar.step(entry, true)
                onClicked: bar.chosen(modelData.page)

                ToolTip.visible: bar.narrow && hovered
                ToolTip.text: text

                Rectangle {
                    id: badge

                    readonly property int unread: bar.unread[entry.modelData.page] ?? 0

                    objectName: entry.modelData.page + "Badge"
                    visible: unread > 0
                    anchors.right: parent.right
                    anchors.rightMargin: bar.narrow ? 0 : Theme.small
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.verticalCenterOffset: bar.narrow ? -10 : 0
                    width: Math.max(height, number.implicitWidth + 10)
                    height: 18
                    radius: 9
                    color: Theme.accent

                    Label {
                        id: number
                        anchors.centerIn: parent
                        text: badge.unread > 99 ? "99+" : badge.unread
                        color: Theme.accentInk
                        font.pixelSize: Theme.smallText
                        font.weight: Font.Bold
                    }
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        ItemDelegate {
            id: userMenuButton
            objectName: "userMenuButton"
            Layout.fillWidth: true
            display: bar.narrow ? T.AbstractButton.IconOnly : T.AbstractButton.TextBesideIcon
            icon.name: "user"
            text: bar.portal.session.userName || bar.portal.session.email
            Accessible.name: qsTr("User menu")
            Keys.onUpPressed: bar.step(userMenuButton, false)
            onClicked: menu.popup(0, -menu.height)

            PreferencesMenu {
                id: menu
                portal: bar.portal

                MenuSeparator { }
                MenuItem {
                    objectName: "serverItem"
                    text: qsTr("Server: %1").arg(bar.portal.serverUrl)
                    icon.name: "edit-copy"
                    Accessible.name: qsTr("Copy the server address %1").arg(bar.portal.serverUrl)
                    onTriggered: bar.portal.copy("" + bar.portal.serverUrl)
                }
                MenuItem {
                    objectName: "signOutItem"
                    text: qsTr("Sign out")
                    icon.name: "system-log-out"
                    onTriggered: bar.signOutChosen()
                }
            }
        }
    }
}
