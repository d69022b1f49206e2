// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// The attributes of one face. Attributes that could not be analyzed are hidden.
Card {
    id: panel

    required property var face // a face as the API returns it

    function has(attribute) {
        return panel.face.unavailable.indexOf(attribute) < 0
    }

    FaceNames {
        id: names
    }

    Label {
        objectName: "faceSummary"
        Layout.fillWidth: true
        wrapMode: Text.Wrap
        font.pixelSize: Theme.titleText
        font.weight: Font.Bold
        text: panel.has("emotion") ? names.emotionText(panel.face.emotion) : qsTr("Face")
    }
    Fact {
        label: qsTr("Confidence")
        text: names.percent(panel.face.score)
    }
    Repeater {
        model: panel.has("emotion") ? names.emotions : 0

        ScoreBar {
            required property var modelData

            objectName: "emotionBar_" + modelData.key
            label: modelData.text
            share: panel.face.emotions[modelData.key] ?? 0
            strong: modelData.key === panel.face.emotion
        }
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.divider
    }
    Fact {
        objectName: "smileFact"
        label: qsTr("Smile")
        text: panel.has("smile") ? names.smileText(panel.face.smile) : ""
    }
    Fact {
        objectName: "leftEyeFact"
        label: qsTr("Left eye")
        text: panel.has("eyes") ? names.eyeText(panel.face.leftEyeOpen) : ""
    }
    Fact {
        objectName: "rightEyeFact"
        label: qsTr("Right eye")
        text: panel.has("eyes") ? names.eyeText(panel.face.rightEyeOpen) : ""
    }
    Fact {
        objectName: "poseFact"
        label: qsTr("Head pose")
        text: panel.has("pose")
              ? qsTr("Yaw %1°, pitch %2°, roll %3°").arg(Math.round(panel.face.pose.yaw)).arg(Math.round(panel.face.pose.pitch)).arg(Math.round(panel.face.pose.roll))
              : ""
    }
    Fact {
        label: qsTr("Brightness")
        text: panel.has("quality") ? names.percent(panel.face.brightness) : ""
    }
    Fact {
        label: qsTr("Sharpness")
        text: panel.has("quality") ? names.percent(panel.face.sharpness) + (panel.face.sharpness < 0.2 ? qsTr(" (blurred)") : "") : ""
    }
    Label {
        objectName: "unavailableLabel"
        Layout.fillWidth: true
        visible: panel.face.unavailable.length > 0
        wrapMode: Text.Wrap
        color: Theme.muted
        text: panel.face.unavailable.length > 1 ? qsTr("This face is too small to analyze.") : qsTr("Parts of this face could not be analyzed.")
    }
}
