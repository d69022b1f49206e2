// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What the server's words for marks are called here.
QtObject {
    function labelText(label) {
        switch (label) {
        case "motion": return qsTr("Motion")
        case "person": return qsTr("Person")
        case "face": return qsTr("Face")
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

    // Why a mark was made, as a sentence for each condition that held.
    function reasonLines(node) {
        if (!node || typeof node !== "object")
            return []
        const lines = []
        const percent = (value) => (100 * value).toLocaleString(Qt.locale(), "f", 1) + " %"
        if (node.type === "motion" || node.motion) {
            const motion = node.motion ?? node
            const value = motion.value ?? motion.measured ?? motion.area
            const wanted = motion.minArea ?? motion.min_area ?? motion.threshold
            if (typeof value === "number")
                lines.push(typeof wanted === "number" ? qsTr("%1 of the picture moved; %2 is enough").arg(percent(value)).arg(percent(wanted))
                                                      : qsTr("%1 of the picture moved").arg(percent(value)))
        }
        for (const key of ["any", "all", "children", "conditions"]) {
            for (const child of node[key] ?? [])
                lines.push(...reasonLines(child))
        }
        return lines
    }
}
