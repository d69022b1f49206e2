// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The desk of support staff: search, the orders of all accounts, and, for administrators, the plans.
Page {
    id: page

    required property Portal portal
    property alias tab: tabs.current
    property alias query: search.wanted
    readonly property bool admin: portal.session.role === "admin"

    signal opened(string accountId)
    signal orderOpened(string orderId)
    signal serversChosen

    header: PageHeader {
        title: qsTr("Support")

        Button {
            objectName: "serversButton"
            visible: page.admin
            icon.name: "network-server"
            text: qsTr("Servers")
            onClicked: page.serversChosen()
        }
        Button {
            objectName: "addPlanButton"
            visible: tabs.current === 2 && plans.state === LoadState.Ready
            highlighted: true
            icon.name: "list-add"
            text: qsTr("Add plan")
            onClicked: planDesk.begin()
        }
    }
    StackView.onActivated: orderDesk.reload() // an order may have changed on its own page

    OrderWords {
        id: words
    }
    PlanDeskModel {
        id: plans
        portal: page.portal
    }
    PageTabs {
        id: tabs
        x: Theme.huge
        width: parent.width - 2 * Theme.huge
        titles: page.admin ? [qsTr("Search"), qsTr("Orders"), qsTr("Plans")] : [qsTr("Search"), qsTr("Orders")]
    }
    Item {
        anchors.fill: parent
        anchors.topMargin: tabs.height + Theme.medium

        SupportSearch {
            id: search
            anchors.fill: parent
            visible: tabs.current === 0
            portal: page.portal
            onAccountOpened: (accountId) => page.opened(accountId)
            onOrderOpened: (orderId) => page.orderOpened(orderId)
        }
        OrderDesk {
            id: orderDesk
            anchors.fill: parent
            visible: tabs.current === 1
            portal: page.portal
            plans: plans
            words: words
            onOpened: (orderId) => page.orderOpened(orderId)
            onDone: (text) => toast.show(text)
        }
        PlanDesk {
            id: planDesk
            anchors.fill: parent
            visible: tabs.current === 2
            plans: plans
            words: words
        }
    }

    Toast {
        id: toast
    }
}
