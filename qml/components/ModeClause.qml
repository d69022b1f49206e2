// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// One condition of a mode, as a part of its sentence.
Flow {
    id: row

    required property int index
    required property var clause // see ModeDraft
    required property string lead
    required property bool removable
    required property ModeWords words
    readonly property bool placed: clause.kind === "motion" || clause.kind === "face"
    readonly property var zoneChoices: {
        const choices = [{ value: "", text: qsTr("all that is watched") }]
        for (const zone of words.zones) {
            if (zone.kind === "include")
                choices.push({ value: zone.zoneId, text: qsTr("%1 (%2)", "zone, camera").arg(zone.name).arg(zone.deviceName) })
        }
        return choices
    }

    readonly property var emotionChoices: {
        const choices = [{ value: "", text: qsTr("whatever its look") }]
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

    // The nearest of what there is to choose from.
    function sensitivity() {
        const threshold = clause.threshold ?? 0.005
        return threshold < 0.0035 ? "high" : threshold < 0.01 ? "normal" : "low"
    }

    Layout.fillWidth: true
    spacing: Theme.small

    Label {
        height: Theme.controlHeight
        verticalAlignment: Text.AlignVCenter
        text: row.lead
    }
    PickBox {
        objectName: "clauseKind" + row.index
        width: 210
        Accessible.name: qsTr("Condition")
        choices: [{ value: "motion", text: qsTr("something moves") }, { value: "face", text: qsTr("a face is seen") },
                  { value: "covered", text: qsTr("the scene is covered") }, { value: "lost", text: qsTr("the stream is lost") }]
        value: row.clause.kind
        onPicked: (value) => row.begin(value)
    }
    Label {
        visible: row.placed
        height: Theme.controlHeight
        verticalAlignment: Text.AlignVCenter
        text: qsTr("in", "a zone")
    }
    PickBox {
        objectName: "clauseZone" + row.index
        visible: row.placed
        width: 210
        Accessible.name: qsTr("Zone")
        choices: row.zoneChoices
        value: row.clause.zone ?? ""
        onPicked: (value) => row.change({ zone: value })
    }
    PickBox {
        objectName: "clauseSensitivity" + row.index
        visible: row.clause.kind === "motion"
        width: 210
        Accessible.name: qsTr("Sensitivity")
        choices: [{ value: "high", text: qsTr("a small thing is enough") }, { value: "normal", text: qsTr("as large as a person") },
                  { value: "low", text: qsTr("only what is large") }]
        value: row.sensitivity()
        onPicked: (value) => row.change({ threshold: { high: 0.002, normal: 0.005, low: 0.02 }[value] })
    }
    PickBox {
        objectName: "clauseEmotion" + row.index
        visible: row.clause.kind === "face"
        width: 210
        Accessible.name: qsTr("Emotion")
        choices: row.emotionChoices
        value: row.clause.emotion ?? ""
        onPicked: (value) => row.change({ emotion: value })
    }
    ToolButton {
        objectName: "removeClause" + row.index
        visible: row.removable
        icon.name: "list-remove"
        Accessible.name: qsTr("Remove this condition")
        ToolTip.visible: hovered
        ToolTip.text: Accessible.name
        onClicked: row.removed()
    }
}
