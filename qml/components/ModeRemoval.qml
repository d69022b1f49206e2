// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Asks which rule replaces a deleted rule.
Dialog {
    id: dialog

    required property Portal portal
    required property string modeId
    property string replacement
    readonly property var choices: {
        const entries = []
        for (let i = 0; i < modes.count; ++i) {
            if (modes.get(i).devicemodeId !== modeId)
                entries.push({ value: modes.get(i).devicemodeId, text: modes.get(i).name })
        }
        return entries
    }

    signal confirmed(string replacement)

    anchors.centerIn: parent
    width: Math.min(420, (parent ? parent.width : 460) - 2 * Theme.large)
    title: qsTr("Delete this rule?")
    onChoicesChanged: if (!replacement && choices.length > 0)
        replacement = choices[0].value

    ModesModel {
        id: modes
        portal: dialog.portal
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            text: qsTr("Cameras and groups that use this rule switch to:")
            wrapMode: Text.Wrap
            color: Theme.muted
        }
        PickBox {
            objectName: "replacementBox"
            Layout.fillWidth: true
            Accessible.name: qsTr("Replacement rule")
            choices: dialog.choices
            value: dialog.replacement
            onPicked: (value) => dialog.replacement = value
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                objectName: "cancelRemovalButton"
                text: qsTr("Cancel")
                onClicked: dialog.close()
            }
            Button {
                objectName: "confirmRemovalButton"
                enabled: dialog.replacement
                highlighted: true
                danger: true
                text: qsTr("Delete")
                onClicked: {
                    dialog.close()
                    dialog.confirmed(dialog.replacement)
                }
            }
        }
    }
}
