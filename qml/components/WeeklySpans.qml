// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Edits a schedule of the API: spans that recur on days of the week, and days that differ from them.
// It is no layout, because one of Qt 6.4 may still use rows that its repeater has destroyed.
Column {
    id: editor

    required property var schedule // {weekly: [{days, from, to}], exceptions: [{date, active}]}
    property bool always: false // the spans do not apply
    property int leastSpans: 0
    property string allDayText: qsTr("Record all day")
    property var errors: ({}) // by name, such as `schedule.weekly.0`
    readonly property var weekly: always ? [] : schedule.weekly ?? []
    readonly property var exceptions: schedule.exceptions ?? []
    readonly property bool sound: weekly.every((span) => span.days.length > 0 && isTime(span.from) && (isTime(span.to) || span.to === "24:00"))
                                  && exceptions.every((day) => isDate(day.date))
    readonly property bool showsErrors: [...weekly.map((span, at) => errorAt("weekly", at)), ...exceptions.map((day, at) => errorAt("exceptions", at))].some((error) => error)
    // The limits of the API.
    readonly property int mostSpans: 50
    readonly property int mostExceptions: 400

    signal changed(var schedule)

    function isTime(text) {
        return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
    }

    function isDate(text) {
        return /^\d{4}-\d\d-\d\d$/.test(text) && Times.isoDay(new Date(text + "T12:00:00")) === text // no 30 February
    }

    function errorAt(list, at) {
        return errors["schedule." + list + "." + at] ?? ""
    }

    // Replaces, adds or removes (without `entry`) an entry of one of the two lists. With `rows`, its row gets the focus.
    function put(list, at, entry, rows) {
        const entries = Array.from(schedule[list] ?? [])
        entries.splice(at, 1, ...(entry ? [entry] : []))
        changed(Object.assign({}, schedule, { [list]: entries }))
        if (rows)
            Qt.callLater(editor.focusRow, rows, at)
    }

    function change(list, at, values) {
        put(list, at, Object.assign({}, schedule[list][at], values), null)
    }

    function toggle(at, day) {
        const days = weekly[at].days
        change("weekly", at, { days: words.dayNames.filter((other) => other === day ? days.indexOf(day) < 0 : days.indexOf(other) >= 0) })
    }

    function add(rows, list, entry) {
        put(list, rows.count, entry, rows)
    }

    function remove(rows, list, at) {
        put(list, at, null, rows)
    }

    // Gives the focus to a row, the last one, or the button that adds one.
    function focusRow(rows, at) {
        const row = rows.itemAt(Math.min(at, rows.count - 1))
        const target = row ? row.first : rows === spanRows ? addSpan : addException
        target.forceActiveFocus(Qt.TabFocusReason)
    }

    spacing: Theme.medium

    ModeWords {
        id: words
    }
    Repeater {
        id: spanRows
        model: editor.weekly.length

        ColumnLayout {
            id: row

            required property int index
            readonly property var span: editor.weekly[index] ?? { days: [], from: "", to: "" }
            readonly property Item first: days.count > 0 ? days.itemAt(0) : null

            width: editor.width
            spacing: Theme.tiny

            Flow {
                Layout.fillWidth: true
                spacing: Theme.small

                Repeater {
                    id: days
                    model: words.dayNames

                    CheckBox {
                        required property string modelData

                        objectName: "span" + row.index + "-" + modelData
                        text: words.dayText(modelData)
                        checked: row.span.days.indexOf(modelData) >= 0
                        onToggled: editor.toggle(row.index, modelData)
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.small

                TimeField {
                    objectName: "spanFrom" + row.index
                    time: row.span.from
                    Accessible.name: qsTr("Start")
                    onEdited: (time) => editor.change("weekly", row.index, { from: time })
                }
                Label {
                    text: qsTr("to", "a time of the day")
                }
                TimeField {
                    objectName: "spanTo" + row.index
                    time: row.span.to
                    endOfDay: true
                    Accessible.name: qsTr("End")
                    onEdited: (time) => editor.change("weekly", row.index, { to: time })
                }
                Label {
                    Layout.fillWidth: true
                    text: row.span.to <= row.span.from ? qsTr("the next day") : ""
                    elide: Text.ElideRight
                    color: Theme.muted
                }
                ToolButton {
                    objectName: "removeSpan" + row.index
                    visible: editor.weekly.length > editor.leastSpans
                    icon.name: "edit-delete"
                    Accessible.name: qsTr("Delete this time span")
                    onClicked: editor.remove(spanRows, "weekly", row.index)
                }
            }
            FieldError {
                objectName: "spanError" + row.index
                text: editor.errorAt("weekly", row.index)
            }
        }
    }
    Repeater {
        id: exceptionRows
        model: editor.exceptions.length

        ColumnLayout {
            id: exception

            required property int index
            readonly property var day: editor.exceptions[index] ?? { date: "", active: false }
            readonly property Item first: date

            width: editor.width
            spacing: Theme.tiny

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.small

                TextField {
                    id: date
                    objectName: "exceptionDate" + exception.index
                    implicitWidth: Theme.scaled(130)
                    text: exception.day.date
                    placeholderText: "2026-12-31"
                    maximumLength: 10
                    wrong: !editor.isDate(text)
                    Accessible.name: qsTr("Date")
                    onTextEdited: editor.change("exceptions", exception.index, { date: text })
                }
                CheckBox {
                    objectName: "exceptionActive" + exception.index
                    Layout.fillWidth: true
                    text: editor.allDayText
                    checked: exception.day.active ?? false
                    onToggled: editor.change("exceptions", exception.index, { active: checked })
                }
                ToolButton {
                    objectName: "removeException" + exception.index
                    icon.name: "edit-delete"
                    Accessible.name: qsTr("Delete this exception")
                    onClicked: editor.remove(exceptionRows, "exceptions", exception.index)
                }
            }
            FieldError {
                objectName: "exceptionError" + exception.index
                text: editor.errorAt("exceptions", exception.index)
            }
        }
    }
    Flow {
        width: editor.width
        spacing: Theme.small

        Button {
            id: addSpan
            objectName: "addSpanButton"
            visible: !editor.always
            compact: true
            enabled: editor.weekly.length < editor.mostSpans
            text: qsTr("Add a time span")
            icon.name: "list-add"
            onClicked: editor.add(spanRows, "weekly", { days: words.dayNames, from: "18:00", to: "06:00" })
        }
        Button {
            id: addException
            objectName: "addExceptionButton"
            compact: true
            enabled: editor.exceptions.length < editor.mostExceptions
            text: qsTr("Add an exception")
            icon.name: "list-add"
            onClicked: editor.add(exceptionRows, "exceptions", { date: Times.isoDay(new Date()), active: false })
        }
    }
    Label {
        objectName: "scheduleLimit"
        width: editor.width
        visible: text
        wrapMode: Text.Wrap
        color: Theme.muted
        font.pixelSize: Theme.smallText
        text: {
            if (!addSpan.enabled && !editor.always)
                return qsTr("A schedule can have at most %1 time spans.").arg(editor.mostSpans)
            return addException.enabled ? "" : qsTr("A schedule can have at most %1 exceptions.").arg(editor.mostExceptions)
        }
    }
}
