// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Asks for the password and a code, to export all data of the account or to delete the account.
FormDialog {
    id: dialog

    required property PersonalDataModel model
    property bool deletes: false
    property string media: "none"
    readonly property var errors: model.fieldErrors

    values: [password.text, code.text, media]
    title: deletes ? qsTr("Delete account") : qsTr("Export your data")
    width: Math.min(520, (parent ? parent.width : 560) - 2 * Theme.large)

    function begin() {
        model.clearErrors()
        media = "none"
        password.text = ""
        code.text = ""
        open()
        password.focusField()
    }

    function submit() {
        if (model.busy)
            return
        if (deletes)
            model.deleteAccount(password.text, code.text.trim())
        else
            model.beginExport(media, password.text, code.text.trim())
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            text: dialog.deletes ? qsTr("Your account works as before until the deletion, and you can keep it at any time before. Plans end without a refund. Nothing can be restored afterwards.")
                                 : qsTr("Choose which files the export has beside the data. A large export takes a while.")
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        ChoiceRow {
            visible: !dialog.deletes
            choices: [
                { value: "none", text: qsTr("Data only"), name: "exportDataOnly" },
                { value: "archive", text: qsTr("With photos, videos, and marks"), name: "exportWithArchive" },
                { value: "all", text: qsTr("With recordings too"), name: "exportWithAll" }
            ]
            current: dialog.media
            onChosen: (value) => dialog.media = value
        }
        TextInputField {
            id: password
            name: "dataPasswordField"
            label: qsTr("Current password")
            hint: qsTr("Leave this empty if you sign in only with another provider.")
            echoMode: TextInput.Password
            error: dialog.errors["password"] ?? ""
            onAccepted: code.focusField()
        }
        TextInputField {
            id: code
            name: "dataCodeField"
            label: qsTr("Code or recovery code")
            hint: qsTr("Only if two-factor sign-in is on.")
            maximumLength: 40
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            error: dialog.errors["code"] ?? ""
            onAccepted: dialog.submit()
        }
        ErrorNote {
            text: dialog.model.errorText
            errors: dialog.errors
            fields: ["password", "code"]
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                objectName: "dataCancelButton"
                text: qsTr("Cancel")
                onClicked: dialog.leave()
            }
            Button {
                objectName: "dataConfirmButton"
                highlighted: true
                danger: dialog.deletes
                enabled: !dialog.model.busy
                text: dialog.deletes ? qsTr("Delete account") : qsTr("Export")
                onClicked: dialog.submit()
            }
        }
    }
}
