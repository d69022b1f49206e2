// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Edits the schedule of a rule: always, or a time span on certain days.
ColumnLayout {
    id: schedule

    required property var draft // see ModeDraft
    required property ModeWords words
    readonly property bool sound: draft.always || (draft.days.length > 0 && !from.wrong && !to.wrong)

    signal changed(var values)

    function toggle(day) {
        const days = words.dayNames.filter((other) => other === day ? draft.days.indexOf(day) < 0 : draft.days.indexOf(other) >= 0)
        changed({ days: days })
    }

    spacing: Theme.medium

    ChoiceRow {
        choices: [{ value: "always", text: qsTr("At any time"), name: "alwaysChoice" }, { value: "times", text: qsTr("At set times"), name: "timesChoice" }]
        current: schedule.draft.always ? "always" : "times"
        onChosen: (value) => schedule.changed({ always: value === "always" })
    }
    Flow {
        Layout.fillWidth: true
        visible: !schedule.draft.always
        spacing: Theme.small

        Repeater {
            model: schedule.words.dayNames

            CheckBox {
                required property string modelData

                objectName: "day-" + modelData
                height: Theme.inputHeight
                rightPadding: Theme.small
                text: schedule.words.dayText(modelData)
                checked: schedule.draft.days.indexOf(modelData) >= 0
                onToggled: schedule.toggle(modelData)
            }
        }
    }
    RowLayout {
        visible: !schedule.draft.always
        spacing: Theme.small

        Label {
            text: qsTr("from", "a time of the day")
        }
        TimeField {
            id: from
            objectName: "fromField"
            time: schedule.draft.from
            Accessible.name: qsTr("Start")
            onEdited: (time) => schedule.changed({ from: time })
        }
        Label {
            text: qsTr("to", "a time of the day")
        }
        TimeField {
            id: to
            objectName: "toField"
            time: schedule.draft.to
            endOfDay: true
            Accessible.name: qsTr("End")
            onEdited: (time) => schedule.changed({ to: time })
        }
        Label {
            Layout.fillWidth: true
            elide: Text.ElideRight
            visible: schedule.sound && schedule.draft.to <= schedule.draft.from
            color: Theme.muted
            text: qsTr("the next day")
        }
    }
}
