// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Portal

// Opens dialogs by keyboard.
Item {
    id: scene

    width: 640
    height: 480

    ConfirmDialog {
        id: removal
        title: "Delete this group?"
        question: "People you shared the group with lose access."
        action: "Delete"
    }
    ConfirmDialog {
        id: leaving
        title: "Leave this page?"
        question: "The changes are not saved."
        action: "Leave"
        dangerous: false
    }

    TestCase {
        name: "Dialogs"
        when: windowShown

        // The button that Enter presses shows the focus each time.
        function test_showsTheFocusAtEachOpening_data() {
            return [{ tag: "dangerous", dialog: removal, button: "cancelButton" }, { tag: "harmless", dialog: leaving, button: "confirmButton" }]
        }

        function test_showsTheFocusAtEachOpening(row) {
            for (let time = 0; time < 3; ++time) {
                row.dialog.open()
                tryVerify(() => row.dialog.opened)
                const button = findChild(row.dialog.contentItem, row.button)
                tryVerify(() => button.activeFocus)
                verify(button.shownFocused, "opening " + time)
                if (time === 1)
                    keyClick(Qt.Key_Tab) // the other button has the focus when the dialog closes
                keyClick(Qt.Key_Escape)
                tryVerify(() => !row.dialog.visible)
            }
        }
    }
}
