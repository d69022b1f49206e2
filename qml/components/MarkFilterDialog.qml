// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Filters a list of marks. Each choice takes effect immediately.
Dialog {
    id: dialog

    required property Portal portal
    required property MarksModel marks
    readonly property int inForce: Number(marks.deviceId !== "") + Number(marks.devgroupId !== "") + Number(marks.devicemodeId !== "")
        + Number(marks.label !== "") + Number(marks.zoneId !== "") + Number(marks.minScore > 0)

    title: qsTr("Filters")
    anchors.centerIn: T.Overlay.overlay
    parent: T.Overlay.overlay
    width: Math.min(520, (parent ? parent.width : 560) - 2 * Theme.large)
    height: Math.min(implicitHeight, (parent ? parent.height : 700) - 2 * Theme.large)

    function clear() {
        marks.deviceId = ""
        marks.devgroupId = ""
        marks.devicemodeId = ""
        marks.label = ""
        marks.zoneId = ""
        marks.minScore = 0
    }

    // Returns the rows of a list as choices, preceded by a choice that does not filter.
    function choicesOf(list, id, any) {
        const all = [{ value: "", text: any }]
        for (let row = 0; row < list.count; ++row)
            all.push({ value: list.get(row)[id], text: list.get(row).name })
        return all
    }

    function zoneChoices() {
        const all = [{ value: "", text: qsTr("All zones") }]
        for (const zone of zones.zones)
            all.push({ value: zone.zoneId, text: zone.name + " · " + zone.deviceName })
        return all
    }

    // The server's own labels, and the labels that apps have assigned.
    function labelChoices() {
        const labels = ["motion", "face", "signal"]
        for (let row = 0; row < marks.count; ++row) {
            const label = marks.get(row).label
            if (labels.indexOf(label) < 0)
                labels.push(label)
        }
        if (marks.label && labels.indexOf(marks.label) < 0)
            labels.push(marks.label)
        const all = [{ value: "", text: qsTr("All types") }]
        for (const label of labels)
            all.push({ value: label, text: names.labelText(label) })
        return all
    }

    function refresh() {
        cameraBox.choices = choicesOf(cameras, "deviceId", qsTr("All cameras"))
        groupBox.choices = choicesOf(groups, "devgroupId", qsTr("All groups"))
        modeBox.choices = choicesOf(modes, "devicemodeId", qsTr("All rules"))
        labelBox.choices = labelChoices()
    }

    onAboutToShow: refresh()

    MarkNames {
        id: names
    }
    CamerasModel {
        id: cameras
        portal: dialog.portal
        onCountChanged: dialog.refresh()
    }
    GroupsModel {
        id: groups
        portal: dialog.portal
        onCountChanged: dialog.refresh()
    }
    ModesModel {
        id: modes
        portal: dialog.portal
        onCountChanged: dialog.refresh()
    }
    ZoneNames {
        id: zones
        portal: dialog.portal
    }

    component Named: ColumnLayout {
        property alias text: name.text

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: 6

        Label {
            id: name
            color: Theme.muted
            font.pixelSize: Theme.chipText
        }
    }

    contentItem: DialogScroll {
        id: form

        GridLayout {
            columns: form.width > 420 ? 2 : 1
            columnSpacing: Theme.medium
            rowSpacing: Theme.large

            Named {
                text: qsTr("Camera")

                PickBox {
                    id: cameraBox
                    objectName: "cameraFilter"
                    Layout.fillWidth: true
                    choices: []
                    value: dialog.marks.deviceId
                    Accessible.name: qsTr("Camera")
                    onPicked: (value) => dialog.marks.deviceId = value
                }
            }
            Named {
                text: qsTr("Group")

                PickBox {
                    id: groupBox
                    objectName: "groupFilter"
                    Layout.fillWidth: true
                    choices: []
                    value: dialog.marks.devgroupId
                    Accessible.name: qsTr("Group")
                    onPicked: (value) => dialog.marks.devgroupId = value
                }
            }
            Named {
                text: qsTr("Type")

                PickBox {
                    id: labelBox
                    objectName: "labelFilter"
                    Layout.fillWidth: true
                    choices: []
                    value: dialog.marks.label
                    Accessible.name: qsTr("Type")
                    onPicked: (value) => dialog.marks.label = value
                }
            }
            Named {
                text: qsTr("Zone")

                PickBox {
                    objectName: "zoneFilter"
                    Layout.fillWidth: true
                    choices: dialog.zoneChoices()
                    value: dialog.marks.zoneId
                    Accessible.name: qsTr("Zone")
                    onPicked: (value) => dialog.marks.zoneId = value
                }
            }
            Named {
                text: qsTr("Rule")

                PickBox {
                    id: modeBox
                    objectName: "modeFilter"
                    Layout.fillWidth: true
                    choices: []
                    value: dialog.marks.devicemodeId
                    Accessible.name: qsTr("Rule")
                    onPicked: (value) => dialog.marks.devicemodeId = value
                }
            }
            Named {
                text: qsTr("Sort by")

                PickBox {
                    objectName: "orderFilter"
                    Layout.fillWidth: true
                    choices: [{ value: "newest", text: qsTr("Newest first") }, { value: "oldest", text: qsTr("Oldest first") }]
                    value: dialog.marks.oldestFirst ? "oldest" : "newest"
                    Accessible.name: qsTr("Sort by")
                    onPicked: (value) => dialog.marks.oldestFirst = value === "oldest"
                }
            }
        }
        Named {
            text: slider.value > 0 ? qsTr("Score of at least %1%").arg(Math.round(100 * slider.value)) : qsTr("Any score")

            Slider {
                id: slider
                objectName: "scoreFilter"
                Layout.fillWidth: true
                from: 0
                to: 1
                stepSize: 0.05
                snapMode: T.Slider.SnapAlways
                value: dialog.marks.minScore
                Accessible.name: qsTr("Minimum score")
                onPressedChanged: if (!pressed)
                    dialog.marks.minScore = value
                Keys.onReleased: dialog.marks.minScore = value
            }
        }
        RowLayout {
            spacing: Theme.small

            Button {
                objectName: "clearFiltersButton"
                enabled: dialog.inForce > 0
                text: qsTr("Clear")
                onClicked: dialog.clear()
            }
            Item {
                Layout.fillWidth: true
            }
            Button {
                objectName: "closeFiltersButton"
                highlighted: true
                text: qsTr("Close")
                onClicked: dialog.close()
            }
        }
    }
}
