// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Selects the rule of a camera or a group. A choice takes effect at once.
Card {
    id: card

    required property Portal portal
    required property string devicemodeId // empty: the group's rule or the default
    property bool changeable: true
    readonly property var current: modes.count > 0 && devicemodeId ? modes.get(modes.indexOf(devicemodeId)) : null
    readonly property var choices: {
        const entries = [{ value: "", text: qsTr("Use the group's rule or the default") }]
        for (let i = 0; i < modes.count; ++i)
            entries.push({ value: modes.get(i).devicemodeId, text: modes.get(i).name })
        return entries
    }

    signal chosen(string devicemodeId)

    title: qsTr("Rule")

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

    PickBox {
        objectName: "modeBox"
        Layout.fillWidth: true
        enabled: card.changeable && modes.state === LoadState.Ready
        Accessible.name: qsTr("Rule")
        choices: card.choices
        value: card.devicemodeId
        onPicked: (value) => {
            if (value !== card.devicemodeId)
                card.chosen(value)
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
