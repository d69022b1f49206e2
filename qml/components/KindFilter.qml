// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Waymark.Style

// Chooses the kinds of marks that a timeline shows.
Row {
    id: filter

    property var hidden: []
    property bool wordsVisible: true
    readonly property var kinds: [{ kind: "person", glyph: "●", text: qsTr("Person"), color: Theme.picturePerson },
                                  { kind: "vehicle", glyph: "■", text: qsTr("Vehicle"), color: Theme.pictureVehicle },
                                  { kind: "animal", glyph: "◆", text: qsTr("Animal"), color: Theme.pictureAnimal },
                                  { kind: "motion", glyph: "▲", text: qsTr("Motion"), color: Theme.pictureMotion }]

    function toggle(kind) {
        hidden = hidden.includes(kind) ? hidden.filter((each) => each !== kind) : hidden.concat([kind])
    }

    spacing: Theme.small

    Repeater {
        model: filter.kinds.length

        Button {
            id: chip

            required property int index
            readonly property var entry: filter.kinds[index]

            objectName: entry.kind + "Chip"
            focusPolicy: Qt.TabFocus // a click leaves the focus, and with it the keys, to the page
            implicitWidth: filter.wordsVisible ? row.implicitWidth + 2 * Theme.medium : implicitHeight
            checkable: true
            checked: !filter.hidden.includes(entry.kind)
            Accessible.name: entry.text
            Accessible.role: Accessible.CheckBox
            Accessible.checked: checked
            T.ToolTip.visible: hovered && !filter.wordsVisible
            T.ToolTip.text: entry.text
            onClicked: filter.toggle(entry.kind)

            contentItem: Item {
                Row {
                    id: row
                    anchors.centerIn: parent
                    spacing: Theme.small

                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        text: chip.entry.glyph
                        color: chip.entry.color
                        style: Text.Outline
                        styleColor: Theme.pictureInk
                        opacity: chip.checked ? 1 : 0.4
                        Accessible.ignored: true
                    }
                    Label {
                        visible: filter.wordsVisible
                        text: chip.entry.text
                        color: chip.checked ? Theme.accentText : Theme.muted
                        font.pixelSize: Theme.chipText
                        font.strikeout: !chip.checked
                    }
                }
            }
            background: Rectangle {
                radius: height / 2
                color: chip.checked ? Theme.accentSoft : chip.shownHovered ? Theme.hover : Theme.raised
                border.width: 1
                border.color: chip.checked ? Theme.accent : Theme.outline

                FocusFrame {
                    radius: parent.radius + 4
                    visible: chip.shownFocused
                }
            }
        }
    }
}
