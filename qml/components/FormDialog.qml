// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Waymark.Style

// A dialog with fields. While nothing is changed, Escape, a click beside the dialog, and its own button close it at once.
// Otherwise the dialog asks before the changes are lost.
Dialog {
    id: dialog

    // The values of the fields, which are compared with those at the time of opening.
    required property var values
    property string before
    property bool kept: false // opens again after a click beside it, to ask
    readonly property bool changed: JSON.stringify(values) !== before

    // Closes the dialog, after a question if that would lose changes. For buttons that cancel.
    function leave() {
        if (changed)
            question.open()
        else
            close()
    }

    // Qt closes a dialog without a way to prevent it. Escape is therefore handled here.
    closePolicy: T.Popup.CloseOnPressOutside
    onAboutToShow: if (!kept)
        before = JSON.stringify(values)
    onOpened: kept = false
    onRejected: if (changed)
        asking.start()
    onClosed: question.close()

    // Once Qt has closed the dialog.
    Timer {
        id: asking
        interval: 0
        onTriggered: {
            dialog.kept = true
            dialog.open()
            question.open()
        }
    }
    // Inactive while a list or the question above the dialog has the key for itself.
    Shortcut {
        sequence: "Esc"
        enabled: dialog.visible && !question.visible
        onActivated: dialog.leave()
    }
    ConfirmDialog {
        id: question
        parent: dialog.parent
        title: qsTr("Discard changes?")
        question: qsTr("What you entered is not saved.")
        action: qsTr("Discard")
        refusal: qsTr("Keep editing")
        onConfirmed: dialog.close()
    }
}
