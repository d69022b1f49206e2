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
    property alias tab: tabs.current
    // Leaving would lose this.
    readonly property string unsaved: profile.changed ? qsTr("The changes to your profile are not saved.")
                                                      : security.changed ? qsTr("Your password is not changed yet.") : ""

    signal plansChosen
    signal secondFactorChanged
    signal deviceChosen

    header: PageHeader {
        title: qsTr("Account")

        Button {
            objectName: "plansEntry"
            text: qsTr("Plans and orders")
            icon.name: "wallet-open"
            onClicked: page.plansChosen()
        }
        Button {
            objectName: "saveAccountButton"
            highlighted: true
            enabled: model.loadState === LoadState.Ready && !model.busy
            text: model.busy ? qsTr("Saving…") : qsTr("Save")
            visible: tabs.current === 0
            onClicked: model.save(profile.values())
        }
    }

    AccountModel {
        id: model
        portal: page.portal
        onSaved: toast.show(qsTr("Saved"))
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.large

        PageTabs {
            id: tabs
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            Layout.fillWidth: true
            titles: [qsTr("Profile"), qsTr("Security"), qsTr("Support access"), qsTr("Activity"), qsTr("Data")]
        }
        StackLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            currentIndex: tabs.current

            StateView {
                loadState: model.loadState
                errorText: model.errorText
                onRetry: model.reload()

                ProfilePanel {
                    id: profile
                    anchors.fill: parent
                    account: model
                }
            }
            SecurityPanel {
                id: security
                portal: page.portal
                onDone: (text) => toast.show(text)
                onSecondFactorChanged: page.secondFactorChanged()
                onDeviceChosen: page.deviceChosen()
            }
            SupportAccessPanel {
                portal: page.portal
            }
            ActivityPanel {
                portal: page.portal
                onDone: (text) => toast.show(text)
            }
            DataPanel {
                portal: page.portal
                onDone: (text) => toast.show(text)
            }
        }
    }

    Toast {
        id: toast
    }
}
