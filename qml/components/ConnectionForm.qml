// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The name, the address, and the credentials of a camera, with a test of the connection before anything is saved.
ColumnLayout {
    id: form

    required property Portal portal
    required property CameraModel camera
    readonly property var errors: camera.fieldErrors
    // The stored password is never shown. An empty field keeps it.
    readonly property var changes: {
        const changes = {}
        if (name.text !== camera.name)
            changes.name = name.text
        if (address.text.trim() !== "" + camera.sourceUrl)
            changes.sourceUrl = address.text.trim()
        if (username.text !== camera.username)
            changes.username = username.text
        if (password.text)
            changes.password = password.text
        return changes
    }

    // What the test connects to.
    readonly property var tested: [camera.deviceId, address.text.trim(), username.text, password.text]

    onTestedChanged: connection.forget()

    function reset() {
        name.text = camera.name
        address.text = camera.sourceUrl
        username.text = camera.username
        password.text = ""
        camera.clearErrors()
    }

    function test() {
        const values = { deviceId: camera.deviceId, sourceUrl: address.text.trim(), username: username.text }
        if (password.text)
            values.password = password.text
        connection.run(values)
    }

    spacing: Theme.large

    ConnectionTest {
        id: connection
        portal: form.portal
    }
    CameraWords {
        id: words
    }
    TextInputField {
        id: name
        name: "settingsNameField"
        label: qsTr("Name")
        error: form.errors["name"] ?? ""
        maximumLength: 100
    }
    TextInputField {
        id: address
        name: "settingsAddressField"
        label: qsTr("Address")
        error: form.errors["sourceUrl"] ?? connection.fieldErrors["sourceUrl"] ?? ""
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        field.font.family: Theme.monospace
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.large

        TextInputField {
            id: username
            name: "settingsUserField"
            Layout.preferredWidth: 1
            label: qsTr("User name")
            error: form.errors["username"] ?? ""
            maximumLength: 200
        }
        TextInputField {
            id: password
            name: "settingsPasswordField"
            Layout.preferredWidth: 1
            label: qsTr("New password")
            placeholderText: qsTr("Unchanged")
            echoMode: TextInput.Password
            error: form.errors["password"] ?? ""
            maximumLength: 200
        }
    }
    Label {
        Layout.fillWidth: true
        visible: form.changes.sourceUrl !== undefined && form.camera.username
        text: qsTr("An address on another host or port needs the password again.")
        color: Theme.muted
        font.pixelSize: Theme.smallText
        wrapMode: Text.Wrap
    }
    RowLayout {
        Layout.fillWidth: true

        Label {
            Layout.fillWidth: true
            text: connection.busy ? qsTr("Testing the connection…") : ""
            color: Theme.muted
            elide: Text.ElideRight
        }
        Button {
            objectName: "testConnectionButton"
            enabled: address.text.trim() && !connection.busy
            text: qsTr("Test connection")
            icon.name: "network-connect"
            onClicked: form.test()
        }
    }
    Card {
        id: found

        readonly property var result: connection.result
        readonly property var attributes: result.attributes ?? ({})

        Layout.fillWidth: true
        padding: Theme.large
        visible: result.works !== undefined

        RowLayout {
            spacing: Theme.small

            Symbol {
                name: found.result.works ? "dialog-ok" : "dialog-warning"
                color: found.result.works ? Theme.success : Theme.danger
            }
            Label {
                objectName: "connectionResult"
                Layout.fillWidth: true
                text: found.result.works ? qsTr("Connection works") : qsTr("No connection")
                color: found.result.works ? Theme.success : Theme.danger
                font.weight: Font.Bold
            }
            Label {
                text: qsTr("%1 s", "a duration").arg(Number((found.result.tookMs ?? 0) / 1000).toLocaleString(Times.region(), "f", 1))
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
        }
        Label {
            Layout.fillWidth: true
            visible: text
            text: found.result.reason ? words.reasonText(found.result.reason) : ""
            wrapMode: Text.Wrap
        }
        Fact {
            label: qsTr("Answered after")
            text: found.result.answeredMs !== undefined ? qsTr("%1 ms").arg(found.result.answeredMs) : ""
        }
        Fact {
            label: qsTr("First key frame after")
            text: found.result.keyFrameMs !== undefined ? qsTr("%1 ms").arg(found.result.keyFrameMs) : ""
        }
        Fact {
            label: qsTr("Video")
            text: [found.attributes.videoCodec, found.attributes.width ? found.attributes.width + " × " + found.attributes.height : "",
                   found.attributes.frameRate ? qsTr("%1 fps").arg(Math.round(found.attributes.frameRate)) : ""].filter((part) => part).join(", ")
        }
        Fact {
            label: qsTr("Sound")
            text: !found.result.works ? "" : !found.attributes.audioCodec ? qsTr("None")
                  : [found.attributes.audioCodec, found.attributes.audioSampleRate ? qsTr("%1 kHz").arg(found.attributes.audioSampleRate / 1000) : ""].filter((part) => part).join(", ")
        }
        Fact {
            label: qsTr("Recording")
            text: found.attributes.notRecordable ?? ""
        }
    }
    ErrorNote {
        text: connection.errorText
        errors: connection.fieldErrors
        fields: ["sourceUrl"]
    }
    ErrorNote {
        text: form.camera.errorText
        errors: form.errors
        fields: ["name", "sourceUrl", "username", "password"]
    }
}
