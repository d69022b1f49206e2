// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Edits one condition of a rule as a part of the rule's sentence.
Flow {
    id: row

    required property int index
    required property var clause // see ModeDraft
    required property string lead
    required property bool removable
    required property ModeWords words
    readonly property bool placed: clause.kind === "motion" || clause.kind === "face"
    readonly property var zoneChoices: {
        const choices = [{ value: "", text: qsTr("all watched areas") }]
        for (const zone of words.zones) {
            if (zone.kind === "include")
                choices.push({ value: zone.zoneId, text: qsTr("%1 (%2)", "zone, camera").arg(zone.name).arg(zone.deviceName) })
        }
        return choices
    }

    readonly property var emotionChoices: {
        const choices = [{ value: "", text: qsTr("any expression") }]
        for (const emotion of words.emotions)
            choices.push({ value: emotion, text: words.emotionText(emotion) })
        return choices
    }

    signal changed(var clause)
    signal removed

    function change(values) {
        changed(Object.assign({}, clause, values))
    }

    function begin(kind) {
        const zone = placed && clause.zone ? { zone: clause.zone } : {}
        if (kind === "motion")
            changed(Object.assign({ kind: kind, threshold: 0.005, minArea: 0.002 }, zone))
        else if (kind === "face")
            changed(Object.assign({ kind: kind }, zone))
        else
            changed({ kind: kind })
    }

    // Returns the choice that is closest to the threshold.
    function sensitivity() {
        const threshold = clause.threshold ?? 0.005
        return threshold < 0.0035 ? "high" : threshold < 0.01 ? "normal" : "low"
    }

    Layout.fillWidth: true
    spacing: Theme.small

    Label {
        height: Theme.inputHeight
        verticalAlignment: Text.AlignVCenter
        text: row.lead
    }
    PickBox {
        objectName: "clauseKind" + row.index
        width: Theme.scaled(210)
        Accessible.name: qsTr("Condition")
        choices: [{ value: "motion", text: qsTr("motion is detected") }, { value: "face", text: qsTr("a face is detected") },
                  { value: "covered", text: qsTr("the camera is covered") }, { value: "lost", text: qsTr("the stream is lost") }]
        value: row.clause.kind
        onPicked: (value) => row.begin(value)
    }
    Label {
        visible: row.placed
        height: Theme.inputHeight
        verticalAlignment: Text.AlignVCenter
        text: qsTr("in", "a zone")
    }
    PickBox {
        objectName: "clauseZone" + row.index
        visible: row.placed
        width: Theme.scaled(210)
        Accessible.name: qsTr("Zone")
        choices: row.zoneChoices
        value: row.clause.zone ?? ""
        onPicked: (value) => row.change({ zone: value })
    }
    PickBox {
        objectName: "clauseSensitivity" + row.index
        visible: row.clause.kind === "motion"
        width: Theme.scaled(210)
        Accessible.name: qsTr("Sensitivity")
        choices: [{ value: "high", text: qsTr("small objects") }, { value: "normal", text: qsTr("person-sized objects") },
                  { value: "low", text: qsTr("large objects") }]
        value: row.sensitivity()
        onPicked: (value) => row.change({ threshold: { high: 0.002, normal: 0.005, low: 0.02 }[value] })
    }
    PickBox {
        objectName: "clauseEmotion" + row.index
        visible: row.clause.kind === "face"
        width: Theme.scaled(210)
        Accessible.name: qsTr("Expression")
        choices: row.emotionChoices
        value: row.clause.emotion ?? ""
        onPicked: (value) => row.change({ emotion: value })
    }
    ToolButton {
        objectName: "removeClause" + row.index
        visible: row.removable
        icon.name: "list-remove"
        Accessible.name: qsTr("Remove condition")
        ToolTip.visible: hovered
        ToolTip.text: Accessible.name
        onClicked: row.removed()
    }
}
