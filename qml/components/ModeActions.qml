// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Edits what a rule does when its conditions are met, and how often.
Card {
    id: actions

    required property var draft // see ModeDraft
    required property ModeWords words
    required property var errors
    readonly property bool sound: before.sound && after.sound && rest.sound && often.sound
    readonly property var clip: draft.actions?.clip ?? ({})

    readonly property string captureMode: draft.actions?.captureMode ?? ""

    signal changed(var values)

    function changeClip(durations) {
        changed({ actions: Object.assign({}, draft.actions, { clip: Object.assign({}, clip, durations) }) })
    }

    // An empty mode leaves the camera as it is.
    function changeCaptureMode(mode) {
        const values = Object.assign({}, draft.actions)
        delete values.captureMode
        changed({ actions: mode ? Object.assign(values, { captureMode: mode }) : values })
    }

    title: qsTr("Then create a mark")

    CaptureWords {
        id: recording
    }
    CheckBox {
        objectName: "clipBox"
        text: qsTr("Record a clip")
        checked: actions.draft.clip
        onToggled: actions.changed({ clip: checked })
    }
    Flow {
        Layout.fillWidth: true
        visible: actions.draft.clip
        spacing: Theme.small

        Row {
            spacing: Theme.small

            NumberField {
                id: before
                objectName: "preRollField"
                number: actions.clip.preRoll ?? actions.words.usual.clip.preRoll
                most: 60
                Accessible.name: qsTr("Seconds of the clip before the mark")
                onChanged: (number) => actions.changeClip({ preRoll: number })
            }
            Label {
                height: Theme.inputHeight
                verticalAlignment: Text.AlignVCenter
                text: qsTr("seconds before it", "of a clip")
            }
        }
        Row {
            spacing: Theme.small

            NumberField {
                id: after
                objectName: "postRollField"
                number: actions.clip.postRoll ?? actions.words.usual.clip.postRoll
                most: 60
                Accessible.name: qsTr("Seconds of the clip after the mark")
                onChanged: (number) => actions.changeClip({ postRoll: number })
            }
            Label {
                height: Theme.inputHeight
                verticalAlignment: Text.AlignVCenter
                text: qsTr("seconds after it", "of a clip")
            }
        }
    }
    CheckBox {
        objectName: "notifyBox"
        text: qsTr("Send a notification")
        checked: actions.draft.notify
        onToggled: actions.changed({ notify: checked })
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.small

        Label {
            height: Theme.inputHeight
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Set recording to", "a mode such as Continuous")
        }
        PickBox {
            objectName: "captureModeBox"
            room: parent.width
            width: widthInRoom
            Accessible.name: qsTr("What the camera records from then on")
            choices: [{ value: "", text: qsTr("No change") }, ...recording.modes.map((mode) => ({ value: mode, text: recording.text(mode) }))]
            value: actions.captureMode
            onPicked: (value) => actions.changeCaptureMode(value)
        }
    }
    Label {
        Layout.fillWidth: true
        visible: actions.captureMode !== ""
        color: Theme.muted
        wrapMode: Text.Wrap
        text: actions.captureMode === "schedule" ? qsTr("Cameras keep this setting until it is changed again. Cameras without a schedule remain as they are.")
                                                 : qsTr("Cameras keep this setting until it is changed again.")
    }
    FieldError {
        text: actions.errors["actions"] ?? ""
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.small

        Row {
            spacing: Theme.small

            Label {
                height: Theme.inputHeight
                verticalAlignment: Text.AlignVCenter
                text: qsTr("Wait", "some seconds")
            }
            NumberField {
                id: rest
                objectName: "cooldownField"
                number: actions.draft.cooldown
                most: 86400
                Accessible.name: qsTr("Seconds until the next mark")
                onChanged: (number) => actions.changed({ cooldown: number })
            }
            Label {
                height: Theme.inputHeight
                verticalAlignment: Text.AlignVCenter
                text: qsTr("seconds before the next mark")
            }
        }
        PickBox {
            objectName: "cooldownPerBox"
            room: parent.width
            width: widthInRoom
            Accessible.name: qsTr("Marks that have to wait")
            choices: actions.words.scopes.map((scope) => ({ value: scope, text: actions.words.scopeText(scope) }))
            value: actions.draft.cooldownPer ?? actions.words.usual.cooldownPer
            onPicked: (value) => actions.changed({ cooldownPer: value })
        }
    }
    FieldError {
        text: actions.errors["cooldown"] ?? ""
    }
    RowLayout {
        spacing: Theme.small

        Label {
            text: qsTr("Hourly limit", "some marks an hour")
        }
        NumberField {
            id: often
            objectName: "maxPerHourField"
            number: actions.draft.maxPerHour
            most: 3600
            whole: true
            Accessible.name: qsTr("Marks per hour")
            onChanged: (number) => actions.changed({ maxPerHour: number })
        }
        Label {
            Layout.fillWidth: true
            wrapMode: Text.Wrap
            text: actions.draft.maxPerHour > 0 ? qsTr("marks per hour") : qsTr("No hourly limit")
        }
    }
    FieldError {
        text: actions.errors["maxPerHour"] ?? ""
    }
}
