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

    signal opened(string appId)
    signal newChosen
    signal facesChosen

    header: PageHeader {
        title: qsTr("Build")

        Button {
            objectName: "facesEntry"
            text: qsTr("Analyze a face")
            icon.name: "edit-image-face-detect"
            onClicked: page.facesChosen()
        }
        Button {
            objectName: "newAppButton"
            visible: apps.state === LoadState.Ready
            highlighted: true
            text: qsTr("New app")
            icon.name: "list-add"
            onClicked: page.newChosen()
        }
    }

    AppsModel {
        id: apps
        portal: page.portal
    }

    PageTabs {
        id: tabs
        x: Theme.huge
        width: parent.width - 2 * Theme.huge
        titles: [qsTr("Apps"), qsTr("API reference")]
    }
    ReferencePanel {
        anchors.fill: parent
        anchors.topMargin: tabs.height + Theme.medium
        visible: tabs.current === 1
        portal: page.portal
    }
    StateView {
        anchors.fill: parent
        anchors.topMargin: tabs.height + Theme.medium
        visible: tabs.current === 0
        loadState: apps.state
        errorText: apps.errorText
        emptyIcon: "code-context"
        emptyTitle: qsTr("No apps yet")
        emptyText: qsTr("Register your first app to get an app ID and a key. Your app uses them to call the API.")
        emptyAction: qsTr("New app")
        onEmptyActionTriggered: page.newChosen()
        onRetry: apps.reload()

        CardGrid {
            list: apps

            delegate: CardEntry {
                id: entry

                required property string appId
                required property string name
                required property string description
                required property string platform
                required property string type
                required property string status

                objectName: "appEntry" + index
                Accessible.name: name
                onClicked: page.opened(appId)

                contentItem: RowLayout {
                    spacing: Theme.large

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: Theme.tiny

                        Label {
                            Layout.fillWidth: true
                            text: entry.name
                            elide: Text.ElideRight
                            font.pixelSize: Theme.leadText
                            font.weight: Font.Bold
                        }
                        Label {
                            Layout.fillWidth: true
                            text: entry.description || entry.appId
                            elide: Text.ElideRight
                            color: Theme.muted
                        }
                    }
                    Label {
                        text: page.platformName(entry.platform)
                        color: Theme.muted
                    }
                    StateBadge {
                        status: entry.status
                    }
                }
            }
        }
    }

    function platformName(platform) {
        return { android: "Android", ios: "iOS", windows: "Windows", html5: "HTML5" }[platform] ?? platform
    }
}
