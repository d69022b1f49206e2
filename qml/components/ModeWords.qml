// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Describes a rule as a sentence. The API calls a rule a device mode.
QtObject {
    id: words

    property var zones: [] // [{zoneId, name, …}], see ZoneNames

    readonly property var dayNames: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    readonly property var emotions: ["neutral", "happy", "sad", "angry", "fearful", "disgusted", "surprised"]

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
        default: return Array.from(labels ?? []).join(qsTr(", "))
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

    function clauseText(clause) {
        switch (clause.kind) {
        case "object": {
            const object = qsTr("%1 is detected", "a person").arg(objectText(clause.labels))
            return clause.zone ? qsTr("%1 in %2", "a face is seen; zone").arg(object).arg(zoneText(clause.zone)) : object
        }
        case "line": return lineText(clause)
        case "loiter": return qsTr("something stays in %1 for %2 s").arg(clause.zone ? zoneText(clause.zone) : qsTr("a zone")).arg(Times.decimal(clause.longerThan))
        case "moved": return qsTr("the camera is moved")
        case "motion": return clause.zone ? qsTr("motion is detected in %1").arg(zoneText(clause.zone)) : qsTr("motion is detected")
        case "face": {
            const face = clause.emotion ? qsTr("a %1 face is detected").arg(emotionText(clause.emotion)) : qsTr("a face is detected")
            return clause.zone ? qsTr("%1 in %2", "a face is seen; zone").arg(face).arg(zoneText(clause.zone)) : face
        }
        case "lost": return qsTr("the stream is lost")
        case "covered": return qsTr("the camera is covered")
        default: return ""
        }
    }

    function conditionText(draft) {
        if (!draft.conditionsPlain)
            return qsTr("the app's conditions are met")
        const parts = []
        for (const clause of draft.clauses)
            parts.push(clauseText(clause))
        return parts.join(draft.joint === "all" ? qsTr(" and ") : qsTr(" or "))
    }

    function dayText(day) {
        return Times.region().standaloneDayName((dayNames.indexOf(day) + 1) % 7, Locale.ShortFormat)
    }

    function timeText(draft) {
        if (!draft.schedulePlain)
            return qsTr("on an app's schedule")
        if (draft.always)
            return ""
        const days = dayNames.filter((day) => draft.days.indexOf(day) >= 0)
        const key = days.join()
        const span = Times.ofDay(draft.from) + "–" + Times.ofDay(draft.to)
        if (days.length === 7)
            return qsTr("every day %1", "18:00–06:00").arg(span)
        if (key === "mon,tue,wed,thu,fri")
            return qsTr("on weekdays %1", "18:00–06:00").arg(span)
        if (key === "sat,sun")
            return qsTr("on weekends %1", "18:00–06:00").arg(span)
        return qsTr("on %1 %2", "Mon, Tue; 18:00–06:00").arg(days.map((day) => dayText(day)).join(qsTr(", "))).arg(span)
    }

    function sentence(draft) {
        if (!draft || draft.joint === undefined)
            return ""
        const condition = conditionText(draft)
        const when = draft.minDuration > 0 ? qsTr("When %1 for %2 s").arg(condition).arg(Times.decimal(draft.minDuration)) : qsTr("When %1").arg(condition)
        const time = timeText(draft)
        const head = time ? qsTr("%1 %2", "When something moves; on weekdays").arg(when).arg(time) : when
        return draft.cooldown > 0 ? qsTr("%1, create a mark, then wait %2 s.").arg(head).arg(Times.decimal(draft.cooldown)) : qsTr("%1, create a mark.").arg(head)
    }
}
