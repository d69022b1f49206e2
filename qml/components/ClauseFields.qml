// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The choices of a condition: its kind, and for each of its members that the page edits, the values to choose from.
QtObject {
    id: fields

    required property var clause // see ConditionEditor
    required property ModeWords words
    readonly property var areas: words.zones.filter((zone) => zone.kind === "include")
    readonly property var lines: words.zones.filter((zone) => zone.kind === "line")

    // A line and a zone must be drawn before a rule can name them.
    readonly property var kinds: {
        const choices = [{ value: "motion", text: qsTr("motion is detected") }, { value: "face", text: qsTr("a face is detected") },
                         { value: "covered", text: qsTr("the camera is covered") }, { value: "lost", text: qsTr("the stream is lost") },
                         { value: "object", text: qsTr("an object is detected") }, { value: "moved", text: qsTr("the camera is moved") },
                         { value: "count", text: qsTr("several objects are present") }, { value: "absent", text: qsTr("no object is present") }]
        if (areas.length > 1 || clause.kind === "zones")
            choices.push({ value: "zones", text: qsTr("zones are passed in order") })
        if (lines.length > 0 || clause.kind === "line")
            choices.push({ value: "line", text: qsTr("a line is crossed") })
        if (areas.length > 0 || clause.kind === "loiter")
            choices.push({ value: "loiter", text: qsTr("something stays") })
        if (!choices.some((choice) => choice.value === clause.kind)) // several signals, or a condition of a later version
            choices.push({ value: clause.kind, text: words.clauseText(clause) || words.unknown })
        return choices
    }
    // The members of the condition: [{name, member, before, label, choices, value}], with a word `before` the choices.
    readonly property var entries: {
        switch (clause.kind) {
        case "motion": return [place(true), sensitivity(), share("clauseArea", "minArea", qsTr("Largest moving area"), [0.00015, 0.0005, 0.002, 0.01, 0.05])]
        case "face": return [place(true), emotion(), faces(), share("clauseScore", "score", qsTr("Confidence"), [0.5, 0.7, 0.8, 0.9])]
        case "object": return [object(), place(true), share("clauseScore", "score", qsTr("Confidence"), [0.3, 0.45, 0.6, 0.75, 0.9]),
                               share("clauseSize", "size", qsTr("Size"), [0.001, 0.005, 0.01, 0.05, 0.2])]
        case "line": return [place(false), direction()]
        case "zones": return passed()
        case "loiter": return [place(false), duration("longerThan")]
        case "count": return [amount(), place(true), duration("for")]
        case "absent": return [place(true), duration("for")]
        default: return []
        }
    }

    function zoneChoices(zones, current) {
        const choices = zones.map((zone) => ({ value: zone.zoneId, text: qsTr("%1 (%2)", "zone, camera").arg(zone.name).arg(zone.deviceName) }))
        if (current && !choices.some((choice) => choice.value === current))
            choices.push({ value: current, text: words.zoneText(current) })
        return choices
    }

    function place(anywhere) {
        const line = clause.kind === "line"
        const all = anywhere ? [{ value: "", text: qsTr("all watched areas") }] : []
        return { name: "clauseZone", member: "zone", before: line ? "" : qsTr("in", "a zone"), label: qsTr("Zone"),
                 choices: all.concat(zoneChoices(line ? lines : areas, clause.zone)), value: clause.zone ?? "" }
    }

    // The zones in their order, and a place for one more.
    function passed() {
        const zones = Array.from(clause.zones ?? [])
        const none = zones.length > 2 ? [{ value: "", text: qsTr("Remove from the order") }] : []
        const entries = zones.map((zone, at) => ({ name: "clauseZone" + at + "_", member: "zones", at: at,
                                                   before: at > 0 ? qsTr("then", "another zone") : "", label: qsTr("Zone %1").arg(at + 1),
                                                   choices: zoneChoices(areas, zone).concat(none), value: zone }))
        if (zones.length < 10)
            entries.push({ name: "clauseNextZone", member: "zones", at: zones.length, before: "", label: qsTr("Add a zone to the order"),
                           choices: [{ value: "", text: qsTr("add a zone") }].concat(zoneChoices(areas, "")), value: "" })
        entries.push(duration("within"))
        return entries
    }

    function object() {
        const choices = words.objectKinds.map((kind) => ({ value: kind.value, text: words.objectText(kind.labels) }))
        const current = words.objectKind(clause.labels)
        if (!current)
            choices.push({ value: "", text: words.objectText(clause.labels) })
        return { name: "clauseObject", member: "labels", before: "", label: qsTr("Object"), choices: choices, value: current }
    }

    // Returns the sensitivity that is closest to the threshold.
    function sensitivity() {
        const threshold = clause.threshold ?? words.usual.motion.threshold
        return { name: "clauseSensitivity", member: "threshold", before: "", label: qsTr("Sensitivity"),
                 choices: [{ value: "high", text: qsTr("small objects") }, { value: "normal", text: qsTr("person-sized objects") },
                           { value: "low", text: qsTr("large objects") }],
                 value: threshold < 0.0035 ? "high" : threshold < 0.01 ? "normal" : "low" }
    }

    function direction() {
        return { name: "clauseDirection", member: "direction", before: "", label: qsTr("Direction"),
                 choices: [{ value: "any", text: qsTr("in both directions") }, { value: "left", text: qsTr("to the left") },
                           { value: "right", text: qsTr("to the right") }], value: clause.direction ?? "any" }
    }

    function emotion() {
        return { name: "clauseEmotion", member: "emotion", before: "", label: qsTr("Expression"),
                 choices: [{ value: "", text: qsTr("any expression") }, ...words.emotions.map((each) => ({ value: each, text: words.emotionText(each) }))],
                 value: clause.emotion ?? "" }
    }

    // Returns the choices of a number, with the current one among them.
    function numbers(known, current, textOf) {
        const all = current === undefined || known.includes(current) ? known : known.concat([current]).sort((a, b) => a - b)
        return all.map((each) => ({ value: String(each), text: textOf(each) }))
    }

    function duration(member) {
        const within = member === "within"
        const textOf = (seconds) => within ? qsTr("within %1 s").arg(Times.decimal(seconds)) : qsTr("for %1 s").arg(Times.decimal(seconds))
        return { name: "clauseDuration", member: member, before: "", label: qsTr("Duration"),
                 choices: numbers(clause.kind === "count" ? [1, 5, 10, 30, 60, 300] : [10, 30, 60, 300], clause[member], textOf),
                 value: String(clause[member] ?? "") }
    }

    function amount() {
        return count("clauseAmount", "atLeast", qsTr("Number of objects"), clause.atLeast ?? 1, (number) => qsTr("at least %1", "objects").arg(number))
    }

    function faces() {
        return count("clauseFaces", "count", qsTr("Number of faces"), clause.count ?? words.usual.face.count,
                     (number) => qsTr("at least %n face(s)", "", number))
    }

    function count(name, member, label, current, textOf) {
        return { name: name, member: member, before: "", label: label, choices: numbers([1, 2, 3, 4, 5, 10], current, textOf),
                 value: String(current) }
    }

    // Returns the choices of a limit that is a share of 1. Without a size, an object may have any.
    function share(name, member, label, known) {
        const usual = words.usual[clause.kind][member]
        const current = clause[member] ?? usual
        const choices = numbers(known, current, (value) => shareText(member, value))
        return { name: name, member: member, before: "", label: label,
                 choices: usual === undefined ? [{ value: "", text: qsTr("of any size") }].concat(choices) : choices,
                 value: current === undefined ? "" : String(current) }
    }

    function shareText(member, value) {
        let digits = 0
        while (digits < 3 && Math.abs(Number((100 * value).toFixed(digits)) - 100 * value) > 1e-6)
            ++digits
        const percentage = Times.percent(value, digits)
        switch (member) {
        case "minArea": return qsTr("largest area at least %1").arg(percentage)
        case "size": return qsTr("at least %1 of the image").arg(percentage)
        default: return qsTr("confidence at least %1").arg(percentage)
        }
    }

    // Returns the clause of another kind. It keeps the zone if it can.
    function begun(kind) {
        const area = areas.some((zone) => zone.zoneId === clause.zone) ? { zone: clause.zone } : {}
        const first = areas[0]?.zoneId ?? ""
        switch (kind) {
        case "motion": return Object.assign({ kind: kind }, words.usual.motion, area)
        case "face": return Object.assign({ kind: kind }, area)
        case "object": return Object.assign({ kind: kind, labels: words.objectKinds[0].labels }, area)
        case "count": return Object.assign({ kind: kind, atLeast: 2, for: 5 }, area)
        case "absent": return Object.assign({ kind: kind, for: 60 }, area)
        case "line": return { kind: kind, zone: lines[0]?.zoneId ?? "", direction: "any" }
        case "zones": return { kind: kind, zones: areas.slice(0, 2).map((zone) => zone.zoneId), within: 30 }
        case "loiter": return Object.assign({ kind: kind, zone: first, longerThan: 30 }, area)
        default: return { kind: kind }
        }
    }

    // Returns the clause with another value of a member.
    function withValue(entry, value) {
        switch (entry.member) {
        case "labels": return changed("labels", words.objectKinds.find((kind) => kind.value === value)?.labels ?? clause.labels)
        case "threshold": return changed("threshold", { high: 0.002, normal: 0.005, low: 0.02 }[value])
        case "zones": {
            const zones = Array.from(clause.zones)
            zones.splice(entry.at, 1, ...(value ? [value] : []))
            return changed("zones", zones)
        }
        case "zone":
        case "direction":
        case "emotion": return changed(entry.member, value)
        case "size": return changed("size", value ? Number(value) : undefined)
        default: return changed(entry.member, Number(value))
        }
    }

    // Returns the clause with another value of a member, or without the member.
    function changed(member, value) {
        const clause = Object.assign({}, fields.clause, { [member]: value })
        if (value === undefined)
            delete clause[member]
        return clause
    }
}
