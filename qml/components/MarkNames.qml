// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Translates the API's terms for marks.
QtObject {
    function labelText(label) {
        switch (label) {
        case "motion": return qsTr("Motion")
        case "person": return qsTr("Person")
        case "face": return qsTr("Face")
        case "signal": return qsTr("Signal")
        default: return label
        }
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

    // Explains why a mark was created, with one sentence per condition that was met. `node` is the rule's tree of
    // conditions with the measured values at its leaves.
    function reasonLines(node) {
        if (!node || node.met === false)
            return []
        const lines = []
        const percent = (value) => Number(100 * value).toLocaleString(Times.region(), "f", 1) + "%"
        if (node.motion)
            lines.push(qsTr("%1 of the image changed (threshold %2)").arg(percent(node.motion.measured.area)).arg(percent(node.motion.threshold)))
        if (node.face)
            lines.push(qsTr("%n face(s) detected", "", node.face.measured.count))
        if (node.signal && node.signal.measured.lost)
            lines.push(qsTr("The stream was lost"))
        if (node.signal && node.signal.measured.covered)
            lines.push(qsTr("The camera was covered"))
        for (const child of [].concat(node.any ?? [], node.all ?? []))
            lines.push(...reasonLines(child))
        return lines
    }
}
