// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What a camera, or a group of them, is watched for.
Card {
    id: card

    required property Portal portal
    required property string devicemodeId // empty: its group's, or the system's
    property bool changeable: true
    // What is looked at: it holds only when it is said so, as one goes through the modes with the arrow keys.
    property string picked: devicemodeId
    readonly property var current: modes.count > 0 && picked ? modes.get(modes.indexOf(picked)) : null
    readonly property var choices: {
        const entries = [{ value: "", text: qsTr("As the group or the system says") }]
        for (let i = 0; i < modes.count; ++i)
            entries.push({ value: modes.get(i).devicemodeId, text: modes.get(i).name })
        return entries
    }

    signal chosen(string devicemodeId)

    title: qsTr("Watched for")
    onDevicemodeIdChanged: picked = devicemodeId

    ModesModel {
        id: modes
        portal: card.portal
    }
    ZoneNames {
        id: zones
        portal: card.portal
    }
    ModeWords {
        id: words
        zones: zones.zones
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        PickBox {
            objectName: "modeBox"
            Layout.fillWidth: true
            enabled: card.changeable && modes.state === LoadState.Ready
            Accessible.name: qsTr("Mode")
            choices: card.choices
            value: card.picked
            onPicked: (value) => card.picked = value
        }
        Button {
            objectName: "applyModeButton"
            visible: card.picked !== card.devicemodeId
            highlighted: true
            text: qsTr("Watch for this")
            onClicked: card.chosen(card.picked)
        }
    }
    Label {
        objectName: "modeSentence"
        Layout.fillWidth: true
        visible: text
        wrapMode: Text.Wrap
        color: Theme.muted
        text: card.current ? words.sentence(card.current.draft) : ""
    }
    ErrorNote {
        text: modes.state === LoadState.Failed ? modes.errorText : ""
    }
}
