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
    readonly property bool sound: draft.always || (draft.days.length > 0 && isTime(draft.from, false) && isTime(draft.to, true))

    signal changed(var values)

    function isTime(text, midnight) {
        return /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(text) || (midnight && text === "24:00")
    }

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
                height: Theme.controlHeight
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
        TextField {
            objectName: "fromField"
            implicitWidth: 84
            horizontalAlignment: TextInput.AlignHCenter
            maximumLength: 5
            text: schedule.draft.from
            wrong: !schedule.isTime(text, false)
            Accessible.name: qsTr("Start")
            onTextEdited: schedule.changed({ from: text })
        }
        Label {
            text: qsTr("to", "a time of the day")
        }
        TextField {
            objectName: "toField"
            implicitWidth: 84
            horizontalAlignment: TextInput.AlignHCenter
            maximumLength: 5
            text: schedule.draft.to
            wrong: !schedule.isTime(text, true)
            Accessible.name: qsTr("End")
            onTextEdited: schedule.changed({ to: text })
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
