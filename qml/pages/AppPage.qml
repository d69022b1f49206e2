// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

Page {
    id: page

    required property Portal portal
    required property string appId
    readonly property var redirectUris: app.redirectUris
    readonly property var origins: app.origins
    readonly property var errors: app.fieldErrors
    readonly property bool changed: app.loadState === LoadState.Ready
                                    && (name.text !== app.name || description.text !== app.description
                                        || redirects.text !== redirectUris.join("\n") || originsField.text !== page.origins.join("\n"))
    // Leaving would lose this.
    readonly property string unsaved: removed ? "" : keys.fresh ? qsTr("The new key is shown only once. Copy it before you leave.")
                                      : changed ? qsTr("The changes to this app are not saved.") : ""
    property bool removed: false

    signal back

    header: PageHeader {
        title: app.name || qsTr("App")
        canGoBack: true
        onBack: page.back()

        Button {
            objectName: "saveAppButton"
            highlighted: true
            enabled: page.changed && name.text && !app.busy
            text: qsTr("Save")
            onClicked: app.save({ name: name.text, description: description.text, redirectUris: page.lines(redirects.text), origins: page.lines(originsField.text) })
        }
    }

    function today(usage) {
        const calls = qsTr("Today: %1 calls, %2 failed").arg(Times.count(usage.callsToday ?? 0)).arg(Times.count(usage.errorsToday ?? 0))
        return typeof usage.quotaLeft !== "number" ? calls : calls + " · " + qsTr("%1 left until midnight UTC").arg(Times.count(usage.quotaLeft))
    }

    function lines(text) {
        return text.split("\n").map((line) => line.trim()).filter((line) => line)
    }

    AppModel {
        id: app
        portal: page.portal
        appId: page.appId
        onSaved: toast.show(qsTr("Saved"))
        onRemoved: {
            page.removed = true
            page.back()
        }
    }

    CsvFile {
        id: csv
        portal: page.portal
        onSaved: (path) => toast.show(qsTr("Saved as %1").arg(path))
        onFailed: (reason) => toast.show(reason)
    }
    UsageModel {
        id: usageModel
        portal: page.portal
        appId: page.appId
    }

    StateView {
        anchors.fill: parent
        loadState: app.loadState
        errorText: app.errorText
        onRetry: app.reload()

        ScrollColumn {
            anchors.fill: parent

            CardColumns {
                CardColumn {
                    Card {
                        Layout.fillWidth: true

                        RowLayout {
                            // Laid out once the status is known: a layout of Qt 6.4 that was laid out while its
                            // page was hidden keeps the width of the empty badge.
                            visible: app.loadState === LoadState.Ready
                            spacing: Theme.medium

                            StateBadge {
                                objectName: "appStatusBadge"
                                status: app.status
                            }
                            Label {
                                Layout.fillWidth: true
                                color: Theme.muted
                                elide: Text.ElideRight
                                text: app.type === "trial"
                                      ? qsTr("Trial until %1, %2 calls per day").arg(Times.date(app.trialEndsAt)).arg(Times.count(app.dailyQuota))
                                      : qsTr("Purchased")
                            }
                            Button {
                                objectName: "appStatusButton"
                                visible: app.status !== "pending"
                                enabled: !app.busy
                                text: app.status === "active" ? qsTr("Deactivate") : qsTr("Activate")
                                onClicked: app.setStatus(app.status === "active" ? "inactive" : "active")
                            }
                        }
                        CopyField {
                            name: "appIdField"
                            label: qsTr("App ID")
                            text: page.appId
                        }
                        CopyField {
                            name: "serverAddressField"
                            label: qsTr("Server address")
                            text: "" + page.portal.serverUrl
                        }
                    }
                    FirstCallCard {
                        Layout.fillWidth: true
                        portal: page.portal
                        appId: page.appId
                    }
                }
                CardColumn {
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Usage")

                        Label {
                            objectName: "usageToday"
                            Layout.fillWidth: true
                            visible: app.loadState === LoadState.Ready
                            text: page.today(app.usage)
                            wrapMode: Text.Wrap
                        }
                        UsageChart {
                            objectName: "usageChart"
                            Layout.fillWidth: true
                            visible: usageModel.state === LoadState.Ready && usageModel.calls > 0
                            usage: usageModel
                            quota: app.dailyQuota
                        }
                        Button {
                            objectName: "usageCsvButton"
                            visible: usageModel.state === LoadState.Ready && usageModel.calls > 0
                            enabled: !csv.busy
                            text: qsTr("Export as CSV")
                            onClicked: csv.save("/apps/" + page.appId + "/usage", {}, "usage")
                        }
                        Label {
                            Layout.fillWidth: true
                            visible: usageModel.state !== LoadState.Loading && usageModel.calls === 0
                            text: usageModel.state === LoadState.Failed ? usageModel.errorText : qsTr("No calls in the last 30 days. New calls appear here within seconds.")
                            color: Theme.muted
                            wrapMode: Text.Wrap
                        }
                        BusyIndicator {
                            visible: usageModel.state === LoadState.Loading
                            Layout.alignment: Qt.AlignHCenter
                            Accessible.name: qsTr("Loading")
                        }
                    }
                    AppErrorsCard {
                        Layout.fillWidth: true
                        portal: page.portal
                        appId: page.appId
                    }
                }
            }
            RequestsCard {
                Layout.fillWidth: true
                portal: page.portal
                appId: page.appId
            }
            CardColumns {
                CardColumn {
                    KeysCard {
                        id: keys
                        Layout.fillWidth: true
                        portal: page.portal
                        appId: page.appId
                    }
                    SandboxCard {
                        Layout.fillWidth: true
                        visible: app.type === "trial"
                        portal: app.type === "trial" ? page.portal : null // other apps have no sandbox cameras
                        appId: page.appId
                    }
                    WebhooksCard {
                        Layout.fillWidth: true
                        portal: page.portal
                    }
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Delete app")

                        Label {
                            Layout.fillWidth: true
                            text: qsTr("The app's keys stop working, and everyone who uses the app is signed out. To permanently delete the app, enter its name.")
                            color: Theme.muted
                            wrapMode: Text.Wrap
                        }
                        RowLayout {
                            spacing: Theme.medium

                            TextField {
                                id: typed
                                objectName: "removeNameField"
                                Layout.fillWidth: true
                                placeholderText: app.name
                                Accessible.name: qsTr("App name")
                            }
                            Button {
                                objectName: "removeAppButton"
                                danger: true
                                highlighted: true
                                enabled: typed.text === app.name && !app.busy
                                text: qsTr("Delete")
                                onClicked: app.remove()
                            }
                        }
                    }
                }
                CardColumn {
                    Card {
                        Layout.fillWidth: true
                        title: qsTr("Details")

                        TextInputField {
                            id: name
                            name: "appNameField"
                            label: qsTr("Name")
                            text: app.name
                            error: page.errors["name"] ?? ""
                        }
                        Label {
                            text: qsTr("Description")
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                        TextArea {
                            id: description
                            objectName: "appDescriptionField"
                            Layout.fillWidth: true
                            text: app.description
                            Accessible.name: qsTr("Description")
                        }
                        FieldError {
                            text: page.errors["description"] ?? ""
                        }
                        Label {
                            text: qsTr("Redirect URIs, one per line")
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                        TextArea {
                            id: redirects
                            objectName: "redirectUrisField"
                            Layout.fillWidth: true
                            text: page.redirectUris.join("\n")
                            font.family: Theme.monospace
                            Accessible.name: qsTr("Redirect URIs, one per line")
                        }
                        FieldError {
                            objectName: "redirectUrisError"
                            text: page.errors["redirectUris"] ?? ""
                        }
                        Label {
                            text: qsTr("Web origins, one per line")
                            color: Theme.muted
                            font.pixelSize: Theme.chipText
                        }
                        TextArea {
                            id: originsField
                            objectName: "originsField"
                            Layout.fillWidth: true
                            text: page.origins.join("\n")
                            font.family: Theme.monospace
                            Accessible.name: qsTr("Web origins, one per line")
                        }
                        FieldError {
                            text: page.errors["origins"] ?? ""
                        }
                        ErrorNote {
                            text: app.errorText
                            errors: page.errors
                            fields: ["name", "description", "redirectUris", "origins"]
                        }
                    }
                }
            }
        }
    }

    Toast {
        id: toast
    }
}
