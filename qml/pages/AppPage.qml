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
    readonly property var errors: app.fieldErrors

    signal back

    header: PageHeader {
        title: app.name || qsTr("App")
        canGoBack: true
        onBack: page.back()

        Button {
            objectName: "saveAppButton"
            highlighted: true
            enabled: app.loadState === LoadState.Ready && name.text && !app.busy
            text: qsTr("Save")
            onClicked: app.save({ name: name.text, description: description.text, redirectUris: page.lines(redirects.text) })
        }
    }

    function lines(text) {
        return text.split("\n").map((line) => line.trim()).filter((line) => line)
    }

    AppModel {
        id: app
        portal: page.portal
        appId: page.appId
        onSaved: toast.show(qsTr("Saved"))
    }

    StateView {
        anchors.fill: parent
        loadState: app.loadState
        errorText: app.errorText
        onRetry: app.reload()

        Flickable {
            anchors.fill: parent
            contentHeight: column.implicitHeight + 2 * Theme.huge
            clip: true
            ScrollBar.vertical: ScrollBar { }

            ColumnLayout {
                id: column
                x: Theme.huge
                width: Math.min(parent.width - 2 * Theme.huge, 760)
                spacing: Theme.large

                Card {
                    Layout.fillWidth: true

                    RowLayout {
                        spacing: Theme.medium

                        StateBadge {
                            status: app.status
                        }
                        Label {
                            Layout.fillWidth: true
                            color: Theme.muted
                            elide: Text.ElideRight
                            text: app.type === "trial"
                                  ? qsTr("Trial until %1, %2 calls a day").arg(Qt.formatDate(app.trialEndsAt, Locale.ShortFormat)).arg(app.dailyQuota)
                                  : qsTr("Purchased")
                        }
                    }
                    CopyField {
                        name: "appIdField"
                        label: qsTr("App ID")
                        text: page.appId
                    }
                }
                Card {
                    Layout.fillWidth: true
                    title: qsTr("About it")

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
                        font.pixelSize: 13
                        font.weight: Font.Medium
                    }
                    TextArea {
                        id: description
                        objectName: "appDescriptionField"
                        Layout.fillWidth: true
                        text: app.description
                        Accessible.name: qsTr("Description")
                    }
                    Label {
                        text: qsTr("Redirect URIs, one a line")
                        color: Theme.muted
                        font.pixelSize: 13
                        font.weight: Font.Medium
                    }
                    TextArea {
                        id: redirects
                        objectName: "redirectUrisField"
                        Layout.fillWidth: true
                        text: page.redirectUris.join("\n")
                        font.family: "monospace"
                        Accessible.name: qsTr("Redirect URIs, one a line")
                    }
                    ErrorNote {
                        text: app.errorText
                    }
                }
            }
        }
    }

    Toast {
        id: toast
    }
}
