// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A mode as a sentence.
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
        case "neutral": return qsTr("calm")
        case "happy": return qsTr("happy")
        case "sad": return qsTr("sad")
        case "angry": return qsTr("angry")
        case "fearful": return qsTr("fearful")
        case "disgusted": return qsTr("disgusted")
        case "surprised": return qsTr("surprised")
        default: return emotion
        }
    }

    function clauseText(clause) {
        switch (clause.kind) {
        case "motion": return clause.zone ? qsTr("something moves in %1").arg(zoneText(clause.zone)) : qsTr("something moves")
        case "face": {
            const face = clause.emotion ? qsTr("a %1 face is seen").arg(emotionText(clause.emotion)) : qsTr("a face is seen")
            return clause.zone ? qsTr("%1 in %2", "a face is seen; zone").arg(face).arg(zoneText(clause.zone)) : face
        }
        case "lost": return qsTr("the stream is lost")
        case "covered": return qsTr("the scene is covered")
        default: return ""
        }
    }

    function conditionText(draft) {
        if (!draft.conditionsPlain)
            return qsTr("the conditions of an app hold")
        const parts = []
        for (const clause of draft.clauses)
            parts.push(clauseText(clause))
        return parts.join(draft.joint === "all" ? qsTr(" and ") : qsTr(" or "))
    }

    function dayText(day) {
        return Qt.locale().standaloneDayName((dayNames.indexOf(day) + 1) % 7, Locale.ShortFormat)
    }

    function timeText(draft) {
        if (!draft.schedulePlain)
            return qsTr("at several times")
        if (draft.always)
            return ""
        const days = dayNames.filter((day) => draft.days.indexOf(day) >= 0)
        const key = days.join()
        const span = draft.from + "–" + draft.to
        if (days.length === 7)
            return qsTr("every day %1", "18:00–06:00").arg(span)
        if (key === "mon,tue,wed,thu,fri")
            return qsTr("on weekdays %1", "18:00–06:00").arg(span)
        if (key === "sat,sun")
            return qsTr("at weekends %1", "18:00–06:00").arg(span)
        return qsTr("on %1 %2", "Mon, Tue; 18:00–06:00").arg(days.map((day) => dayText(day)).join(qsTr(", "))).arg(span)
    }

    function sentence(draft) {
        if (!draft || draft.joint === undefined)
            return ""
        const condition = conditionText(draft)
        const when = draft.minDuration > 0 ? qsTr("When %1 for %2 s").arg(condition).arg(draft.minDuration) : qsTr("When %1").arg(condition)
        const time = timeText(draft)
        const head = time ? qsTr("%1 %2", "When something moves; on weekdays").arg(when).arg(time) : when
        return draft.cooldown > 0 ? qsTr("%1, make a mark and wait %2 s.").arg(head).arg(draft.cooldown) : qsTr("%1, make a mark.").arg(head)
    }
}
