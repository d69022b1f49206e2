// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Describes a rule as a sentence. The API calls a rule a device mode.
QtObject {
    id: words

    property var zones: [] // [{zoneId, name, …}], see ZoneNames

    readonly property var dayNames: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    readonly property var leafNames: ["motion", "face", "object", "line", "zones", "loiter", "count", "absent", "signal"]
    readonly property string unknown: qsTr("an unknown condition")
    readonly property var emotions: ["neutral", "happy", "sad", "angry", "fearful", "disgusted", "surprised"]

    // What the API takes for a value that a rule does not have.
    readonly property var usual: ({ motion: { threshold: 0.005, minArea: 0.002 }, object: { score: 0.45 }, face: { score: 0.7, count: 1 },
                                    clip: { preRoll: 5, postRoll: 5 }, cooldownPer: "mode" })

    function zoneText(id) {
        for (const zone of zones) {
            if (zone.zoneId === id)
                return zone.name
        }
        return qsTr("a zone")
    }

    function emotionText(emotion) {
        switch (emotion) {
        case "neutral": return qsTr("neutral")
        case "happy": return qsTr("happy")
        case "sad": return qsTr("sad")
        case "angry": return qsTr("angry")
        case "fearful": return qsTr("fearful")
        case "disgusted": return qsTr("disgusted")
        case "surprised": return qsTr("surprised")
        default: return emotion
        }
    }

    // The kinds of objects that a rule can name, with the labels of the server's detector.
    readonly property var objectKinds: [
        { value: "person", labels: ["person"] },
        { value: "vehicle", labels: ["car", "truck", "bus", "motorcycle", "bicycle"] },
        { value: "animal", labels: ["dog", "cat", "bird", "horse", "sheep", "cow"] },
        { value: "each", labels: ["person", "car", "truck", "bus", "motorcycle", "bicycle", "dog", "cat", "bird", "horse", "sheep", "cow"] }
    ]

    // Returns the kind with these labels, or "" for other labels.
    function objectKind(labels) {
        const key = (list) => Array.from(list ?? []).sort().join()
        const kind = objectKinds.find((each) => key(each.labels) === key(labels))
        return kind ? kind.value : ""
    }

    function objectText(labels) {
        switch (objectKind(labels)) {
        case "person": return qsTr("a person")
        case "vehicle": return qsTr("a vehicle")
        case "animal": return qsTr("an animal")
        case "each": return qsTr("a person, vehicle, or animal")
        default: return Array.from(labels ?? []).join(qsTr(", ")) || qsTr("an object")
        }
    }

    readonly property var scopes: ["mode", "device", "object"] // of the wait after a mark

    // Describes the marks for which a rule waits after a mark.
    function scopeText(scope) {
        switch (scope) {
        case "mode": return qsTr("of this rule", "marks")
        case "device": return qsTr("of the camera", "marks")
        case "object": return qsTr("of the same kind of object", "marks")
        default: return scope
        }
    }

    function lineText(clause) {
        const line = clause.zone ? zoneText(clause.zone) : qsTr("a line")
        switch (clause.direction) {
        case "left": return qsTr("something crosses %1 to the left").arg(line)
        case "right": return qsTr("something crosses %1 to the right").arg(line)
        default: return qsTr("something crosses %1").arg(line)
        }
    }

    function inZone(text, clause) {
        return clause.zone ? qsTr("%1 in %2", "a face is seen; zone").arg(text).arg(zoneText(clause.zone)) : text
    }

    function clauseText(clause) {
        switch (clause.kind) {
        case "object": return inZone(qsTr("%1 is detected", "a person").arg(objectText(clause.labels)), clause)
        case "line": return lineText(clause)
        case "loiter": return qsTr("something stays in %1 for %2 s").arg(clause.zone ? zoneText(clause.zone) : qsTr("a zone")).arg(Times.decimal(clause.longerThan))
        case "moved": return qsTr("the camera is moved")
        case "motion": return clause.zone ? qsTr("motion is detected in %1").arg(zoneText(clause.zone)) : qsTr("motion is detected")
        case "face": return inZone(clause.emotion ? qsTr("a %1 face is detected").arg(emotionText(clause.emotion)) : qsTr("a face is detected"), clause)
        case "zones": return qsTr("something passes %1 in this order", "names of zones").arg(clause.zones.map((zone) => zoneText(zone)).join(qsTr(", ")))
        case "count": return inZone(qsTr("at least %n object(s) are present for %1 s", "", clause.atLeast ?? 1).arg(Times.decimal(clause.for ?? 0)), clause)
        case "absent": return inZone(qsTr("no object is present for %1 s").arg(Times.decimal(clause.for ?? 0)), clause)
        case "signal": return ["lost", "covered", "moved"].filter((kind) => clause[kind]).map((kind) => clauseText({ kind: kind })).join(qsTr(" or "))
        case "lost": return qsTr("the stream is lost")
        case "covered": return qsTr("the camera is covered")
        default: return ""
        }
    }

    // Returns the clause of a leaf, or null for `any`, `all`, and `not`.
    function leafOf(node) {
        const kind = leafNames.find((each) => node[each])
        return kind ? Object.assign({ kind: kind }, node[kind]) : null
    }

    // Describes a tree of conditions, or of the reasons of a mark. `inner`: it stands within another one.
    function treeText(node, inner) {
        if (node.not)
            return qsTr("not (%1)", "a condition").arg(treeText(node.not, false))
        const parts = (node.all ?? node.any ?? []).map((part) => treeText(part, true))
        if (parts.length === 0) {
            const leaf = leafOf(node)
            return leaf ? clauseText(leaf) : Object.keys(node).length > 0 ? unknown : ""
        }
        const text = parts.join(node.all ? qsTr(" and ") : qsTr(" or "))
        return inner && parts.length > 1 ? qsTr("(%1)", "several conditions").arg(text) : text
    }

    // Describes the leaf that a JSON pointer such as `/conditions/any/0/object/score` names. Returns "" if there is none.
    function conditionAt(tree, pointer) {
        let node = tree
        for (const key of pointer.split("/").slice(2)) {
            const leaf = node ? leafOf(node) : null
            if (!node || leaf)
                return leaf ? clauseText(leaf) : ""
            node = node[key]
        }
        return ""
    }

    function conditionText(draft) {
        const text = treeText(draft.conditions, false)
        return text && text.length <= 400 ? text : qsTr("the rule's conditions are met")
    }

    // Returns the word before a row of conditions, see ConditionEditor.
    function leadText(lead) {
        switch (lead) {
        case "when": return qsTr("When")
        case "and": return qsTr("and")
        case "or": return qsTr("or")
        default: return ""
        }
    }

    function dayText(day) {
        return Times.region().standaloneDayName((dayNames.indexOf(day) + 1) % 7, Locale.ShortFormat)
    }

    function dateText(date) {
        const day = new Date(date + "T12:00:00")
        return isNaN(day) ? date : Times.date(day)
    }

    function spanText(weekly) {
        const days = dayNames.filter((day) => weekly.days.indexOf(day) >= 0)
        const key = days.join()
        const span = Times.ofDay(weekly.from) + "–" + Times.ofDay(weekly.to)
        if (days.length === 7)
            return qsTr("every day %1", "18:00–06:00").arg(span)
        if (key === "mon,tue,wed,thu,fri")
            return qsTr("on weekdays %1", "18:00–06:00").arg(span)
        if (key === "sat,sun")
            return qsTr("on weekends %1", "18:00–06:00").arg(span)
        return qsTr("on %1 %2", "Mon, Tue; 18:00–06:00").arg(days.map((day) => dayText(day)).join(qsTr(", "))).arg(span)
    }

    // Describes when a rule applies: its time spans, and the days that differ. Names few of many. "" is always.
    function timeText(draft) {
        const join = (texts) => texts.join(qsTr(" and ", "times"))
        const spans = draft.always ? [] : Array.from(draft.schedule.weekly)
        const named = spans.length > 3 ? 2 : spans.length
        const times = spans.slice(0, named).map((span) => spanText(span))
        if (spans.length > named)
            times.push(qsTr("at %n other time(s)", "", spans.length - named))
        const days = (active) => Array.from(draft.schedule.exceptions ?? []).filter((day) => (day.active ?? false) === active).map((day) => dateText(day.date))
        const off = days(false)
        const on = draft.always ? [] : days(true)
        const parts = [join(times)]
        if (off.length > 0)
            parts.push(off.length > 2 ? qsTr("except on %n day(s)", "", off.length) : qsTr("except on %1", "dates").arg(join(off)))
        if (on.length > 0)
            parts.push(on.length > 2 ? qsTr("also all day on %n day(s)", "", on.length) : qsTr("also all day on %1", "dates").arg(join(on)))
        return parts.filter((part) => part).join(qsTr(", "))
    }

    function sentence(draft) {
        if (!draft || draft.conditions === undefined)
            return ""
        const condition = conditionText(draft)
        const when = draft.minDuration > 0 ? qsTr("When %1 for %2 s").arg(condition).arg(Times.decimal(draft.minDuration)) : qsTr("When %1").arg(condition)
        const time = timeText(draft)
        const head = time ? qsTr("%1 %2", "When something moves; on weekdays").arg(when).arg(time) : when
        return draft.cooldown > 0 ? qsTr("%1, create a mark, then wait %2 s.").arg(head).arg(Times.decimal(draft.cooldown)) : qsTr("%1, create a mark.").arg(head)
    }
}
