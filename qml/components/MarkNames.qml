// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What the server's words for marks are called here.
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
        case "pending": return qsTr("The clip is being made…")
        case "partial": return qsTr("Part of the clip is missing.")
        case "failed": return qsTr("The clip could not be made.")
        case "expired": return qsTr("The clip is no longer kept.")
        default: return ""
        }
    }

    // Why a mark was made: a sentence for each condition that was met. The tree is the one of the mode, with the
    // values measured at its leaves.
    function reasonLines(node) {
        if (!node || node.met === false)
            return []
        const lines = []
        const percent = (value) => Number(100 * value).toLocaleString(Qt.locale(), "f", 1) + " %"
        if (node.motion)
            lines.push(qsTr("%1 of the picture moved; %2 is enough").arg(percent(node.motion.measured.area)).arg(percent(node.motion.threshold)))
        if (node.face)
            lines.push(qsTr("%n face(s) seen", "", node.face.measured.count))
        if (node.signal && node.signal.measured.lost)
            lines.push(qsTr("The stream was lost"))
        if (node.signal && node.signal.measured.covered)
            lines.push(qsTr("The scene was covered"))
        for (const child of [].concat(node.any ?? [], node.all ?? []))
            lines.push(...reasonLines(child))
        return lines
    }
}
