// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The first call of a new app: the base URL, and a command that gets a token for the app.
Card {
    id: card

    required property Portal portal
    required property string appId
    readonly property string base: ("" + portal.serverUrl).replace(/\/+$/, "") + "/v1"

    title: qsTr("First call")

    CopyField {
        name: "baseUrlField"
        label: qsTr("Base URL")
        text: card.base
    }
    TextArea {
        id: command
        objectName: "firstCallArea"
        Layout.fillWidth: true
        readOnly: true
        text: "curl --user \"" + card.appId + ":$APP_KEY\" \\\n  --data grant_type=client_credentials \\\n  " + card.base + "/accounts/authorize"
        font.family: Theme.monospace
        font.pixelSize: Theme.chipText
        wrapMode: TextEdit.WrapAnywhere
        Accessible.name: qsTr("First call")
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.medium

        Label {
            Layout.fillWidth: true
            text: qsTr("Set the variable APP_KEY to a key of this app. The answer contains an access token for the app.")
            color: Theme.muted
            font.pixelSize: Theme.smallText
            wrapMode: Text.Wrap
        }
        Button {
            objectName: "copyFirstCallButton"
            text: copied.running ? qsTr("Copied") : qsTr("Copy")
            icon.name: copied.running ? "dialog-ok" : "edit-copy"
            onClicked: {
                card.portal.copy(command.text)
                copied.restart()
            }

            Timer {
                id: copied
                interval: 2000
            }
        }
    }
}
