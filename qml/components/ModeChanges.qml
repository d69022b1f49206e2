// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Describes what differs between two versions of a rule. Both are drafts, see ModeDraft.
QtObject {
    id: changes

    required property ModeWords words
    readonly property int longest: 400 // of the words for a tree of conditions
    readonly property CaptureWords recording: CaptureWords {}

    function same(one, other) {
        return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
    }

    function line(name, now, then) {
        return qsTr("%1: %2 (before: %3)", "name of a value; values").arg(name).arg(now).arg(then)
    }

    // Returns a line for each difference. Every difference has one.
    function of(now, then) {
        const lines = []
        if (now.name !== then.name)
            lines.push(line(qsTr("Name"), now.name, then.name))
        if (!same(now.conditions, then.conditions))
            lines.push(...conditionLines(now.conditions, then.conditions))
        if (!same([now.always, now.schedule], [then.always, then.schedule]))
            lines.push(scheduleLine(words.timeText(now), words.timeText(then)))
        const seconds = [["minDuration", qsTr("Minimum duration")], ["mergeGap", qsTr("Longest gap")], ["cooldown", qsTr("Wait until the next mark")]]
        for (const [member, name] of seconds) {
            if (now[member] !== then[member])
                lines.push(line(name, secondsText(now[member]), secondsText(then[member])))
        }
        if (scopeOf(now) !== scopeOf(then))
            lines.push(line(qsTr("Marks that have to wait"), words.scopeText(scopeOf(now)), words.scopeText(scopeOf(then))))
        if (now.maxPerHour !== then.maxPerHour)
            lines.push(line(qsTr("Hourly limit"), limitText(now.maxPerHour), limitText(then.maxPerHour)))
        if (now.clip !== then.clip)
            lines.push(now.clip ? qsTr("Marks now have a clip") : qsTr("Marks no longer have a clip"))
        if (now.clip && then.clip && !same(now.actions.clip, then.actions.clip))
            lines.push(line(qsTr("Clip"), clipText(now.actions.clip), clipText(then.actions.clip)))
        if (now.notify !== then.notify)
            lines.push(now.notify ? qsTr("Marks now send a notification") : qsTr("Marks no longer send a notification"))
        if (captureOf(now) !== captureOf(then))
            lines.push(line(qsTr("Recording is set to"), captureText(captureOf(now)), captureText(captureOf(then))))
        if (!same(others(now), others(then)))
            lines.push(qsTr("Settings that only apps can change"))
        return lines
    }

    // Returns the values that have no control.
    function others(draft) {
        const rest = [draft.maxDuration]
        for (const name of Object.keys(draft.actions).sort()) {
            if (!["notify", "clip", "captureMode"].includes(name))
                rest.push(name, draft.actions[name])
        }
        return rest
    }

    function scopeOf(draft) {
        return draft.cooldownPer ?? words.usual.cooldownPer
    }

    function captureOf(draft) {
        return draft.actions.captureMode ?? ""
    }

    function captureText(mode) {
        return mode ? recording.text(mode) : qsTr("no change", "of a setting")
    }

    function clipText(clip) {
        const usual = words.usual.clip
        return qsTr("%1 s before and %2 s after a mark", "length of a clip").arg(Times.decimal(clip.preRoll ?? usual.preRoll)).arg(Times.decimal(clip.postRoll ?? usual.postRoll))
    }

    function secondsText(seconds) {
        return qsTr("%1 s").arg(Times.decimal(seconds))
    }

    function limitText(marks) {
        return marks > 0 ? Times.count(marks) : qsTr("none", "a limit")
    }

    function scheduleLine(now, then) {
        return now === then ? qsTr("Other times or exceptions") : line(qsTr("Schedule"), now || qsTr("at any time"), then || qsTr("at any time"))
    }

    function conditionLines(now, then) {
        const text = words.treeText(now, false)
        const before = words.treeText(then, false)
        if (Math.max(text.length, before.length) > longest)
            return [qsTr("Other conditions")]
        if (text !== before)
            return [line(qsTr("Conditions"), text, before)]
        // Only what the words leave out differs.
        const leaves = [leavesOf(now), leavesOf(then)]
        const lines = leaves[0].length === leaves[1].length ? [].concat(...leaves[0].map((leaf, at) => leafLines(leaf, leaves[1][at]))) : []
        return lines.length > 0 ? lines : [qsTr("Other details of the conditions")]
    }

    function leavesOf(node) {
        const leaf = words.leafOf(node)
        if (leaf)
            return [leaf]
        return [].concat(...(node.not ? [node.not] : node.all ?? node.any ?? []).map((part) => leavesOf(part)))
    }

    function leafLines(now, then) {
        const text = words.clauseText(now)
        const names = { threshold: qsTr("moving area"), minArea: qsTr("smallest moving area"), score: qsTr("confidence"), size: qsTr("size"),
                        count: qsTr("number of faces"), within: qsTr("seconds") }
        const valueText = (member, value) => {
            if (value === undefined)
                return qsTr("default", "a value")
            return member === "count" || member === "within" ? Times.decimal(value) : Times.percent(value, value < 0.001 ? 3 : value < 0.1 ? 2 : 0)
        }
        return Object.keys(names).filter((member) => !same(now[member], then[member]))
            .map((member) => line(qsTr("%1, %2", "a condition; name of its value").arg(text).arg(names[member]), valueText(member, now[member]), valueText(member, then[member])))
    }
}
