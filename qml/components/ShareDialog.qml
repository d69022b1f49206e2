// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Who may look at a camera or a group: given, listed, taken back.
Dialog {
    id: dialog

    required property Portal portal
    property string what
    readonly property var errors: shares.fieldErrors

    title: qsTr("Share “%1”").arg(what)
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
            text: qsTr("Whoever you name sees the live picture and the marks, and changes nothing. An address that has no account yet sees them once it has one.")
            color: Theme.muted
            wrapMode: Text.Wrap
            lineHeight: 1.2
        }
        TextInputField {
            id: person
            name: "sharePersonField"
            label: qsTr("E-mail address")
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
                model: [qsTr("Until I take it back"), qsTr("For an hour"), qsTr("For a day"), qsTr("For a week"), qsTr("For 30 days")]
                Accessible.name: qsTr("For how long")
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
        }
        StateView {
            Layout.fillWidth: true
            Layout.preferredHeight: shares.state === LoadState.Ready ? Math.min(260, list.implicitHeight) : 150
            loadState: shares.state
            errorText: shares.errorText
            emptyIcon: "view-visible"
            emptyTitle: qsTr("Only you")
            emptyText: qsTr("Nobody else may look at it yet.")
            onRetry: shares.reload()

            Flickable {
                anchors.fill: parent
                contentHeight: list.implicitHeight
                clip: true
                ScrollBar.vertical: ScrollBar { }

                ColumnLayout {
                    id: list
                    width: parent.width
                    spacing: Theme.medium

                    Repeater {
                        model: shares

                        ListRow {
                            required property int index
                            required property string user
                            required property var until

                            title: user
                            detail: until ? qsTr("Until %1").arg(until.toLocaleString(Qt.locale(), Locale.ShortFormat)) : qsTr("Until you take it back")
                            action: qsTr("Take back")
                            actionName: "takeShareButton" + index
                            busy: shares.busy
                            onTriggered: shares.take(user)
                        }
                    }
                }
            }
        }
        Button {
            objectName: "closeShareButton"
            Layout.alignment: Qt.AlignRight
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}
