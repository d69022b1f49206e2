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
    readonly property bool anywhere: ["motion", "face", "object"].includes(clause.kind)
    readonly property bool placed: anywhere || clause.kind === "line" || clause.kind === "loiter"
    readonly property string zoneKind: clause.kind === "line" ? "line" : "include"
    readonly property var zoneChoices: {
        const choices = anywhere ? [{ value: "", text: qsTr("all watched areas") }] : []
        for (const zone of words.zones) {
            if (zone.kind === zoneKind)
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

    // A line and a zone must be drawn before a rule can name them.
    readonly property var kindChoices: {
        const has = (kind) => words.zones.some((zone) => zone.kind === kind)
        const choices = [{ value: "motion", text: qsTr("motion is detected") }, { value: "face", text: qsTr("a face is detected") },
                         { value: "covered", text: qsTr("the camera is covered") }, { value: "lost", text: qsTr("the stream is lost") },
                         { value: "object", text: qsTr("an object is detected") }, { value: "moved", text: qsTr("the camera is moved") }]
        if (has("line") || clause.kind === "line")
            choices.push({ value: "line", text: qsTr("a line is crossed") })
        if (has("include") || clause.kind === "loiter")
            choices.push({ value: "loiter", text: qsTr("something stays") })
        return choices
    }

    readonly property var objectChoices: {
        const choices = words.objectKinds.map((kind) => ({ value: kind.value, text: words.objectText(kind.labels) }))
        if (clause.kind === "object" && !words.objectKind(clause.labels))
            choices.push({ value: "", text: words.objectText(clause.labels) })
        return choices
    }

    readonly property var durationChoices: {
        const seconds = [10, 30, 60, 300]
        if (clause.longerThan && !seconds.includes(clause.longerThan))
            seconds.push(clause.longerThan)
        return seconds.map((each) => ({ value: String(each), text: qsTr("for %1 s").arg(each) }))
    }

    signal changed(var clause)
    signal removed

    function change(values) {
        changed(Object.assign({}, clause, values))
    }

    function begin(kind) {
        const zone = anywhere && clause.zone ? { zone: clause.zone } : {}
        const first = (wanted) => words.zones.find((each) => each.kind === wanted)?.zoneId ?? ""
        if (kind === "motion")
            changed(Object.assign({ kind: kind, threshold: 0.005, minArea: 0.002 }, zone))
        else if (kind === "face")
            changed(Object.assign({ kind: kind }, zone))
        else if (kind === "object")
            changed(Object.assign({ kind: kind, labels: words.objectKinds[0].labels }, zone))
        else if (kind === "line")
            changed({ kind: kind, zone: first("line"), direction: "any" })
        else if (kind === "loiter")
            changed({ kind: kind, zone: first("include"), longerThan: 30 })
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
        width: Math.max(Theme.scaled(210), fitting)
        Accessible.name: qsTr("Condition")
        choices: row.kindChoices
        value: row.clause.kind
        onPicked: (value) => row.begin(value)
    }
    PickBox {
        objectName: "clauseObject" + row.index
        visible: row.clause.kind === "object"
        width: Math.max(Theme.scaled(210), fitting)
        Accessible.name: qsTr("Object")
        choices: row.objectChoices
        value: row.words.objectKind(row.clause.labels)
        onPicked: (value) => row.change({ labels: row.words.objectKinds.find((kind) => kind.value === value)?.labels ?? row.clause.labels })
    }
    Row { // keeps the preposition beside the zone
        visible: row.placed
        spacing: Theme.small

        Label {
            visible: row.anywhere || row.clause.kind === "loiter"
            height: Theme.inputHeight
            verticalAlignment: Text.AlignVCenter
            text: qsTr("in", "a zone")
        }
        PickBox {
            objectName: "clauseZone" + row.index
            width: Math.max(Theme.scaled(210), fitting)
            Accessible.name: qsTr("Zone")
            choices: row.zoneChoices
            value: row.clause.zone ?? ""
            onPicked: (value) => row.change({ zone: value })
        }
    }
    PickBox {
        objectName: "clauseSensitivity" + row.index
        visible: row.clause.kind === "motion"
        width: Math.max(Theme.scaled(210), fitting)
        Accessible.name: qsTr("Sensitivity")
        choices: [{ value: "high", text: qsTr("small objects") }, { value: "normal", text: qsTr("person-sized objects") },
                  { value: "low", text: qsTr("large objects") }]
        value: row.sensitivity()
        onPicked: (value) => row.change({ threshold: { high: 0.002, normal: 0.005, low: 0.02 }[value] })
    }
    PickBox {
        objectName: "clauseDirection" + row.index
        visible: row.clause.kind === "line"
        width: Math.max(Theme.scaled(210), fitting)
        Accessible.name: qsTr("Direction")
        choices: [{ value: "any", text: qsTr("in both directions") }, { value: "left", text: qsTr("to the left") },
                  { value: "right", text: qsTr("to the right") }]
        value: row.clause.direction ?? "any"
        onPicked: (value) => row.change({ direction: value })
    }
    PickBox {
        objectName: "clauseDuration" + row.index
        visible: row.clause.kind === "loiter"
        width: Math.max(Theme.scaled(210), fitting)
        Accessible.name: qsTr("Duration")
        choices: row.durationChoices
        value: String(row.clause.longerThan ?? "")
        onPicked: (value) => row.change({ longerThan: Number(value) })
    }
    PickBox {
        objectName: "clauseEmotion" + row.index
        visible: row.clause.kind === "face"
        width: Math.max(Theme.scaled(210), fitting)
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
