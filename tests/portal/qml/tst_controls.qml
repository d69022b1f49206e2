// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtTest
import Waymark.Portal
import Waymark.Style

// What the keys do to the style's controls and to the portal's own.
Item {
    id: scene

    width: 600
    height: 500

    ColumnLayout {
        id: column
        width: 500

        Button {
            id: button
            text: "Save"
        }
        ToolButton {
            id: toolButton
            icon.name: "go-previous"
        }
        ItemDelegate {
            id: row
            text: "Cameras"
        }
        CheckBox {
            id: box
            text: "Notify"
        }
        PickBox {
            id: pick
            property string stored: "member"
            property string asked
            choices: [{ value: "member", text: "Member" }, { value: "admin", text: "Administrator" }]
            value: stored
            onPicked: (value) => asked = value
        }
        ChoiceRow {
            id: choices
            choices: [{ value: "a", text: "A", name: "a" }, { value: "b", text: "B", name: "b" }, { value: "c", text: "C", name: "c" }]
            current: "b"
            onChosen: (value) => current = value
        }
        PageTabs {
            id: tabs
            titles: ["One", "Two", "Three"]
        }
        TextArea {
            id: area
            Layout.fillWidth: true
        }
        CodeField {
            id: code
            property var submissions: []
            onCompleted: (digits) => submissions = submissions.concat([digits])
        }
        TextField {
            id: last
        }
    }

    Component {
        id: rowWithTip

        ItemDelegate {
            id: hoveredRow
            property alias tip: ownTip
            text: "Cameras"

            ToolTip {
                id: ownTip
                text: hoveredRow.text
                visible: hoveredRow.hovered
            }
        }
    }
    Component {
        id: rowWithSharedTip

        ItemDelegate {
            readonly property var tip: ToolTip.toolTip
            text: "Cameras"
            ToolTip.text: text
            ToolTip.delay: 500
            ToolTip.visible: hovered
        }
    }

    SignalSpy {
        id: clicked
        signalName: "clicked"
    }

    ColumnLayout {
        y: 400
        width: 500

        TextInputField {
            id: address
            name: "addressField"
            label: "Address"
        }
    }

    TestCase {
        name: "Controls"
        when: windowShown

        function init() {
            pick.stored = "member"
            pick.asked = ""
            choices.current = "b"
            tabs.current = 0
            code.submissions = []
            code.submitted = ""
            code.text = ""
        }

        function test_anErrorGoesWithWhatItIsAbout() {
            address.error = "Enter a valid value."
            verify(address.field.wrong)
            address.focusField()
            keyClick(Qt.Key_A)
            verify(!address.field.wrong)
            address.error = "" // as while the form is submitted again
            address.error = "Enter a valid value."
            verify(address.field.wrong)
        }

        function test_tabReachesEveryControlInOrder() {
            button.forceActiveFocus(Qt.TabFocusReason)
            for (const control of [button, toolButton, row, box, pick]) {
                verify(control.activeFocus, control)
                verify(control.visualFocus, control)
                keyClick(Qt.Key_Tab)
            }
            // One stop for all choices, and one for all tabs.
            compare(scene.Window.activeFocusItem.text, "B")
            keyClick(Qt.Key_Tab)
            compare(scene.Window.activeFocusItem.text, "One")
            keyClick(Qt.Key_Tab)
            verify(area.activeFocus)
            keyClick(Qt.Key_Tab)
            verify(code.field.activeFocus)
            compare(area.text, "")
            keyClick(Qt.Key_Tab)
            verify(last.activeFocus)
            keyClick(Qt.Key_Backtab)
            keyClick(Qt.Key_Backtab)
            verify(area.activeFocus)
        }

        function test_enterAndSpacePress_data() {
            const rows = []
            for (const key of [Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space]) {
                for (const [name, control] of [["Button", button], ["ToolButton", toolButton], ["ItemDelegate", row]])
                    rows.push({ tag: name + " " + key, control: control, key: key })
            }
            return rows
        }

        function test_enterAndSpacePress(data) {
            clicked.target = data.control
            clicked.clear()
            data.control.forceActiveFocus(Qt.TabFocusReason)
            keyClick(data.key)
            compare(clicked.count, 1)
        }

        // Also while the pointer's changes are animated: the text has its new color at once.
        function test_aButtonFollowsTheThemeAtOnce() {
            verify(!Theme.reduceMotion)
            for (const dark of [true, false]) {
                Theme.dark = dark
                verify(Qt.colorEqual(button.background.color, Theme.raised))
            }
        }

        function test_arrowsChoose() {
            const at = (text) => scene.Window.activeFocusItem.text === text
            button.forceActiveFocus(Qt.TabFocusReason)
            while (!at("B"))
                keyClick(Qt.Key_Tab)
            keyClick(Qt.Key_Right)
            compare(choices.current, "c")
            verify(at("C"))
            keyClick(Qt.Key_Right)
            compare(choices.current, "a")
            keyClick(Qt.Key_Left)
            compare(choices.current, "c")
            keyClick(Qt.Key_Tab)
            verify(at("One"))
            keyClick(Qt.Key_Right)
            compare(tabs.current, 1)
            verify(at("Two"))
        }

        function test_aPickBoxShowsWhatIsStored() {
            pick.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Down)
            verify(pick.popup.visible, "an arrow opens the list and changes nothing")
            compare(pick.asked, "")
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)
            compare(pick.asked, "admin")
            compare(pick.displayText, "Member", "the change was only asked for")
            pick.stored = "admin"
            compare(pick.displayText, "Administrator")
        }

        function test_aRowThatLeavesShowsNoTip_data() {
            return [{ tag: "own tip", row: rowWithTip }, { tag: "shared tip", row: rowWithSharedTip }]
        }

        function test_aRowThatLeavesShowsNoTip(data) {
            failOnWarning(/./)
            const hovered = createTemporaryObject(data.row, scene, { x: 500 })
            mouseMove(hovered, 10, 10)
            tryCompare(hovered, "hovered", true)
            hovered.parent = null // as a view does with a row that is gone
            wait(hovered.tip.delay + 100)
            verify(!hovered.tip.visible)
        }

        function test_escapeClosesTheListOfAPickBox() {
            pick.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            verify(pick.popup.visible)
            keyClick(Qt.Key_Escape)
            verify(!pick.popup.visible)
            compare(pick.asked, "")
        }

        function test_aCompleteCodeSubmitsItselfOnce() {
            code.focusField()
            for (const digit of "123456")
                keyClick(digit)
            compare(code.submissions, ["123456"])
            code.text = "123456"
            compare(code.submissions, ["123456"])
            keyClick(Qt.Key_Return) // again, on purpose
            compare(code.submissions, ["123456", "123456"])
            code.text = "654 321" // pasted as the mail prints it
            compare(code.text, "654321")
            compare(code.submissions, ["123456", "123456", "654321"])
        }
    }
}
