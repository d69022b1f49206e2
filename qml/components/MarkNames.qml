// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Translates the API's terms for marks.
QtObject {
    readonly property ModeWords conditions: ModeWords { }

    function labelText(label) {
        switch (label) {
        case "motion": return qsTr("Motion")
        case "person": return qsTr("Person")
        case "bicycle": return qsTr("Bicycle")
        case "car": return qsTr("Car")
        case "motorcycle": return qsTr("Motorcycle")
        case "bus": return qsTr("Bus")
        case "truck": return qsTr("Truck")
        case "bird": return qsTr("Bird")
        case "cat": return qsTr("Cat")
        case "dog": return qsTr("Dog")
        case "horse": return qsTr("Horse")
        case "sheep": return qsTr("Sheep")
        case "cow": return qsTr("Cow")
        case "absent": return qsTr("Absence")
        case "face": return qsTr("Face")
        case "signal": return qsTr("Signal")
        default: return label
        }
    }

    // Returns the kind of a label, which has a color and a shape.
    function kindOf(label) {
        switch (label) {
        case "person":
        case "face": return "person"
        case "bicycle":
        case "car":
        case "motorcycle":
        case "bus":
        case "truck": return "vehicle"
        case "bird":
        case "cat":
        case "dog":
        case "horse":
        case "sheep":
        case "cow": return "animal"
        case "signal": return "signal"
        default: return "motion"
        }
    }

    function tintOf(label) {
        switch (kindOf(label)) {
        case "person": return Theme.picturePerson
        case "vehicle": return Theme.pictureVehicle
        case "animal": return Theme.pictureAnimal
        case "signal": return Theme.pictureSignal
        default: return Theme.pictureMotion
        }
    }

    // Returns the label of a mark, with the number of its objects if there are several.
    function titleOf(label, objects) {
        const count = (objects ?? []).filter((object) => object.label === label).length
        return count > 1 ? qsTr("%1 × %2", "Person × 2").arg(labelText(label)).arg(count) : labelText(label)
    }

    // Returns the names of zones. `known` are those of ZoneNames.
    function zoneText(ids, known) {
        return (ids ?? []).map((id) => (known ?? []).find((zone) => zone.zoneId === id)?.name).filter((name) => name).join(", ")
    }

    // Returns a short duration, such as `12 s` or `2:05`.
    function durationText(seconds) {
        return seconds < 60 ? qsTr("%1 s", "a duration").arg(Math.max(0, Math.round(seconds))) : Times.span(seconds)
    }

    function clipText(state) {
        switch (state) {
        case "pending": return qsTr("Creating the clip…")
        case "partial": return qsTr("The clip is incomplete.")
        case "failed": return qsTr("The clip could not be created.")
        case "expired": return qsTr("The clip is no longer available.")
        default: return ""
        }
    }

    // Explains a condition about objects that was met.
    function objectLines(node) {
        const seconds = (value) => Number(value).toLocaleString(Times.region(), "f", 1)
        const percent = (value) => Times.percent(value, 0)
        if (node.object) {
            const found = node.object.measured
            return [qsTr("%1: score %2 (threshold %3)", "Person").arg(labelText(found.label)).arg(percent(found.score)).arg(percent(node.object.score))]
        }
        if (node.line) {
            const crossing = node.line.measured
            return [(crossing.direction === "left" ? qsTr("%1: crossed the line to the left", "Person")
                                                   : qsTr("%1: crossed the line to the right", "Person")).arg(labelText(crossing.label))]
        }
        if (node.zones)
            return [qsTr("%1: passed the zones in %2 s", "Person").arg(labelText(node.zones.measured.label)).arg(seconds(node.zones.measured.seconds))]
        if (node.loiter)
            return [qsTr("%1: stayed for %2 s", "Person").arg(labelText(node.loiter.measured.label)).arg(seconds(node.loiter.measured.longest))]
        if (node.count)
            return [qsTr("%n object(s) present for %1 s", "", node.count.measured.count).arg(seconds(node.count.measured.for))]
        if (node.absent)
            return [qsTr("No object for %1 s").arg(seconds(node.absent.measured.for))]
        return []
    }

    // Explains why a mark was created, with one sentence per condition that was met. `node` is the rule's tree of
    // conditions with the measured values at its leaves.
    function reasonLines(node) {
        if (!node || node.met === false)
            return []
        const lines = []
        const percent = (value) => Times.smallPercent(value)
        if (node.motion)
            lines.push(qsTr("%1 of the image changed (threshold %2)").arg(percent(node.motion.measured.area)).arg(percent(node.motion.threshold)))
        if (node.face)
            lines.push(qsTr("%n face(s) detected", "", node.face.measured.count))
        lines.push(...objectLines(node))
        if (node.signal && node.signal.measured.lost)
            lines.push(qsTr("The stream was lost"))
        if (node.signal && node.signal.measured.covered)
            lines.push(qsTr("The camera was covered"))
        if (node.signal && node.signal.measured.moved)
            lines.push(qsTr("The camera was moved"))
        if (node.not)
            lines.push(qsTr("Not met: %1", "a condition").arg(conditions.treeText(node.not)))
        for (const child of [].concat(node.any ?? [], node.all ?? []))
            lines.push(...reasonLines(child))
        return lines
    }
}
