// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Lists the accounts of this portal on all servers, changes between them, and adds and removes them.
FormDialog {
    id: dialog

    required property KnownAccounts known

    // Changes to another account by `change`. The page asks first if that would lose something.
    signal leaving(var change)

    title: qsTr("Accounts and servers")
    values: address.text
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(520, (parent ? parent.width : 560) - 2 * Theme.large)

    function begin() {
        address.text = ""
        address.error = ""
        known.wantUnread()
        open()
    }

    function add() {
        leaving(() => {
            switch (known.add(address.text)) {
            case "address":
                address.error = qsTr("Enter an address such as https://waymark.example.org.")
                return
            case "full":
                address.error = qsTr("Remove an account first: no more fit in the list.")
                return
            }
            close()
        })
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            text: qsTr("You stay signed in to each account until you sign out or remove it.")
            color: Theme.muted
            wrapMode: Text.Wrap
            lineHeight: 1.2
        }
        DialogScroll {
            id: list
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(260, list.implicitHeight)
            spacing: Theme.medium

            Repeater {
                model: dialog.known.all

                RowLayout {
                    id: row

                    required property int index
                    required property var modelData
                    readonly property string user: modelData.user || qsTr("Not signed in")

                    Layout.fillWidth: true
                    spacing: Theme.small

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 2

                        Label {
                            Layout.fillWidth: true
                            text: row.user
                            elide: Text.ElideRight
                            font.weight: Font.Bold
                        }
                        Label {
                            Layout.fillWidth: true
                            text: row.modelData.own ? qsTr("This portal’s server: %1").arg(row.modelData.server) : "" + row.modelData.server
                            elide: Text.ElideRight
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                    }
                    Rectangle {
                        objectName: "unreadElsewhere" + row.index
                        readonly property int unread: row.modelData.unread ?? 0

                        visible: unread > 0
                        implicitWidth: Math.max(height, number.implicitWidth + Theme.small)
                        implicitHeight: Theme.scaled(18)
                        radius: height / 2
                        color: Theme.accent
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("%n unread", "", unread)

                        Label {
                            id: number
                            anchors.centerIn: parent
                            text: parent.unread > 99 ? "99+" : parent.unread
                            color: Theme.accentInk
                            font.pixelSize: Theme.smallText
                            font.weight: Font.Bold
                            Accessible.ignored: true
                        }
                    }
                    Label {
                        visible: row.modelData.current
                        text: qsTr("current")
                        color: Theme.accentText
                        font.pixelSize: Theme.smallText
                        font.weight: Font.Bold
                    }
                    Button {
                        objectName: "openAccountButton" + row.index
                        visible: !row.modelData.current
                        text: qsTr("Open")
                        Accessible.name: qsTr("Open %1 on %2").arg(row.user).arg(row.modelData.server)
                        onClicked: dialog.leaving(() => {
                            dialog.close()
                            dialog.known.choose(row.modelData.id)
                        })
                    }
                    ToolButton {
                        objectName: "removeAccountButton" + row.index
                        visible: !row.modelData.current
                        icon.name: "edit-delete-remove"
                        Accessible.name: qsTr("Remove %1 on %2").arg(row.user).arg(row.modelData.server)
                        ToolTip.visible: hovered
                        ToolTip.text: qsTr("Sign out and remove")
                        onClicked: dialog.known.forget(row.modelData.id)
                    }
                }
            }
        }
        TextInputField {
            id: address
            name: "newAccountServerField"
            label: qsTr("Server of another account")
            placeholderText: "https://waymark.example.org"
            hint: qsTr("Leave this empty for another account on this portal’s own server.")
            maximumLength: 2000
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            onTextChanged: error = ""
            onAccepted: dialog.add()
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.medium

            Button {
                objectName: "closeAccountsButton"
                text: qsTr("Close")
                onClicked: dialog.leave()
            }
            Button {
                objectName: "addAccountButton"
                highlighted: true
                text: qsTr("Add account")
                onClicked: dialog.add()
            }
        }
    }
}
