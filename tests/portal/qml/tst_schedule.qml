// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Portal

// Edits the schedule of a rule by keyboard.
Item {
    id: scene

    property var draft: ({ always: true, schedule: { weekly: [] } })

    width: 640
    height: 900

    ModeSchedule {
        id: editor
        width: 600
        draft: scene.draft
        onChanged: (values) => scene.draft = Object.assign({}, scene.draft, values)
    }

    TestCase {
        name: "Schedule"
        when: windowShown

        readonly property var morning: ({ days: ["mon", "wed"], from: "08:00", to: "10:00", color: "red" })
        readonly property var night: ({ days: ["sat"], from: "22:00", to: "06:00" })

        function init() {
            scene.draft = { always: false, schedule: { weekly: [morning, night], season: 4 } }
            editor.errors = {}
        }

        function find(name) {
            const item = findChild(editor, name)
            verify(item, name)
            return item
        }

        function press(name) {
            find(name).forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
        }

        function test_changesOneSpanOfMany() {
            press("span0-fri")
            press("span0-mon")
            find("spanTo1").edited("07:15")
            compare(JSON.stringify(scene.draft.schedule), JSON.stringify({ weekly: [
                { days: ["wed", "fri"], from: "08:00", to: "10:00", color: "red" }, { days: ["sat"], from: "22:00", to: "07:15" }], season: 4 }))
            verify(editor.sound)
            press("span1-sat") // the only day
            verify(!editor.sound)
            press("span1-sun")
            find("spanTo1").edited("24:00")
            verify(editor.sound)
            find("spanFrom1").edited("24:00")
            verify(!editor.sound)
        }

        function test_addsAndRemovesWithTheFocus() {
            press("addSpanButton")
            tryVerify(() => find("span2-mon").activeFocus)
            compare(scene.draft.schedule.weekly[2].days.length, 7)
            press("removeSpan0")
            tryVerify(() => find("span0-mon").activeFocus)
            compare(scene.draft.schedule.weekly[0], night)
            press("removeSpan1")
            compare(find("removeSpan0").visible, false) // set times need one
        }

        function test_daysThatDiffer() {
            press("addExceptionButton")
            tryVerify(() => find("exceptionDate0").activeFocus)
            find("exceptionDate0").selectAll()
            for (const key of "2026-02-30")
                keyClick(key)
            verify(!editor.sound)
            keyClick(Qt.Key_Backspace)
            keyClick(Qt.Key_Backspace)
            keyClick("1")
            keyClick("2")
            verify(editor.sound)
            press("exceptionActive0")
            compare(JSON.stringify(scene.draft.schedule.exceptions), '[{"date":"2026-02-12","active":true}]')
            press("removeException0")
            tryVerify(() => find("addExceptionButton").activeFocus)
            compare(scene.draft.schedule.exceptions.length, 0)
        }

        function test_anyTimeKeepsTheSpansForLater() {
            press("alwaysChoice")
            compare(scene.draft.always, true)
            verify(!findChild(editor, "span0-mon"))
            verify(!find("addSpanButton").visible)
            press("addExceptionButton")
            press("timesChoice")
            compare(scene.draft.schedule.weekly, [morning, night])
            compare(scene.draft.schedule.exceptions.length, 1)
            compare(find("spanFrom1").time, "22:00")
        }

        function test_errorsStandAtTheirRow() {
            verify(!editor.showsErrors)
            editor.errors = { "schedule": "This value is not allowed.", "schedule.weekly.1": "This value is not allowed." }
            verify(editor.showsErrors)
            compare(find("spanError0").visible, false)
            compare(find("spanError1").text, "This value is not allowed.")
            editor.errors = { "schedule.exceptions.0": "Enter a valid value." }
            verify(!editor.showsErrors) // no such row
            press("addExceptionButton")
            compare(find("exceptionError0").text, "Enter a valid value.")
            verify(editor.showsErrors)
        }

        function test_saysWhatTheLimitIs() {
            scene.draft = { always: false, schedule: { weekly: Array(50).fill(morning) } }
            verify(!find("addSpanButton").enabled)
            compare(find("scheduleLimit").text, "A schedule can have at most 50 time spans.")
            scene.draft = { always: true, schedule: { weekly: [], exceptions: Array(400).fill({ date: "2026-12-25" }) } }
            verify(!find("addExceptionButton").enabled)
            compare(find("scheduleLimit").text, "A schedule can have at most 400 exceptions.")
        }
    }
}
