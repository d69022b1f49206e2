// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What a camera records and how much of that is kept, with the storage that it uses.
ColumnLayout {
    id: form

    required property CaptureModeModel capture
    required property DeviceStorageModel storage
    // The members of CaptureMode as they are edited.
    property var draft: ({})
    readonly property var stored: capture.values
    readonly property bool scheduled: draft.mode === "schedule"
    readonly property bool sound: (!scheduled || (draft.schedule !== undefined && spans.sound)) && before.sound && after.sound && days.sound && size.sound
    readonly property var changes: {
        const changes = {}
        for (const name of ["mode", "schedule", "preRoll", "postRoll", "days", "storageBytes"]) {
            if (JSON.stringify(draft[name] ?? null) !== JSON.stringify(stored[name] ?? null))
                changes[name] = draft[name]
        }
        return changes
    }

    function set(values) {
        draft = Object.assign({}, draft, values)
    }

    function reset() {
        draft = capture.values
    }

    function choose(mode) {
        const empty = { weekly: [{ days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "18:00", to: "06:00" }], exceptions: [] }
        const needs = mode === "schedule" && !draft.schedule
        set(needs ? { mode: mode, schedule: empty } : { mode: mode })
    }

    Component.onCompleted: reset()
    spacing: Theme.large

    StorageWords {
        id: sizes
    }
    CaptureWords {
        id: words
    }
    Connections {
        target: form.capture
        function onChanged() { form.reset() }
    }
    ChoiceRow {
        choices: words.modes.map((mode) => ({ value: mode, text: words.text(mode), name: "record-" + mode }))
        current: form.draft.mode ?? ""
        onChosen: (value) => form.choose(value)
    }
    Label {
        Layout.fillWidth: true
        color: Theme.muted
        wrapMode: Text.Wrap
        text: {
            switch (form.draft.mode) {
            case "off": return qsTr("Nothing is recorded. Live video and the clips of marks still work.")
            case "continuous": return qsTr("Everything is recorded.")
            case "on_mark": return qsTr("Each mark is recorded, with the seconds before and after it.")
            default: return qsTr("Everything is recorded at these times, in the time zone of the account.")
            }
        }
    }
    WeeklySpans {
        id: spans
        Layout.fillWidth: true
        visible: form.scheduled
        schedule: form.draft.schedule ?? ({ weekly: [], exceptions: [] })
        onChanged: (schedule) => form.set({ schedule: schedule })
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        Label {
            text: qsTr("Seconds before a mark")
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        NumberField {
            id: before
            objectName: "preRollField"
            number: form.draft.preRoll ?? 0
            most: 30
            Accessible.name: qsTr("Seconds before a mark")
            onChanged: (number) => form.set({ preRoll: number })
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        Label {
            text: qsTr("Seconds after a mark")
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        NumberField {
            id: after
            objectName: "postRollField"
            number: form.draft.postRoll ?? 0
            most: 300
            Accessible.name: qsTr("Seconds after a mark")
            onChanged: (number) => form.set({ postRoll: number })
        }
    }
    Label {
        Layout.topMargin: Theme.small
        text: qsTr("Storage")
        font.pixelSize: Theme.leadText
        font.weight: Font.Bold
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        Label {
            text: qsTr("Keep for at most (days)")
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        NumberField {
            id: days
            objectName: "keepDaysField"
            number: form.draft.days ?? 0
            most: 3650
            whole: true
            Accessible.name: qsTr("Keep for at most (days)")
            onChanged: (number) => form.set({ days: number })
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        Label {
            text: qsTr("Keep at most (GB)")
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        NumberField {
            id: size
            objectName: "keepSizeField"
            number: (form.draft.storageBytes ?? 0) / 1e9
            most: 9000000
            Accessible.name: qsTr("Keep at most (GB)")
            onChanged: (number) => form.set({ storageBytes: Math.round(number * 1e9) })
        }
    }
    Label {
        Layout.fillWidth: true
        text: qsTr("0: as much as the plan and the server keep. The oldest recordings are deleted first.")
        color: Theme.muted
        font.pixelSize: Theme.smallText
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        id: used

        readonly property var values: form.storage.values
        readonly property real budget: values.recordingsBudget || values.budget || 0
        readonly property real most: Math.max(budget, values.total || 0, 1)

        Layout.fillWidth: true
        visible: form.storage.loadState === LoadState.Ready
        spacing: Theme.small

        RowLayout {
            Label {
                objectName: "cameraStorage"
                Layout.fillWidth: true
                text: used.budget ? qsTr("%1 of %2").arg(sizes.bytes(used.values.total)).arg(sizes.bytes(used.budget)) : sizes.bytes(used.values.total)
                font.weight: Font.Bold
            }
            Label {
                text: qsTr("%1 in the last 24 hours").arg(sizes.bytes(used.values.perDay))
                color: Theme.muted
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.small
            radius: 4
            color: Theme.sunken
            clip: true

            Row {
                height: parent.height

                Rectangle {
                    width: parent.parent.width * (used.values.recordings || 0) / used.most
                    height: parent.height
                    color: Theme.accent
                }
                Rectangle {
                    width: parent.parent.width * (used.values.marks || 0) / used.most
                    height: parent.height
                    color: Theme.warning
                }
                Rectangle {
                    width: parent.parent.width * ((used.values.photos || 0) + (used.values.videos || 0)) / used.most
                    height: parent.height
                    color: Theme.info
                }
            }
        }
        Fact {
            label: qsTr("Recordings")
            text: sizes.bytes(used.values.recordings)
        }
        Fact {
            label: qsTr("Marks")
            text: sizes.bytes(used.values.marks)
        }
        Fact {
            label: qsTr("Photos and videos")
            text: sizes.bytes((used.values.photos || 0) + (used.values.videos || 0))
        }
        Label {
            Layout.fillWidth: true
            visible: text
            text: used.values.budget ? sizes.forecast(used.values.daysLeft) : ""
            color: Theme.muted
            wrapMode: Text.Wrap
        }
    }
    ErrorNote {
        text: form.capture.errorText
    }
    ErrorNote {
        text: form.storage.loadState === LoadState.Failed ? form.storage.errorText : ""
    }
}
