// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// One call of an app with its error, a command that repeats it, and a way to the endpoint's page.
Dialog {
    id: dialog

    required property Portal portal
    required property string appId
    readonly property var call: request.call

    title: call.path ? call.method + " " + call.path : qsTr("Request")
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(720, (parent ? parent.width : 760) - 2 * Theme.large)
    height: Math.min(680, (parent ? parent.height : 760) - 2 * Theme.large)

    function begin(callId) {
        request.callId = callId
        open()
    }

    component Block: ColumnLayout {
        id: block

        required property string name
        required property string label
        required property string text

        Layout.fillWidth: true
        visible: text
        spacing: 6

        Label {
            text: block.label
            color: Theme.muted
            font.pixelSize: Theme.chipText
            font.weight: Font.Bold
        }
        TextArea {
            objectName: block.name
            Layout.fillWidth: true
            readOnly: true
            text: block.text
            font.family: Theme.monospace
            font.pixelSize: Theme.chipText
            wrapMode: TextEdit.WrapAnywhere
            Accessible.name: block.label
        }
    }

    AppCallModel {
        id: request
        portal: dialog.portal
        appId: dialog.appId
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            loadState: request.loadState
            errorText: request.errorText
            onRetry: request.reload()

            DialogScroll {
                anchors.fill: parent
                spacing: Theme.medium

                Fact {
                    label: qsTr("Status")
                    text: dialog.call.status ? dialog.call.status + (dialog.call.code ? " · " + dialog.call.code : "") : ""
                }
                Fact {
                    label: qsTr("Endpoint")
                    text: dialog.call.route ? dialog.call.method + " " + dialog.call.route : ""
                }
                Fact {
                    label: qsTr("Query")
                    text: dialog.call.query ?? ""
                }
                Fact {
                    label: qsTr("Time")
                    text: dialog.call.at ? Times.moment(new Date(dialog.call.at)) + " · " + qsTr("%1 ms").arg(dialog.call.durationMs) : ""
                }
                Fact {
                    label: qsTr("Caller")
                    text: dialog.call.address ? (dialog.call.credential === "user" ? qsTr("A user of the app") : qsTr("The app")) + " · " + dialog.call.address : ""
                }
                Fact {
                    label: qsTr("Idempotency")
                    text: dialog.call.replayed ? qsTr("The answer repeats that of an earlier request with the same key.") : ""
                }
                CopyField {
                    name: "requestIdField"
                    label: qsTr("Request ID")
                    text: dialog.call.requestId ?? ""
                }
                Block {
                    name: "answerBodyArea"
                    label: qsTr("Error")
                    text: request.answerBody
                }
                Block {
                    name: "requestBodyArea"
                    label: qsTr("Request body without secrets")
                    text: request.requestBody
                }
                Block {
                    name: "curlArea"
                    label: qsTr("Repeat with curl")
                    text: request.curl
                }
                Label {
                    Layout.fillWidth: true
                    visible: request.curl
                    text: qsTr("Set the variable APP_KEY or ACCESS_TOKEN first, and replace each REDACTED.")
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                    wrapMode: Text.Wrap
                }
            }
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                id: copyButton
                objectName: "copyCurlButton"
                enabled: request.loadState === LoadState.Ready
                text: done.running ? qsTr("Copied") : qsTr("Copy curl command")
                icon.name: done.running ? "dialog-ok" : "edit-copy"
                onClicked: {
                    clipboard.selectAll()
                    clipboard.copy()
                    done.restart()
                }

                Timer {
                    id: done
                    interval: 2000
                }
                TextEdit {
                    id: clipboard
                    visible: false
                    text: request.curl
                    textFormat: TextEdit.PlainText
                }
            }
            Button {
                objectName: "requestDocsButton"
                visible: request.docs
                text: qsTr("Documentation")
                icon.name: "help-contents"
                onClicked: Qt.openUrlExternally(request.docs)
            }
            Button {
                objectName: "closeRequestButton"
                highlighted: true
                text: qsTr("Close")
                onClicked: dialog.close()
            }
        }
    }
}
