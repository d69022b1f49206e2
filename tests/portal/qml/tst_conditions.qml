// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Portal

// Edits the conditions of a rule by keyboard.
Item {
    id: scene

    readonly property var motion: ({ motion: { threshold: 0.005, minArea: 0.002 } })
    property var conditions: motion

    width: 640
    height: 900

    ModeWords {
        id: words
        zones: [{ zoneId: "zone_a", name: "Door", kind: "include", deviceName: "Front" }, { zoneId: "zone_b", name: "Path", kind: "include", deviceName: "Front" }]
    }
    ConditionList {
        id: list
        width: 600
        conditions: scene.conditions
        words: words
        changeable: true
        onChanged: (conditions) => scene.conditions = conditions
    }

    TestCase {
        name: "Conditions"
        when: windowShown

        function init() {
            scene.conditions = { any: [{ absent: { for: 60 } }, { all: [{ signal: { lost: true } }, { object: { labels: ["dog"], score: 0.7 } }] }] }
            list.errors = {}
            list.opened = ""
            list.chosen = ""
        }

        function find(name) {
            const item = findChild(list, name)
            verify(item, name)
            return item
        }

        function stored() {
            return JSON.stringify(scene.conditions)
        }

        // Returns the first entry of a box that has the value.
        function pick(name, value) {
            const box = find(name)
            const at = box.choices.findIndex((choice) => choice.value === value)
            verify(at >= 0, value)
            box.activated(at)
        }

        function press(name) {
            find(name).forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
        }

        // Chooses an entry of a menu with the arrow keys.
        function choose(button, name) {
            press(button)
            const item = find(name)
            tryVerify(() => item.visible)
            for (let i = 0; i < 8 && !item.highlighted; ++i)
                keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)
            tryVerify(() => !item.visible)
        }

        function test_addsToAGroup() {
            press("addClauseButton")
            tryVerify(() => find("clauseKind3").activeFocus)
            compare(JSON.stringify(scene.conditions.any[1].all[2]), '{"motion":{"minArea":0.002,"threshold":0.005}}')
            press("addGroupButton1") // at the end of all
            tryVerify(() => find("clauseKind4").activeFocus)
            compare(scene.conditions.any[2].all.length, 1)
            compare(JSON.stringify(scene.conditions.any[0]), '{"absent":{"for":60}}')
        }

        function test_changesAGroup() {
            pick("groupJoint1", "none")
            compare(stored(), '{"any":[{"absent":{"for":60}},{"not":{"any":[{"signal":{"lost":true}},{"object":{"labels":["dog"],"score":0.7}}]}}]}')
            pick("clauseObject2", "person")
            compare(JSON.stringify(scene.conditions.any[1].not.any[1]), '{"object":{"labels":["person"],"score":0.7}}')
        }

        function test_removesWithTheFocus() {
            press("removeClause1")
            compare(JSON.stringify(scene.conditions.any[1]), '{"all":[{"object":{"labels":["dog"],"score":0.7}}]}')
            tryVerify(() => find("clauseKind1").activeFocus)
            press("removeGroup1")
            compare(stored(), '{"any":[{"absent":{"for":60}}]}')
            tryVerify(() => find("addClauseButton").activeFocus)
            compare(find("removeClause0").visible, false) // a rule needs a condition
        }

        function test_theCurrentConditionIsTheLastWithTheFocus() {
            compare(list.current.path, "any/0")
            find("clauseObject2").forceActiveFocus(Qt.TabFocusReason)
            compare(list.current.path, "any/1/all/1")
            find("groupJoint0").forceActiveFocus(Qt.TabFocusReason)
            compare(list.current.path, "any/1/all/1")
            scene.conditions = scene.motion
            compare(list.current.path, "")
        }

        function test_removesTheGroupThatIsShown() {
            scene.conditions = { any: [{ all: [scene.motion] }, { all: [scene.motion, { absent: { for: 60 } }] }, scene.motion] }
            list.opened = "any/0"
            compare(list.rows.length, 3)
            press("removeClause0")
            compare(scene.conditions.any.length, 2)
            compare(list.rows[0].path, "") // not its neighbour, which has its path now
            list.opened = "any/0"
            press("removeClause0")
            compare(list.rows[0].path, "any/0")
            compare(list.rows[1].clause.kind, "absent")
        }

        function test_movesByTheMenu() {
            choose("moreClause0", "belowItem")
            compare(stored(), '{"any":[{"all":[{"signal":{"lost":true}},{"object":{"labels":["dog"],"score":0.7}},{"absent":{"for":60}}]}]}')
            tryVerify(() => find("clauseKind2").activeFocus)
            choose("moreClause2", "outItem")
            compare(JSON.stringify(scene.conditions.any[1]), '{"absent":{"for":60}}')
            choose("moreClause2", "negateItem")
            compare(JSON.stringify(scene.conditions.any[1]), '{"not":{"absent":{"for":60}}}')
            verify(find("clauseNot2").visible)
            choose("moreGroup1", "ungroupItem")
            compare(scene.conditions.any.length, 3)
            press("moreClause1")
            tryVerify(() => find("groupItem").visible)
            for (const name of ["outItem", "aboveItem", "belowItem", "ungroupItem"])
                verify(!find(name).enabled, name)
            keyClick(Qt.Key_Escape)
            tryVerify(() => !find("groupItem").visible)
        }

        function test_kindsOfConditions_data() {
            return [
                { tag: "count", text: '{"count":{"atLeast":2,"for":5}}', box: "clauseAmount0", value: "4", changed: '{"count":{"atLeast":4,"for":5}}' },
                { tag: "absent", text: '{"absent":{"for":60}}', box: "clauseDuration0", value: "300", changed: '{"absent":{"for":300}}' },
                { tag: "zones", text: '{"zones":{"within":30,"zones":["zone_a","zone_b"]}}', box: "clauseNextZone0", value: "zone_a",
                    changed: '{"zones":{"within":30,"zones":["zone_a","zone_b","zone_a"]}}' },
                { tag: "loiter", text: '{"loiter":{"longerThan":30,"zone":"zone_a"}}', box: "clauseZone0", value: "zone_b",
                    changed: '{"loiter":{"longerThan":30,"zone":"zone_b"}}' },
                { tag: "object", text: '{"object":{"labels":["person"]}}', box: "clauseZone0", value: "zone_b", changed: '{"object":{"labels":["person"],"zone":"zone_b"}}' },
                { tag: "moved", text: '{"signal":{"moved":true}}', box: "clauseKind0", value: "face", changed: '{"face":{}}' }
            ]
        }

        function test_kindsOfConditions(row) {
            scene.conditions = { motion: {} }
            const motionOrFace = row.tag === "absent" ? "face" : "motion"
            pick("clauseKind0", row.tag)
            compare(stored(), row.text)
            pick(row.box, row.value)
            compare(stored(), row.changed)
            pick("clauseKind0", motionOrFace)
            verify(scene.conditions[motionOrFace])
        }

        function test_limitsOfConditions_data() {
            const person = (limits) => ({ object: Object.assign({ labels: ["person"] }, limits) })
            return [
                { tag: "confidence", from: person({}), box: "clauseScore0", shows: "confidence at least 45%", value: "0.6", to: person({ score: 0.6 }) },
                { tag: "a confidence of the slider", from: person({ score: 0.58 }), box: "clauseScore0", shows: "confidence at least 58%", value: "0.75",
                    to: person({ score: 0.75 }) },
                { tag: "size", from: person({}), box: "clauseSize0", shows: "of any size", value: "0.01", to: person({ size: 0.01 }) },
                { tag: "any size", from: person({ size: 0.005 }), box: "clauseSize0", shows: "at least 0.5% of the image", value: "", to: person({}) },
                { tag: "area", from: { motion: { minArea: 0.00015 } }, box: "clauseArea0", shows: "largest area at least 0.015%", value: "0.05",
                    to: { motion: { minArea: 0.05 } } },
                { tag: "an area of an app", from: { motion: {} }, box: "clauseArea0", shows: "largest area at least 0.2%", value: "0.0005",
                    to: { motion: { minArea: 0.0005 } } },
                { tag: "faces", from: { face: {} }, box: "clauseFaces0", shows: "at least 1 face(s)", value: "3", to: { face: { count: 3 } } },
                { tag: "confidence of a face", from: { face: {} }, box: "clauseScore0", shows: "confidence at least 70%", value: "0.9", to: { face: { score: 0.9 } } }
            ]
        }

        function test_limitsOfConditions(row) {
            scene.conditions = row.from
            compare(find(row.box).displayText, row.shows)
            pick(row.box, row.value)
            compare(stored(), JSON.stringify(row.to))
        }

        function test_keepsConditionsOfALaterVersion() {
            scene.conditions = { all: [{ sound: { level: 3 } }, { signal: { covered: true, lost: true } }] }
            compare(find("clauseKind0").displayText, "an unknown condition")
            compare(find("clauseKind1").displayText, "the stream is lost or the camera is covered")
            pick("clauseKind0", "sound") // again
            compare(stored(), '{"all":[{"sound":{"level":3}},{"signal":{"covered":true,"lost":true}}]}')
        }

        function test_errorsStandAtTheirCondition() {
            list.errors = { "conditions": "This item no longer exists.", "conditions.any.1.all.0": "This item no longer exists." }
            verify(list.showsErrors)
            compare(list.rows.map((row) => list.errorOf(row)).join("|"), "|||This item no longer exists.|||")
        }

        function test_saysWhatTheLimitIs() {
            scene.conditions = { any: Array(32).fill(scene.motion) }
            verify(!find("addClauseButton").enabled)
            compare(find("groupLimit").text, "A group can have at most 32 conditions.")
            let deep = scene.motion
            for (let i = 0; i < 15; ++i)
                deep = { all: [deep, { absent: { for: 1 } }] }
            scene.conditions = deep
            list.opened = Array(14).fill("all/0").join("/")
            verify(find("addClauseButton").enabled)
            verify(!find("addGroupButton").enabled)
            compare(find("groupLimit").text, "Groups can't be nested more deeply.")
            pick("groupJoint0", "none")
            compare(JSON.stringify(scene.conditions), JSON.stringify(deep))
            compare(list.errorOf(list.rows[0]), "Groups can't be nested more deeply.")
            compare(find("groupJoint0").displayText, "all of these")
        }

        function test_saysWhatTheLimitOfARuleIs() {
            const group = { all: Array(32).fill(scene.motion) }
            const rule = (rest) => ({ any: [...Array(6).fill(group), rest] })
            scene.conditions = rule(scene.motion) // 200 conditions, of which seven are groups
            const end = () => list.rows.filter((row) => row.type === "add").pop().number || ""
            verify(!find("addClauseButton" + end()).enabled)
            verify(!find("addGroupButton" + end()).enabled)
            compare(find("groupLimit" + end()).text, "A rule can have at most 200 conditions, including groups and negations.")
            pick("groupJoint0", "none") // would need a negation
            compare(JSON.stringify(scene.conditions), JSON.stringify(rule(scene.motion)))
            compare(list.errorOf(list.rows[0]), "A rule can have at most 200 conditions, including groups and negations.")
            scene.conditions = { any: [...Array(6).fill(group)] } // room for a condition, but not for one in a group
            verify(find("addClauseButton" + end()).enabled)
            verify(!find("addGroupButton" + end()).enabled)
        }

        function test_opensAFoldedGroup() {
            scene.conditions = { any: [{ all: [{ any: [{ all: [{ any: [scene.motion, { absent: { for: 7 } }] }, scene.motion] }] }] }, scene.motion] }
            compare(find("foldedGroup4").text, "motion is detected or no object is present for 7 s")
            press("openGroup4")
            tryVerify(() => find("groupJoint0").activeFocus)
            compare(list.rows.length, 4)
            press("addClauseButton")
            tryVerify(() => find("clauseKind2").activeFocus)
            compare(scene.conditions.any[0].all[0].any[0].all[0].any.length, 3)
            press("allConditionsButton")
            verify(list.rows.length > 8)
        }
    }
}
