// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Portal
import Waymark.Style

// People name zones and cameras, and the cards of the rule editor are as wide as the window allows.
Item {
    id: scene

    readonly property string longName: "Path to the ".repeat(9).slice(0, 100)
    readonly property var conditions: ({ any: [{ loiter: { zone: "zone_a", longerThan: 30 } }, { not: { absent: { zone: "zone_b", for: 60 } } },
                                               { all: [{ object: { labels: ["person"], zone: "zone_a" } },
                                                       { zones: { within: 30, zones: ["zone_a", "zone_b"] } }] }] })

    width: 640
    height: 900

    ModeWords {
        id: words
        zones: [{ zoneId: "zone_a", name: scene.longName, kind: "include", deviceName: "Front" },
                { zoneId: "zone_b", name: scene.longName, kind: "include", deviceName: scene.longName }]
    }
    ConditionList {
        id: list
        conditions: scene.conditions
        words: words
        changeable: true
    }
    ModeActions {
        id: actions
        width: list.width
        draft: ({ clip: true, notify: true, cooldown: 10, maxPerHour: 0, actions: { captureMode: "continuous" } })
        words: words
        errors: ({})
    }

    TestCase {
        name: "RuleWidths"
        when: windowShown

        function boxesIn(item) {
            const found = []
            for (const child of Array.from(item.children))
                found.push(...(child.choices ? [child] : boxesIn(child)))
            return found
        }

        function test_noBoxIsWiderThanItsCard_data() {
            return [{ tag: "wide", width: 600, scale: 1 }, { tag: "narrow", width: 340, scale: 1 }, { tag: "large text", width: 600, scale: 1.5 }]
        }

        function test_noBoxIsWiderThanItsCard(row) {
            Theme.textScale = row.scale
            list.width = row.width
            waitForRendering(list)
            const boxes = boxesIn(list)
            verify(boxes.length > 12)
            const tools = ["removeClause0", "moreClause0"].map((name) => findChild(list, name).mapToItem(list, 0, 0).x) // at the end of each row
            for (const box of boxes) {
                const end = box.mapToItem(list, box.width, 0).x
                verify(box.width > 60, box.objectName)
                verify(end <= Math.min(...tools), box.objectName + " ends at " + end)
            }
            for (const box of boxesIn(actions)) {
                const end = box.mapToItem(actions, box.width, 0).x
                verify(end <= actions.width - actions.padding, box.objectName + " ends at " + end)
            }
            Theme.textScale = 1
        }

        function test_aNarrowBoxElidesItsText() {
            list.width = 600
            waitForRendering(list)
            const shownIn = (box) => Array.from(box.children).filter((child) => child.visible && child.text === box.displayText)
            const zone = findChild(list, "clauseZone0")
            verify(zone.displayText.startsWith(scene.longName))
            compare(shownIn(zone).map((text) => text.truncated).join(), "true")
            const kind = findChild(list, "clauseKind0")
            compare(kind.width, Math.max(Theme.scaled(120), kind.fitting)) // there is room
            compare(shownIn(kind).map((text) => text.truncated).join(), "false")
        }
    }
}
