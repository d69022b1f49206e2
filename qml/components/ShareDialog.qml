// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Shares a camera or a group, and lists and revokes its shares.
FormDialog {
    id: dialog

    required property Portal portal
    property string what
    readonly property var errors: shares.fieldErrors

    title: qsTr("Share “%1”").arg(what)
    values: person.text
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(520, (parent ? parent.width : 560) - 2 * Theme.large)

    function begin(id, name) {
        shares.clearErrors()
        shares.object = id
        what = name
        person.text = ""
        open()
        person.focusField()
    }

    function submit() {
        if (person.text.trim())
            shares.give(person.text, until.hours[until.currentIndex])
    }

    SharesModel {
        id: shares
        portal: dialog.portal
        onGiven: person.text = ""
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            text: qsTr("People you share with can see the live view and the marks, but can't change anything. If an email address has no account yet, access starts once it is registered.")
            color: Theme.muted
            wrapMode: Text.Wrap
            lineHeight: 1.2
        }
        TextInputField {
            id: person
            name: "sharePersonField"
            label: qsTr("Email address")
            placeholderText: "bea@example.org"
            error: dialog.errors["user"] ?? ""
            maximumLength: 320
            inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
            onAccepted: dialog.submit()
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.medium

            ComboBox {
                id: until
                objectName: "shareUntil"
                readonly property var hours: [0, 1, 24, 168, 720]
                Layout.fillWidth: true
                model: [qsTr("Until revoked"), qsTr("For 1 hour"), qsTr("For 1 day"), qsTr("For 1 week"), qsTr("For 30 days")]
                Accessible.name: qsTr("Duration")
            }
            Button {
                objectName: "giveShareButton"
                highlighted: true
                enabled: person.text.trim() && !shares.busy
                text: qsTr("Share")
                onClicked: dialog.submit()
            }
        }
        ErrorNote {
            text: shares.errorText
            errors: dialog.errors
            fields: ["user"]
        }
        StateView {
            Layout.fillWidth: true
            Layout.preferredHeight: shares.state === LoadState.Ready ? Math.min(260, list.implicitHeight) : 150
            loadState: shares.state
            errorText: shares.errorText
            emptyIcon: "view-visible"
            emptyTitle: qsTr("Not shared")
            emptyText: qsTr("Only you have access.")
            onRetry: shares.reload()

            DialogScroll {
                id: list
                anchors.fill: parent
                spacing: Theme.medium

                Repeater {
                    model: shares

                    ListRow {
                        required property int index
                        required property string user
                        required property var until

                        title: user
                        detail: until ? qsTr("Until %1").arg(Times.moment(until)) : qsTr("Until revoked")
                        action: qsTr("Revoke")
                        actionName: "takeShareButton" + index
                        busy: shares.busy
                        onTriggered: shares.take(user)
                    }
                }
            }
        }
        Button {
            objectName: "closeShareButton"
            Layout.alignment: Qt.AlignRight
            text: qsTr("Close")
            onClicked: dialog.leave()
        }
    }
}
