// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// Connects a device without a browser: takes the code that the device shows, says what the device asks for, and lets the
// user decide. A code in a link is looked up at once, and never approved without the question.
Page {
    id: page

    required property Portal portal
    required property string userCode

    signal back

    header: PageHeader {
        title: qsTr("Connect a device")
        canGoBack: true
        onBack: page.back()
    }

    Component.onCompleted: {
        code.text = userCode
        request.look(userCode)
    }

    ScopeNames {
        id: scopeNames
    }
    DeviceRequestModel {
        id: request

        property int shownStep: DeviceRequestModel.Code

        portal: page.portal
        onChanged: {
            if (step === shownStep)
                return
            shownStep = step
            if (step === DeviceRequestModel.Code)
                code.focusField()
            else if (step === DeviceRequestModel.Decision)
                refuse.forceActiveFocus() // not the button that grants access
            else
                another.forceActiveFocus()
        }
    }

    Flickable {
        anchors.fill: parent
        contentHeight: card.height + 2 * Theme.huge
        clip: true
        ScrollBar.vertical: ScrollBar { }

        Card {
            id: card
            x: Math.round((parent.width - width) / 2)
            y: Theme.small
            width: Math.min(parent.width - 2 * Theme.huge, Theme.scaled(600))
            title: request.step === DeviceRequestModel.Code ? qsTr("Enter the code of the device")
                   : request.step === DeviceRequestModel.Approved ? qsTr("The device is connected")
                   : request.step === DeviceRequestModel.Refused ? qsTr("The device is not connected") : ""

            // The code.
            Label {
                Layout.fillWidth: true
                visible: request.step === DeviceRequestModel.Code
                text: qsTr("A device without a browser, such as a TV or a program in a terminal, shows a code of eight letters while it asks for access to your account.")
                color: Theme.muted
                wrapMode: Text.Wrap
                lineHeight: 1.2
            }
            TextInputField {
                id: code
                name: "userCodeField"
                visible: request.step === DeviceRequestModel.Code
                label: qsTr("Code")
                placeholderText: "BCDF-GHJK"
                maximumLength: 40
                inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
                field.focus: true
                field.font.family: Theme.monospace
                field.font.pixelSize: Theme.titleText
                field.font.capitalization: Font.AllUppercase
                onAccepted: if (!request.busy)
                    request.look(text)
            }

            // What asks.
            Label {
                objectName: "deviceRequestTitle"
                Layout.fillWidth: true
                visible: request.step === DeviceRequestModel.Decision
                text: qsTr("%1 wants to use your account on a device").arg(request.appName)
                font.pixelSize: Theme.titleText
                font.weight: Font.Bold
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }
            Label {
                Layout.fillWidth: true
                visible: request.step === DeviceRequestModel.Decision && text
                text: (request.developer ? qsTr("Developed by %1").arg(request.developer) : "")
                      + (request.developer && request.description ? " · " : "") + request.description
                color: Theme.muted
                wrapMode: Text.Wrap
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: warning.implicitHeight + 2 * Theme.large
                visible: request.step === DeviceRequestModel.Decision
                radius: Theme.radius
                color: Theme.warningSoft

                ColumnLayout {
                    id: warning
                    anchors.fill: parent
                    anchors.margins: Theme.large
                    spacing: Theme.small

                    Label {
                        objectName: "deviceRequestCode"
                        Layout.fillWidth: true
                        text: request.userCode
                        font.family: Theme.monospace
                        font.pixelSize: Theme.figureText
                        horizontalAlignment: Text.AlignHCenter
                    }
                    Label {
                        Layout.fillWidth: true
                        text: qsTr("A device that you do not see here will act for you. Approve only if a device of your own shows this code now. If somebody sent you the code, refuse.")
                        color: Theme.warning
                        wrapMode: Text.Wrap
                        lineHeight: 1.2
                    }
                }
            }
            Label {
                visible: request.step === DeviceRequestModel.Decision
                text: request.scopes.length > 0 ? qsTr("The device will be able to") : qsTr("You can't grant anything that the device asks for.")
                font.weight: Font.Bold
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Repeater {
                model: request.step === DeviceRequestModel.Decision ? request.scopes : []

                RowLayout {
                    id: scope

                    required property string modelData

                    Layout.fillWidth: true
                    spacing: Theme.small

                    Symbol {
                        Layout.alignment: Qt.AlignTop
                        name: /:read$|^(openid|profile|email|phone|streams)$/.test(scope.modelData) ? "view-visible" : "document-edit"
                        color: Theme.muted
                    }
                    Label {
                        Layout.fillWidth: true
                        text: scopeNames.name(scope.modelData)
                        wrapMode: Text.Wrap
                    }
                }
            }
            Label {
                Layout.fillWidth: true
                visible: request.step === DeviceRequestModel.Decision
                text: qsTr("You can revoke the access at any time under Account, Security. The code expires at %1.").arg(Times.clock(request.expiresAt))
                color: Theme.muted
                font.pixelSize: Theme.chipText
                wrapMode: Text.Wrap
            }

            // The end.
            Label {
                objectName: "deviceOutcome"
                Layout.fillWidth: true
                visible: request.step === DeviceRequestModel.Approved || request.step === DeviceRequestModel.Refused
                text: request.step === DeviceRequestModel.Approved
                      ? qsTr("%1 continues on the device within a few seconds.").arg(request.appName)
                      : qsTr("%1 got no access to your account.").arg(request.appName)
                color: Theme.muted
                wrapMode: Text.Wrap
            }

            ErrorNote {
                objectName: "deviceProblem"
                text: request.problem
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.small

                BusyIndicator {
                    visible: request.busy
                    Accessible.name: qsTr("Loading")
                }
                Item {
                    Layout.fillWidth: true
                }
                Button {
                    id: another
                    objectName: "anotherDeviceButton"
                    visible: request.step === DeviceRequestModel.Approved || request.step === DeviceRequestModel.Refused
                    text: qsTr("Connect another device")
                    onClicked: {
                        code.text = ""
                        request.startOver()
                    }
                }
                Button {
                    objectName: "lookForDeviceButton"
                    visible: request.step === DeviceRequestModel.Code
                    highlighted: true
                    enabled: request.isComplete(code.text) && !request.busy
                    text: qsTr("Continue")
                    onClicked: request.look(code.text)
                }
                Button {
                    id: refuse
                    objectName: "refuseDeviceButton"
                    visible: request.step === DeviceRequestModel.Decision
                    enabled: !request.busy
                    text: qsTr("Refuse")
                    onClicked: request.decide(false)
                }
                Button {
                    objectName: "approveDeviceButton"
                    visible: request.step === DeviceRequestModel.Decision && request.scopes.length > 0
                    enabled: !request.busy
                    highlighted: true
                    text: qsTr("Approve")
                    onClicked: request.decide(true)
                }
            }
        }
    }
}
