// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The scenes of sandbox cameras in the language of the portal.
QtObject {
    function title(scene) {
        switch (scene) {
        case "walk": return qsTr("Walk")
        case "face": return qsTr("Face")
        case "covered_lens": return qsTr("Covered lens")
        case "lost_stream": return qsTr("Lost stream")
        }
        return scene
    }

    function description(scene) {
        switch (scene) {
        case "walk": return qsTr("A person walks through the room from left to right.")
        case "face": return qsTr("A person looks into the camera.")
        case "covered_lens": return qsTr("Something covers the lens, and the picture is dark.")
        case "lost_stream": return qsTr("The camera stops sending and cannot be reached.")
        }
        return ""
    }
}
