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
    property string type: "trial"
    property string platform: "html5"
    property string madeId
    property string madeKey
    // Leaving would lose this.
    readonly property string unsaved: finished ? "" : madeKey ? qsTr("The app key is shown only once. Copy it before you leave.")
                                      : !madeId && (name.text || description.text) ? qsTr("The app is not registered yet.") : ""
    property bool finished: false
    readonly property var errors: apps.fieldErrors

    signal back
    signal done

    header: PageHeader {
        title: page.madeId ? qsTr("Your app is registered") : qsTr("New app")
        canGoBack: !page.madeId
        onBack: page.back()
    }

    AppsModel {
        id: apps
        portal: page.portal
        onCreated: (appId, appKey) => {
            page.madeId = appId
            page.madeKey = appKey
        }
    }

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.huge
        clip: true
        ScrollBar.vertical: ScrollBar { }

        ColumnLayout {
            id: column
            x: Theme.huge
            width: Math.min(parent.width - 2 * Theme.huge, 680)
            spacing: Theme.large

            Card {
                Layout.fillWidth: true
                visible: !page.madeId

                Label {
                    text: qsTr("Type")
                    color: Theme.muted
                }
                ChoiceRow {
                    choices: [{ value: "trial", text: qsTr("Trial"), name: "trialChoice" },
                              { value: "purchased", text: qsTr("Purchased"), name: "purchasedChoice" }]
                    current: page.type
                    onChosen: (value) => page.type = value
                }
                Label {
                    Layout.fillWidth: true
                    text: page.type === "trial" ? qsTr("Active immediately for 30 days, with 10,000 calls per day.")
                                                : qsTr("No expiration. Active once the order is paid.")
                    color: Theme.muted
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.smallText + 1
                }
                Label {
                    text: qsTr("Platform")
                    color: Theme.muted
                }
                ChoiceRow {
                    choices: [{ value: "android", text: "Android", name: "androidChoice" },
                              { value: "ios", text: "iOS", name: "iosChoice" },
                              { value: "windows", text: "Windows", name: "windowsChoice" },
                              { value: "html5", text: "HTML5", name: "html5Choice" }]
                    current: page.platform
                    onChosen: (value) => page.platform = value
                }
                TextInputField {
                    id: name
                    name: "appNameField"
                    label: qsTr("Name")
                    error: page.errors["name"] ?? ""
                    maximumLength: 100
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 6

                    Label {
                        text: qsTr("Description")
                        color: Theme.muted
                        font.pixelSize: Theme.chipText
                    }
                    TextArea {
                        id: description
                        objectName: "appDescriptionField"
                        Layout.fillWidth: true
                        placeholderText: qsTr("Describe your app in a sentence or two")
                        Accessible.name: qsTr("Description")
                    }
                    FieldError {
                        text: page.errors["description"] ?? ""
                    }
                }
                ErrorNote {
                    text: apps.errorText
                    errors: page.errors
                    fields: ["name", "description"]
                }
                Button {
                    id: create
                    objectName: "createAppButton"
                    Layout.alignment: Qt.AlignRight
                    highlighted: true
                    enabled: name.text && !apps.busy
                    text: qsTr("Register app")
                    onClicked: apps.create({ type: page.type, platform: page.platform, name: name.text, description: description.text })
                }
            }

            Card {
                Layout.fillWidth: true
                visible: page.madeId

                CopyField {
                    name: "serverAddressField"
                    label: qsTr("Server address")
                    text: "" + page.portal.serverUrl
                }
                CopyField {
                    name: "appIdField"
                    label: qsTr("App ID")
                    text: page.madeId
                }
                CopyField {
                    name: "appKeyField"
                    label: qsTr("App key")
                    text: page.madeKey
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.small

                    Symbol {
                        Layout.alignment: Qt.AlignTop
                        name: "dialog-warning"
                        color: Theme.warning
                    }
                    Label {
                        Layout.fillWidth: true
                        text: qsTr("Copy the key now and keep it safe. It won't be shown again.")
                        color: Theme.warning
                        wrapMode: Text.Wrap
                    }
                }
                Button {
                    objectName: "appDoneButton"
                    Layout.alignment: Qt.AlignRight
                    highlighted: true
                    text: qsTr("I have copied it")
                    onClicked: {
                        page.finished = true
                        page.done()
                    }
                }
            }
        }
    }
}
