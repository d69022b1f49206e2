// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Searches accounts, people, apps, cameras, and orders from one field.
Item {
    id: panel

    required property Portal portal

    signal accountOpened(string accountId)
    signal orderOpened(string orderId)

    function open(hit) {
        if (hit.kind === "order")
            orderOpened(hit.id)
        else
            accountOpened(hit.accountId)
    }

    function kindName(kind) {
        return { account: qsTr("Account"), user: qsTr("User"), app: qsTr("App"), device: qsTr("Camera"), order: qsTr("Order") }[kind] ?? kind
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.large

        TextField {
            id: field
            objectName: "supportSearchField"
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            Layout.fillWidth: true
            Layout.maximumWidth: 860
            placeholderText: qsTr("Address, name, phone, app, camera, order, or ID")
            Accessible.name: qsTr("Search")
            Component.onCompleted: forceActiveFocus()
            onTextEdited: pause.restart()
            onAccepted: {
                pause.stop()
                search.query = text
            }
            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)

            Timer {
                id: pause
                interval: 300
                onTriggered: search.query = field.text
            }
        }
        Label {
            visible: !search.query
            Layout.leftMargin: Theme.huge
            text: qsTr("Every search is recorded. The account's owner can see it.")
            color: Theme.muted
        }
        Item {
            visible: !search.query
            Layout.fillHeight: true
        }
        StateView {
            visible: search.query
            Layout.fillWidth: true
            Layout.fillHeight: true
            loadState: search.state
            errorText: search.errorText
            emptyIcon: "edit-find"
            emptyTitle: qsTr("No results")
            emptyText: qsTr("Try the beginning of a word, a full address, or an ID.")
            onRetry: search.reload()

            ListView {
                id: list
                objectName: "supportHits"
                anchors.fill: parent
                anchors.leftMargin: Theme.huge
                anchors.rightMargin: Theme.huge
                spacing: Theme.tiny
                clip: true
                keyNavigationEnabled: true
                model: SupportSearchModel {
                    id: search
                    portal: panel.portal
                }
                ScrollBar.vertical: ScrollBar { }
                Keys.onReturnPressed: panel.open(search.get(currentIndex))

                delegate: ItemDelegate {
                    id: hit

                    required property int index
                    required property string kind
                    required property string title
                    required property string subtitle

                    objectName: "supportHit" + index
                    width: Math.min(ListView.view.width, 860)
                    highlighted: ListView.isCurrentItem && ListView.view.activeFocus
                    padding: Theme.medium
                    Accessible.name: title
                    onClicked: panel.open(search.get(index))

                    contentItem: RowLayout {
                        spacing: Theme.large

                        Label {
                            Layout.preferredWidth: 90
                            text: panel.kindName(hit.kind)
                            color: Theme.muted
                        }
                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 2

                            Label {
                                Layout.fillWidth: true
                                text: hit.title
                                font.weight: Font.Bold
                                elide: Text.ElideRight
                            }
                            Label {
                                Layout.fillWidth: true
                                visible: text
                                text: hit.subtitle
                                color: Theme.muted
                                font.pixelSize: Theme.chipText
                                elide: Text.ElideRight
                            }
                        }
                    }
                }
            }
        }
    }
}
