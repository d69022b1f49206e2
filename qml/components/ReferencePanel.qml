// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The calls of the API with samples to copy. The server's own pages tell the rest.
Item {
    id: panel

    required property Portal portal

    property bool begun: false

    // The description of the API is large, and is loaded when it is first shown.
    onVisibleChanged: {
        if (visible && !begun) {
            begun = true
            calls.reload()
        }
    }

    function choose(row) {
        list.currentIndex = row
        samples.operationId = calls.idAt(row)
    }

    ReferenceModel {
        id: calls
        portal: panel.portal
        onStateChanged: if (state === LoadState.Ready)
            panel.choose(0)
    }
    CallSamplesModel {
        id: samples
        portal: panel.portal
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.huge
        anchors.rightMargin: Theme.huge
        anchors.bottomMargin: Theme.large
        spacing: Theme.large

        ColumnLayout {
            Layout.preferredWidth: 400
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.medium

            TextField {
                id: field
                objectName: "referenceSearchField"
                Layout.fillWidth: true
                placeholderText: qsTr("Search calls")
                Accessible.name: qsTr("Search calls")
                onTextEdited: calls.search = text
                Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
            }
            StateView {
                Layout.fillWidth: true
                Layout.fillHeight: true
                loadState: calls.state
                errorText: calls.errorText
                emptyIcon: "edit-find"
                emptyTitle: qsTr("No matching calls")
                emptyText: qsTr("Try a word of a path, such as zone, or a method.")
                onRetry: calls.reload()

                ListView {
                    id: list
                    objectName: "referenceList"
                    anchors.fill: parent
                    clip: true
                    activeFocusOnTab: true
                    keyNavigationEnabled: true
                    model: calls
                    ScrollBar.vertical: ScrollBar { }
                    Keys.onReturnPressed: panel.choose(currentIndex)
                    Keys.onSpacePressed: panel.choose(currentIndex)

                    delegate: Column {
                        id: entry

                        required property int index
                        required property string operationId
                        required property string method
                        required property string path
                        required property string summary
                        required property string heading

                        width: ListView.view.width

                        Label {
                            visible: entry.heading
                            width: parent.width
                            topPadding: Theme.medium
                            bottomPadding: Theme.tiny
                            text: entry.heading
                            color: Theme.muted
                            font.pixelSize: Theme.smallText
                            font.weight: Font.Bold
                            Accessible.role: Accessible.Heading
                        }
                        ItemDelegate {
                            objectName: "referenceEntry" + entry.index
                            width: parent.width
                            padding: Theme.small
                            focusPolicy: Qt.NoFocus
                            highlighted: samples.operationId === entry.operationId
                            Accessible.name: entry.method + " " + entry.path + ": " + entry.summary
                            onClicked: panel.choose(entry.index)

                            contentItem: RowLayout {
                                spacing: Theme.medium

                                Label {
                                    Layout.preferredWidth: 56
                                    text: entry.method
                                    color: entry.method === "DELETE" ? Theme.danger : entry.method === "GET" ? Theme.accentText : Theme.warning
                                    font.pixelSize: Theme.smallText
                                    font.weight: Font.Bold
                                }
                                ColumnLayout {
                                    Layout.fillWidth: true
                                    spacing: 2

                                    Label {
                                        Layout.fillWidth: true
                                        text: entry.summary
                                        elide: Text.ElideRight
                                    }
                                    Label {
                                        Layout.fillWidth: true
                                        text: entry.path
                                        color: Theme.muted
                                        elide: Text.ElideMiddle
                                        font.family: Theme.monospace
                                        font.pixelSize: Theme.smallText
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        Card {
            Layout.preferredWidth: 480
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: calls.state === LoadState.Ready

            StateView {
                Layout.fillWidth: true
                Layout.fillHeight: true
                loadState: samples.loadState
                errorText: samples.errorText
                onRetry: samples.reload()

                ColumnLayout {
                    anchors.fill: parent
                    spacing: Theme.medium

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.small

                        PageTabs {
                            id: tabs
                            Layout.fillWidth: true
                            prefix: "language"
                            titles: ["curl", "JavaScript", "Python", "C++"]
                        }
                    }
                    Flickable {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        contentWidth: width
                        contentHeight: code.implicitHeight
                        clip: true
                        ScrollBar.vertical: ScrollBar { }

                        TextArea {
                            id: code
                            objectName: "sampleArea"
                            width: parent.width
                            readOnly: true
                            text: samples.samples[tabs.current] ?? ""
                            font.family: Theme.monospace
                            font.pixelSize: Theme.chipText
                            wrapMode: TextEdit.WrapAnywhere
                            Accessible.name: qsTr("Sample")
                        }
                    }
                    Label {
                        Layout.fillWidth: true
                        visible: samples.variables
                        text: qsTr("The sample reads these environment variables: %1").arg(samples.variables)
                        color: Theme.muted
                        font.pixelSize: Theme.smallText
                        wrapMode: Text.Wrap
                    }
                    RowLayout {
                        Layout.alignment: Qt.AlignRight
                        spacing: Theme.small

                        Button {
                            objectName: "copySampleButton"
                            text: copied.running ? qsTr("Copied") : qsTr("Copy")
                            icon.name: copied.running ? "dialog-ok" : "edit-copy"
                            onClicked: {
                                panel.portal.copy(code.text)
                                copied.restart()
                            }

                            Timer {
                                id: copied
                                interval: 2000
                            }
                        }
                        Button {
                            objectName: "openDocsButton"
                            highlighted: true
                            text: qsTr("Open documentation")
                            onClicked: Qt.openUrlExternally(samples.page)
                        }
                    }
                }
            }
        }
    }
}
