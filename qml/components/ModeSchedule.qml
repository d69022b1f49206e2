// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Edits the schedule of a rule: always, or time spans on certain days, and the days that differ.
ColumnLayout {
    id: times

    required property var draft // see ModeDraft
    property alias errors: spans.errors
    readonly property alias sound: spans.sound
    readonly property alias showsErrors: spans.showsErrors

    signal changed(var values)

    spacing: Theme.medium

    ChoiceRow {
        choices: [{ value: "always", text: qsTr("At any time"), name: "alwaysChoice" }, { value: "times", text: qsTr("At set times"), name: "timesChoice" }]
        current: times.draft.always ? "always" : "times"
        onChosen: (value) => times.changed({ always: value === "always" })
    }
    WeeklySpans {
        id: spans
        Layout.fillWidth: true
        always: times.draft.always
        leastSpans: 1
        allDayText: qsTr("Active all day")
        schedule: times.draft.schedule
        onChanged: (schedule) => times.changed({ schedule: schedule })
    }
}
