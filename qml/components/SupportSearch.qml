// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Searches accounts, people, apps, cameras, orders, and requests from one field.
Item {
    id: panel

    required property Portal portal
    // Searched for as if it was typed.
    property string wanted

    signal accountOpened(string accountId)
    signal orderOpened(string orderId)

    onWantedChanged: {
        field.text = wanted
        search.query = wanted
    }

    function open(hit) {
        if (hit.kind === "order")
            orderOpened(hit.id)
        else if (hit.kind === "request")
            showRequest(hit)
        else
            accountOpened(hit.accountId)
    }

    function kindName(kind) {
        return { account: qsTr("Account"), user: qsTr("User"), app: qsTr("App"), device: qsTr("Camera"), order: qsTr("Order"), request: qsTr("Request") }[kind] ?? kind
    }

    function showRequest(hit) {
        request.appId = hit.appId
        request.begin(hit.id)
    }

    RequestDialog {
        id: request
        portal: panel.portal
        appId: ""
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
            placeholderText: qsTr("Address, name, phone, app, camera, order, ID, or request ID")
            Accessible.name: qsTr("Search")
            Component.onCompleted: forceActiveFocus()
            onTextEdited: pause.restart()
            onAccepted: {
                pause.stop()
                search.query = text
            }
            Keys.onDownPressed: hits.forceActiveFocus(Qt.TabFocusReason)

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

            CardGrid {
                id: hits
                objectName: "supportHits"
                list: SupportSearchModel {
                    id: search
                    portal: panel.portal
                }
                least: 540
                gap: Theme.small
                Keys.onReturnPressed: panel.open(search.get(currentIndex))

                delegate: CardEntry {
                    id: hit

                    required property string kind
                    required property string title
                    required property string subtitle

                    objectName: "supportHit" + index
                    padding: Theme.medium
                    Accessible.name: title
                    onClicked: panel.open(search.get(index))

                    contentItem: RowLayout {
                        spacing: Theme.large

                        Label {
                            Layout.preferredWidth: Theme.scaled(90)
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
