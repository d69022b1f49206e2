// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Asks why a span of a recording is held, and for how long.
FormDialog {
    id: dialog

    required property SpanModel span
    required property string words // the times of the span
    readonly property var errors: span.fieldErrors
    readonly property var terms: [{ days: 0, text: qsTr("Until released") }, { days: 30, text: qsTr("For 30 days") }, { days: 365, text: qsTr("For a year") }]

    signal chosen(string reason, int days)

    function begin() {
        reason.text = ""
        term.currentIndex = 0
        span.clearErrors()
        open()
        reason.focusField()
    }

    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(480, (parent ? parent.width : 520) - 2 * Theme.large)
    title: qsTr("Hold this recording")
    values: [reason.text, term.currentIndex]

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            color: Theme.muted
            lineHeight: 1.2
            text: qsTr("%1: no limit of age or storage removes a held recording, and nobody can delete it until it is released.").arg(dialog.words)
        }
        ErrorNote {
            text: dialog.span.errorText
        }
        TextInputField {
            id: reason
            name: "holdReason"
            label: qsTr("Reason")
            maximumLength: 200
            error: dialog.errors["reason"] ?? ""
            onAccepted: if (hold.enabled)
                hold.clicked()
        }
        ComboBox {
            id: term
            objectName: "holdTerm"
            Layout.fillWidth: true
            Accessible.name: qsTr("How long")
            model: dialog.terms.map((each) => each.text)
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                objectName: "cancelHoldButton"
                text: qsTr("Cancel")
                onClicked: dialog.leave()
            }
            Button {
                id: hold
                objectName: "confirmHoldButton"
                highlighted: true
                enabled: reason.text.trim() !== "" && !dialog.span.busy
                text: qsTr("Hold")
                onClicked: dialog.chosen(reason.text, dialog.terms[term.currentIndex].days)
            }
        }
    }
}
