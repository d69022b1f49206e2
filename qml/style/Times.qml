// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// Dates, times, and numbers as the language and the region write them. Times have 12 or 24 hours, and seconds.
QtObject {
    // The locale of the language. A binding that calls this follows a change of the language.
    function region() {
        void Qt.uiLanguage
        return Qt.locale()
    }

    // The format of a time of the day. Qt's short format has no seconds, and its long one names the time zone.
    function clockFormat() {
        const usual = region().timeFormat(Locale.ShortFormat)
        return usual.includes("ss") ? usual : usual.replace("mm", "mm:ss")
    }

    function isNone(time) {
        return !time || isNaN(time)
    }

    // Keeps a date in Arabic together when text in Latin letters stands beside it (UAX #9, 2.4).
    function isolated(text) {
        return region().textDirection === Qt.RightToLeft ? "\u2067" + text + "\u2069" : text
    }

    function clock(time) {
        return isNone(time) ? "" : isolated(time.toLocaleTimeString(region(), clockFormat()))
    }

    // Without seconds, where there is little room.
    function shortClock(time) {
        return isNone(time) ? "" : isolated(time.toLocaleTimeString(region(), Locale.ShortFormat))
    }

    function date(time) {
        return isNone(time) ? "" : isolated(time.toLocaleDateString(region(), Locale.ShortFormat))
    }

    function moment(time) {
        return isNone(time) ? "" : date(time) + " " + clock(time)
    }

    // A number as a person types it: without groups of digits.
    function decimal(number) {
        return String(number).replace(".", region().decimalPoint)
    }

    // A count, with groups of digits.
    function count(number) {
        return Number(number).toLocaleString(region(), "f", 0)
    }

    // A fraction from 0 to 1 as a percentage, with so many digits after the point.
    function percent(fraction, digits) {
        return qsTr("%1%", "a percentage").arg(Number(100 * fraction).toLocaleString(region(), "f", digits))
    }

    // Returns a part as a percentage, with more digits for a small one. The built-in rule counts motion from 0.015%.
    function smallPercent(fraction) {
        return percent(fraction, fraction < 0.001 ? 3 : fraction < 0.01 ? 2 : 1)
    }

    // `2026-01-31`, as in the API.
    function isoDay(date) {
        return date.getFullYear() + "-" + String(date.getMonth() + 1).padStart(2, "0") + "-" + String(date.getDate()).padStart(2, "0")
    }

    // The time alone if it is of today.
    function recent(time) {
        return !isNone(time) && time.toDateString() === new Date().toDateString() ? clock(time) : moment(time)
    }

    // A time of the day, from its 24-hour form in the API: `18:00` becomes `6:00 PM` where that is usual.
    function ofDay(text) {
        const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
        if (!parts)
            return text // `24:00`, or what is no time
        const time = new Date(2000, 0, 1, Number(parts[1]), Number(parts[2]))
        return time.toLocaleTimeString(region(), Locale.ShortFormat)
    }

    // An hour on an axis: `18`, or `6 PM`.
    function hour(number) {
        const format = region().timeFormat(Locale.ShortFormat)
        const halfDay = format.toLowerCase().includes("ap")
        return halfDay ? new Date(2000, 0, 1, number % 24).toLocaleTimeString(region(), "h AP") : String(number).padStart(2, "0")
    }

    // The 24-hour form of a time of the day that a person has typed, with or without a half of the day, or an empty text.
    function parseOfDay(text) {
        const parts = /^(\D*)(\d{1,2})[:.：](\d\d)(\D*)$/.exec(text.trim())
        if (!parts)
            return ""
        const half = (parts[1] + parts[4]).replace(/[\s.]/g, "").toLowerCase()
        const isHalf = (name, usual) => half === usual || half === name.replace(/[\s.]/g, "").toLowerCase()
        const isMorning = isHalf(region().amText, "am")
        const isEvening = isHalf(region().pmText, "pm")
        let hour = Number(parts[2])
        if (half && !(isMorning || isEvening) || (half && (hour < 1 || hour > 12)) || Number(parts[3]) > 59 || hour > 24)
            return ""
        if (half)
            hour = hour % 12 + (isEvening ? 12 : 0)
        return String(hour).padStart(2, "0") + ":" + parts[3]
    }

    // A duration in seconds: `0:07`, `1:05`, `1:02:03`.
    function span(seconds) {
        const whole = Math.max(0, Math.round(seconds))
        const rest = String(Math.floor(whole / 60) % 60).padStart(whole >= 3600 ? 2 : 1, "0") + ":" + String(whole % 60).padStart(2, "0")
        return whole >= 3600 ? Math.floor(whole / 3600) + ":" + rest : rest
    }
}
