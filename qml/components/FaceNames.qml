// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Translates the API's face attributes.
QtObject {
    readonly property var emotions: [
        { key: "neutral", text: qsTr("Neutral") },
        { key: "happy", text: qsTr("Happy") },
        { key: "sad", text: qsTr("Sad") },
        { key: "angry", text: qsTr("Angry") },
        { key: "fearful", text: qsTr("Fearful") },
        { key: "disgusted", text: qsTr("Disgusted") },
        { key: "surprised", text: qsTr("Surprised") }
    ]

    function emotionText(key) {
        for (const emotion of emotions) {
            if (emotion.key === key)
                return emotion.text
        }
        return key
    }

    function percent(share) {
        return Times.percent(share, 0)
    }

    function eyeText(likelihood) {
        return likelihood.value ? qsTr("Open, %1").arg(percent(likelihood.score)) : qsTr("Closed, %1").arg(percent(1 - likelihood.score))
    }

    function smileText(likelihood) {
        return likelihood.value ? qsTr("Yes, %1").arg(percent(likelihood.score)) : qsTr("No, %1").arg(percent(1 - likelihood.score))
    }
}
