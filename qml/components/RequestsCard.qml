// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The request log of an app, with filters.
Card {
    id: card

    required property Portal portal
    required property string appId

    title: qsTr("Requests")

    function statusChoices() {
        return [{ value: "", text: qsTr("All statuses") }, { value: "2xx", text: qsTr("Succeeded (2xx)") },
                { value: "4xx", text: qsTr("Client errors (4xx)") }, { value: "5xx", text: qsTr("Server errors (5xx)") }]
    }

    function methodChoices() {
        const all = [{ value: "", text: qsTr("All methods") }]
        for (const method of ["GET", "POST", "PUT", "DELETE"])
            all.push({ value: method, text: method })
        return all
    }

    AppCallsModel {
        id: calls
        portal: card.portal
        appId: card.appId
    }
    RequestDialog {
        id: detail
        portal: card.portal
        appId: card.appId
    }

    Label {
        Layout.fillWidth: true
        text: qsTr("The calls of this app in the last 7 days, without secrets")
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    GridLayout {
        Layout.fillWidth: true
        columns: width > 1080 ? 6 : width > 420 ? 3 : 2
        columnSpacing: Theme.small
        rowSpacing: Theme.small

        PickBox {
            objectName: "requestStatusBox"
            Layout.fillWidth: true
            choices: card.statusChoices()
            value: calls.status
            Accessible.name: qsTr("Status")
            onPicked: (value) => calls.status = value
        }
        PickBox {
            objectName: "requestMethodBox"
            Layout.fillWidth: true
            choices: card.methodChoices()
            value: calls.method
            Accessible.name: qsTr("Method")
            onPicked: (value) => calls.method = value
        }
        PickBox {
            objectName: "requestTimeBox"
            Layout.fillWidth: true
            choices: [{ value: "", text: qsTr("Last 7 days") }, { value: "1", text: qsTr("Last hour") },
                      { value: "24", text: qsTr("Last day") }, { value: "72", text: qsTr("Last 3 days") }]
            value: calls.hours
            Accessible.name: qsTr("Time")
            onPicked: (value) => calls.hours = value
        }
        TextField {
            objectName: "requestCodeField"
            Layout.fillWidth: true
            placeholderText: qsTr("Error code")
            Accessible.name: qsTr("Error code")
            onEditingFinished: calls.code = text
        }
        TextField {
            objectName: "requestSearchField"
            Layout.fillWidth: true
            placeholderText: qsTr("Path or request ID")
            Accessible.name: qsTr("Path or request ID")
            onEditingFinished: calls.text = text
        }
        Button {
            objectName: "reloadRequestsButton"
            text: qsTr("Reload")
            icon.name: "view-refresh"
            onClicked: calls.reload()
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: calls.state === LoadState.Ready
        spacing: 0

        Repeater {
            model: calls

            RequestRow {
                required property int index

                objectName: "requestEntry" + index
                Layout.fillWidth: true
                onClicked: detail.begin(callId)
            }
        }
        Button {
            objectName: "moreRequestsButton"
            Layout.topMargin: Theme.small
            Layout.alignment: Qt.AlignHCenter
            visible: calls.hasMore
            text: qsTr("Show more")
            onClicked: calls.loadMore()
        }
    }
    BusyIndicator {
        visible: calls.state === LoadState.Loading
        Layout.alignment: Qt.AlignHCenter
        Accessible.name: qsTr("Loading")
    }
    Label {
        objectName: "noRequestsLabel"
        Layout.fillWidth: true
        visible: calls.state === LoadState.Empty
        text: calls.filtered ? qsTr("No matching requests") : qsTr("No requests yet. New requests appear here within seconds.")
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    ErrorNote {
        text: calls.errorText
        errors: calls.fieldErrors
    }
    Button {
        objectName: "retryRequestsButton"
        visible: calls.state === LoadState.Failed
        text: qsTr("Try again")
        onClicked: calls.reload()
    }
}
