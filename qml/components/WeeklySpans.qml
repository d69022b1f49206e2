// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Edits a schedule of the API: spans that recur on days of the week, and days that differ from them.
ColumnLayout {
    id: editor

    required property var schedule // {weekly: [{days, from, to}], exceptions: [{date, active}]}
    readonly property var weekly: schedule.weekly ?? []
    readonly property var exceptions: schedule.exceptions ?? []
    readonly property bool sound: weekly.every((span) => span.days.length > 0 && isTime(span.from) && (isTime(span.to) || span.to === "24:00"))
                                  && exceptions.every((day) => isDate(day.date))

    signal changed(var schedule)

    function isTime(text) {
        return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
    }

    function isDate(text) {
        return /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(new Date(text + "T12:00:00"))
    }

    // Replaces or removes (without `entry`) an entry of one of the two lists.
    function put(list, at, entry) {
        const next = { weekly: weekly.slice(), exceptions: exceptions.slice() }
        next[list].splice(at, 1, ...(entry ? [entry] : []))
        changed(next)
    }

    function toggle(at, day) {
        const span = weekly[at]
        const days = words.dayNames.filter((other) => other === day ? span.days.indexOf(day) < 0 : span.days.indexOf(other) >= 0)
        put("weekly", at, Object.assign({}, span, { days: days }))
    }

    spacing: Theme.medium

    ModeWords {
        id: words
        zones: []
    }
    Repeater {
        model: editor.weekly.length

        ColumnLayout {
            id: row

            required property int index
            readonly property var span: editor.weekly[index] ?? { days: [], from: "", to: "" }

            Layout.fillWidth: true
            spacing: Theme.tiny

            Flow {
                Layout.fillWidth: true
                spacing: Theme.small

                Repeater {
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
                    onEdited: (time) => editor.put("weekly", row.index, Object.assign({}, row.span, { from: time }))
                }
                Label {
                    text: qsTr("to", "a time of the day")
                }
                TimeField {
                    objectName: "spanTo" + row.index
                    time: row.span.to
                    endOfDay: true
                    Accessible.name: qsTr("End")
                    onEdited: (time) => editor.put("weekly", row.index, Object.assign({}, row.span, { to: time }))
                }
                Label {
                    Layout.fillWidth: true
                    text: row.span.to <= row.span.from ? qsTr("the next day") : ""
                    elide: Text.ElideRight
                    color: Theme.muted
                }
                ToolButton {
                    objectName: "removeSpan" + row.index
                    icon.name: "edit-delete"
                    Accessible.name: qsTr("Delete this time span")
                    onClicked: editor.put("weekly", row.index, null)
                }
            }
        }
    }
    Repeater {
        model: editor.exceptions.length

        RowLayout {
            id: exception

            required property int index
            readonly property var day: editor.exceptions[index] ?? { date: "", active: false }

            Layout.fillWidth: true
            spacing: Theme.small

            TextField {
                objectName: "exceptionDate" + exception.index
                implicitWidth: Theme.scaled(130)
                text: exception.day.date
                placeholderText: "2026-12-31"
                maximumLength: 10
                wrong: !editor.isDate(text)
                Accessible.name: qsTr("Date")
                onTextEdited: editor.put("exceptions", exception.index, { date: text, active: exception.day.active })
            }
            CheckBox {
                objectName: "exceptionActive" + exception.index
                Layout.fillWidth: true
                text: qsTr("Record all day")
                checked: exception.day.active
                onToggled: editor.put("exceptions", exception.index, { date: exception.day.date, active: checked })
            }
            ToolButton {
                objectName: "removeException" + exception.index
                icon.name: "edit-delete"
                Accessible.name: qsTr("Delete this exception")
                onClicked: editor.put("exceptions", exception.index, null)
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.small

        Button {
            objectName: "addSpanButton"
            compact: true
            enabled: editor.weekly.length < 20
            text: qsTr("Add a time span")
            icon.name: "list-add"
            onClicked: editor.put("weekly", editor.weekly.length, { days: words.dayNames, from: "18:00", to: "06:00" })
        }
        Button {
            objectName: "addExceptionButton"
            compact: true
            enabled: editor.exceptions.length < 100
            text: qsTr("Add an exception")
            icon.name: "list-add"
            onClicked: editor.put("exceptions", editor.exceptions.length, { date: Times.isoDay(new Date()), active: false })
        }
    }
}
