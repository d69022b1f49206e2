// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The name and the kind of a zone, edited beside the picture on which the zone is drawn.
Card {
    id: form

    required property ZonesModel zones
    required property var zone // {zoneId, name, kind, points}
    readonly property var errors: zones.fieldErrors
    readonly property int least: zone.kind === "line" ? 2 : 3
    readonly property int most: zone.kind === "line" ? 2 : 20
    readonly property bool whole: zone.points.length >= least && zone.points.length <= most

    signal changed(var values)
    signal canceled
    signal removeChosen

    function begin() {
        name.focusField()
    }

    function save() {
        zones.save(zone.zoneId, { name: zone.name.trim(), kind: zone.kind, polygon: zone.points })
    }

    // Lets people who do not use a mouse begin a zone.
    function start() {
        const low = { x: 0.25, y: 0.75 }
        const right = { x: 0.75, y: 0.75 }
        changed({ points: zone.kind === "line" ? [low, right] : [{ x: 0.25, y: 0.25 }, { x: 0.75, y: 0.25 }, right, low] })
    }

    padding: Theme.large
    title: zone.zoneId ? qsTr("Edit zone") : qsTr("New zone")

    TextInputField {
        id: name
        name: "zoneNameField"
        label: qsTr("Name")
        placeholderText: qsTr("Door")
        maximumLength: 100
        text: form.zone.name
        error: form.errors["name"] ?? ""
        onEdited: form.changed({ name: text })
    }
    ChoiceRow {
        choices: [{ value: "include", text: qsTr("Watch"), name: "includeKind" }, { value: "exclude", text: qsTr("Ignore"), name: "excludeKind" },
                  { value: "line", text: qsTr("Line"), name: "lineKind" }]
        current: form.zone.kind
        onChosen: (value) => form.changed({ kind: value })
    }
    Label {
        Layout.fillWidth: true
        wrapMode: Text.Wrap
        color: Theme.muted
        text: form.zone.kind === "exclude" ? qsTr("Motion in this zone is ignored.")
              : form.zone.kind === "line" ? qsTr("A line between two points.")
              : qsTr("Motion outside these zones is ignored.")
    }
    Label {
        objectName: "zoneHint"
        Layout.fillWidth: true
        wrapMode: Text.Wrap
        font.pixelSize: Theme.smallText
        color: form.zone.points.length > form.most ? Theme.danger : Theme.muted
        text: form.zone.points.length > form.most ? qsTr("Remove corners until %n are left.", "", form.most)
              : form.whole ? qsTr("Drag the corners, or move the selected corner with the arrow keys. Insert adds a corner, Delete deletes it.")
              : qsTr("Click %n more corner(s) in the image.", "", form.least - form.zone.points.length)
    }
    Button {
        objectName: "startShapeButton"
        visible: form.zone.points.length === 0
        text: qsTr("Start with a shape in the middle")
        onClicked: form.start()
    }
    ErrorNote {
        text: form.zones.errorText
        errors: form.errors
        fields: ["name"]
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small

        Button {
            objectName: "deleteZoneButton"
            visible: form.zone.zoneId
            danger: true
            flat: true
            text: qsTr("Delete")
            onClicked: form.removeChosen()
        }
        Item {
            Layout.fillWidth: true
        }
        Button {
            objectName: "cancelZoneButton"
            text: qsTr("Cancel")
            onClicked: form.canceled()
        }
        Button {
            objectName: "saveZoneButton"
            highlighted: true
            enabled: form.whole && form.zone.name.trim() && !form.zones.busy
            text: qsTr("Save")
            onClicked: form.save()
        }
    }
}
