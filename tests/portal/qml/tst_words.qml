// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Portal
import Waymark.Style

// The functions that turn values into words.
Item {
    id: scene

    OrderWords {
        id: orders
    }
    MarkNames {
        id: marks
    }
    ModeWords {
        id: modes
    }
    ModeChanges {
        id: changes
        words: modes
    }
    StorageWords {
        id: sizes
    }
    WallLayout {
        id: wall
    }
    ErrorNote {
        id: note
        text: "Fix the highlighted fields."
    }

    TestCase {
        name: "Words"
        when: windowShown

        function test_spans_data() {
            return [
                { tag: "seconds", seconds: 7, text: "0:07" }, { tag: "a minute", seconds: 65, text: "1:05" },
                { tag: "hours", seconds: 3723, text: "1:02:03" }, { tag: "rounded", seconds: 59.6, text: "1:00" },
                { tag: "nothing", seconds: -3, text: "0:00" }
            ]
        }

        function test_spans(row) {
            compare(Times.span(row.seconds), row.text)
        }

        function test_sizes_data() {
            return [
                { tag: "nothing", bytes: undefined, text: "0 kB" }, { tag: "kB", bytes: 2400, text: "2 kB" },
                { tag: "MB", bytes: 1.44e6, text: "1.4 MB" }, { tag: "GB", bytes: 480e9, text: "480 GB" },
                { tag: "TB", bytes: 1.43e12, text: "1.4 TB" }, { tag: "beyond", bytes: 5e15, text: "5,000 TB" }
            ]
        }

        function test_sizes(row) {
            compare(sizes.bytes(row.bytes), row.text)
        }

        function test_walls_data() {
            return [
                { tag: "one", counts: [1], columns: 1, width: 984, height: 553 },
                { tag: "two", counts: [2], columns: 2, width: 488, height: 274 },
                { tag: "four", counts: [4], columns: 2, width: 488, height: 274 },
                { tag: "six", counts: [6], columns: 3, width: 322, height: 181 },
                { tag: "nine", counts: [9], columns: 3, width: 322, height: 181 },
                { tag: "sixteen", counts: [16], columns: 4, width: 240, height: 134 },
                { tag: "scrolls", counts: [17], columns: 4, width: 240, height: 135 },
                { tag: "groups", counts: [2, 2], columns: 2, width: 488, height: 274 },
                { tag: "none", counts: [], columns: 1, width: 984, height: 553 },
                { tag: "narrow", counts: [16], wide: 400, columns: 1, width: 400, height: 225 }
            ]
        }

        function test_walls(row) {
            const found = wall.arrange(row.counts, row.wide ?? 984, 560, 8, 220)
            compare(found.columns, row.columns)
            compare(found.width, row.width)
            compare(found.height, row.height)
        }

        function test_titles() {
            const objects = [{ label: "person" }, { label: "person" }, { label: "car" }]
            compare(marks.titleOf("person", objects), "Person × 2")
            compare(marks.titleOf("car", objects), "Car")
            compare(marks.titleOf("motion", undefined), "Motion")
            compare(["person", "bus", "dog", "signal", "parcel"].map((label) => marks.kindOf(label)).join(), "person,vehicle,animal,signal,motion")
            compare(marks.zoneText(["b", "a", "x"], [{ zoneId: "a", name: "Path" }, { zoneId: "b", name: "Lawn" }]), "Lawn, Path")
            compare(marks.zoneText(["b"], undefined), "") // while they are loaded
            compare(marks.durationText(12.4), "12 s")
            compare(marks.durationText(125), "2:05")
        }

        function test_changesOfARule_data() {
            const mixed = (score, size) => ({ any: [{ motion: { threshold: 0.005 } }, { not: { object: { labels: ["dog"], score: score, size: size } } }] })
            const clip = (seconds) => ({ clip: true, actions: { clip: { preRoll: seconds } } })
            return [
                { tag: "nothing", now: {}, then: {}, text: "" },
                { tag: "name and times", now: { name: "Gate", minDuration: 2 }, then: {}, text: "Name: Gate (before: Door)|Minimum duration: 2 s (before: 0.5 s)" },
                { tag: "conditions", now: { conditions: { signal: { lost: true } } }, then: { conditions: { motion: {} } },
                    text: "Conditions: the stream is lost (before: motion is detected)" },
                { tag: "values in conditions", now: { conditions: mixed(0.7, 0.02) }, then: { conditions: mixed(0.45) },
                    text: "dog is detected, confidence: 70% (before: 45%)|dog is detected, size: 2.00% (before: default)" },
                { tag: "groups", now: { conditions: { all: [{ motion: {} }] } }, then: { conditions: { motion: {} } }, text: "Other details of the conditions" },
                { tag: "long conditions", now: { conditions: { any: Array(40).fill({ motion: {} }) } }, then: {}, text: "Other conditions" },
                { tag: "schedule", now: { always: false }, then: {}, text: "Schedule: on Mon 01:00–02:00 (before: at any time)" },
                { tag: "one of many spans", now: { always: false, schedule: { weekly: Array(5).fill({ days: ["mon"], from: "01:00", to: "02:00" }) } },
                    then: { always: false, schedule: { weekly: [...Array(4).fill({ days: ["mon"], from: "01:00", to: "02:00" }), { days: ["sun"], from: "01:00", to: "02:00" }] } },
                    text: "Other times or exceptions" },
                { tag: "actions", now: { clip: true, actions: { clip: {} } }, then: { notify: true, actions: { notify: true } },
                    text: "Marks now have a clip|Marks no longer send a notification" },
                { tag: "clip", now: clip(8), then: { clip: true, actions: { clip: {} } },
                    text: "Clip: 8 s before and 5 s after a mark (before: 5 s before and 5 s after a mark)" },
                { tag: "a limit", now: { cooldownPer: "device", maxPerHour: 5 }, then: { cooldownPer: undefined },
                    text: "Marks that have to wait: of the camera (before: of this rule)|Hourly limit: 5 (before: none)" },
                { tag: "recording", now: { actions: { captureMode: "on_mark" } }, then: {}, text: "Recording is set to: On mark (before: no change)" },
                { tag: "an app's", now: { maxDuration: 60 }, then: { maxDuration: 90 }, text: "Settings that only apps can change" }
            ]
        }

        function test_changesOfARule(row) {
            const rule = { name: "Door", conditions: { motion: {} }, always: true, schedule: { weekly: [{ days: ["mon"], from: "01:00", to: "02:00" }] }, minDuration: 0.5,
                           mergeGap: 3, cooldown: 10, maxPerHour: 0, clip: false, notify: false, actions: {}, cooldownPer: "mode" }
            const text = row.text.replace(/\d\d:\d\d/g, (time) => Times.ofDay(time))
            compare(changes.of(Object.assign({}, rule, row.now), Object.assign({}, rule, row.then)).join("|"), text)
        }

        function test_timesHaveSeconds() {
            const time = new Date(2026, 10, 28, 14, 3, 9)
            const format = Times.clockFormat()
            verify(format.includes("mm:ss"), format)
            verify(Times.clock(time).includes("03:09"), Times.clock(time))
            verify(Times.moment(time).endsWith(Times.clock(time)))
            for (const none of [null, undefined, new Date(NaN)])
                compare(Times.moment(none), "")
        }

        function test_reasons_data() {
            const person = { label: "person", score: 0.784 }
            return [
                { tag: "motion", node: { motion: { threshold: 0.00015, measured: { area: 0.0234 } } }, text: "2.3% of the image changed (threshold 0.015%)" },
                { tag: "object", node: { object: { score: 0.45, measured: person } }, text: "Person: score 78% (threshold 45%)" },
                { tag: "line", node: { line: { measured: Object.assign({ direction: "left" }, person) } }, text: "Person: crossed the line to the left" },
                { tag: "zones", node: { zones: { measured: Object.assign({ seconds: 3 }, person) } }, text: "Person: passed the zones in 3.0 s" },
                { tag: "loiter", node: { loiter: { measured: Object.assign({ longest: 31.26 }, person) } }, text: "Person: stayed for 31.3 s" },
                { tag: "absent", node: { absent: { measured: { for: 60, count: 0 } } }, text: "No object for 60.0 s" },
                { tag: "moved", node: { signal: { measured: { moved: true } } }, text: "The camera was moved" },
                { tag: "not", node: { all: [{ line: { measured: Object.assign({ direction: "left" }, person) } }, { met: true, not: { met: false, signal: { covered: true } } }] },
                    text: "Person: crossed the line to the left,Not met: the camera is covered" },
                { tag: "not met", node: { met: false, line: { measured: {} } }, text: "" },
                { tag: "inside", node: { any: [{ met: false, object: { unavailable: true } }, { absent: { measured: { for: 5 } } }] },
                    text: "No object for 5.0 s" }
            ]
        }

        function test_reasons(row) {
            compare(marks.reasonLines(row.node).join(), row.text)
        }

        function test_objectsOfARule() {
            compare(modes.objectText(["person"]), "a person")
            compare(modes.objectText(["truck", "car", "bus", "bicycle", "motorcycle"]), "a vehicle")
            compare(modes.objectText(["dog", "kite"]), "dog, kite")
            compare(modes.clauseText({ kind: "line", direction: "right" }), "something crosses a line to the right")
        }

        function test_trees_data() {
            const motion = { motion: { threshold: 0.01 } }
            const people = { object: { labels: ["person"] } }
            const dark = { signal: { covered: true, moved: true } }
            return [
                { tag: "leaf", node: motion, text: "motion is detected" },
                { tag: "not", node: { not: people }, text: "not (a person is detected)" },
                { tag: "signals", node: dark, text: "the camera is covered or the camera is moved" },
                { tag: "nested", node: { all: [motion, { not: { any: [people, dark] } }, { any: [people] }] },
                    text: "motion is detected and not (a person is detected or the camera is covered or the camera is moved) and a person is detected" },
                { tag: "groups", node: { any: [{ all: [motion, people] }, { absent: { for: 60 } }] },
                    text: "(motion is detected and a person is detected) or no object is present for 60 s" },
                { tag: "zones", node: { zones: { zones: ["a", "b"], within: 10 } }, text: "something passes a zone, a zone in this order" },
                { tag: "count", node: { count: { zone: "a", atLeast: 2, for: 5 } }, text: "at least 2 object(s) are present for 5 s in a zone" },
                { tag: "of a later version", node: { any: [motion, { sound: {} }] }, text: "motion is detected or an unknown condition" },
                { tag: "nothing", node: {}, text: "" }
            ]
        }

        function test_trees(row) {
            compare(modes.treeText(row.node, false), row.text)
        }

        function test_theConditionOfAPointer() {
            const tree = { any: [{ motion: { threshold: 0.01 } }, { all: [{ object: { labels: ["dog"], score: 0.5 } }] }] }
            compare(modes.conditionAt(tree, "/conditions/any/1/all/0/object/score"), "dog is detected")
            compare(modes.conditionAt(tree, "/conditions/any/0/motion/threshold"), "motion is detected")
            compare(modes.conditionAt({ object: { labels: [] } }, "/conditions/object/score"), "an object is detected")
            for (const none of ["/cooldown", "/conditions/any/7/motion/threshold", ""])
                compare(modes.conditionAt(tree, none), "")
        }

        function test_times_data() {
            const week = { days: ["mon", "tue", "wed", "thu", "fri"], from: "18:00", to: "06:00" }
            const end = { days: ["sun", "sat"], from: "00:00", to: "24:00" }
            const monday = { days: ["mon"], from: "12:00", to: "13:00" }
            const holiday = { date: "2026-12-25" }
            const open = { date: "2026-12-24", active: true }
            return [
                { tag: "always", always: true, schedule: { weekly: [week] }, text: "" },
                { tag: "spans", schedule: { weekly: [week, end, monday] }, text: "on weekdays 18:00–06:00 and on weekends 00:00–24:00 and on Mon 12:00–13:00" },
                { tag: "many", schedule: { weekly: [week, end, monday, monday] }, text: "on weekdays 18:00–06:00 and on weekends 00:00–24:00 and at 2 other time(s)" },
                { tag: "always except", always: true, schedule: { weekly: [week], exceptions: [holiday, open] }, text: "except on 25 Dec 2026" },
                { tag: "both", schedule: { weekly: [monday], exceptions: [holiday, open, { date: "2026-12-26", active: false }] },
                    text: "on Mon 12:00–13:00, except on 25 Dec 2026 and 26 Dec 2026, also all day on 24 Dec 2026" },
                { tag: "many days", schedule: { weekly: [monday], exceptions: [holiday, holiday, holiday, { date: "2026-1", active: true }] },
                    text: "on Mon 12:00–13:00, except on 3 day(s), also all day on 2026-1" }
            ]
        }

        function test_times(row) {
            const text = row.text.replace(/\d\d:\d\d/g, (time) => Times.ofDay(time)).replace(/\d\d Dec 2026/g, (date) => Times.date(new Date(date)))
            compare(modes.timeText({ always: row.always ?? false, schedule: row.schedule }), text)
        }

        function test_hoursFollowTheRegion() {
            const halfDay = Qt.locale().timeFormat(Locale.ShortFormat).toLowerCase().includes("ap")
            verify(Times.ofDay("18:05").includes(halfDay ? "6:05" : "18:05"))
            compare(Times.ofDay(""), "")
        }

        function test_typedTimes_data() {
            return [
                { tag: "24 hours", typed: "18:05", time: "18:05" }, { tag: "one digit", typed: "6:05", time: "06:05" },
                { tag: "evening", typed: "6:05 pm", time: "18:05" }, { tag: "midnight", typed: "12:00 AM", time: "00:00" },
                { tag: "noon", typed: "12:00 P.M.", time: "12:00" }, { tag: "no time", typed: "soon", time: "" },
                { tag: "too many minutes", typed: "6:75", time: "" }, { tag: "no such half", typed: "6:05 xm", time: "" },
                { tag: "18 in the evening", typed: "18:05 pm", time: "" }
            ]
        }

        function test_typedTimes(row) {
            compare(Times.parseOfDay(row.typed), row.time)
        }

        function test_moneyHasTheDigitsOfItsCurrency_data() {
            return [
                { tag: "EUR", amount: 990, digits: 2 }, { tag: "JPY", amount: 990, digits: 0 }, { tag: "KWD", amount: 990, digits: 3 }
            ]
        }

        function test_moneyHasTheDigitsOfItsCurrency(row) {
            const value = row.amount / Math.pow(10, row.digits)
            compare(orders.money(row.amount, row.tag), row.tag + " " + Number(value).toLocaleString(Qt.locale(), "f", row.digits))
        }

        function test_errorsWithoutAFieldAreShown() {
            note.errors = { name: "Fill in this field." }
            note.fields = ["name"]
            compare(note.sentence, "Fix the highlighted fields.")
            note.errors = { name: "Fill in this field.", polygon: "The outline crosses itself.", "polygon.0": "…" }
            compare(note.sentence, "The outline crosses itself.")
            note.errors = {}
            compare(note.sentence, "Fix the highlighted fields.")
        }
    }
}
