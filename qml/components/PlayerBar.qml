// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// The buttons of the player, its time, and the way back to the present.
Rectangle {
    id: bar

    required property double position // milliseconds since the epoch
    required property double now
    required property bool live
    required property bool playing
    required property double rate
    required property Desktop desktop
    property bool full: false
    property bool marked: false // a mark of the camera is open
    property bool sounding: false // the recording has sound
    readonly property var rates: [0.25, 0.5, 1, 2, 4, 8, 16]

    signal toggled
    signal moved(double ms)
    signal markStepped(bool forward)
    signal rateChosen(double rate)
    signal liveChosen
    signal fullChosen
    signal pictureChosen

    function stepRate(step) {
        const at = rates.indexOf(rate) + step
        if (at >= 0 && at < rates.length)
            rateChosen(rates[at])
    }

    function behindText(ms) {
        const minutes = Math.round(ms / 60000)
        if (minutes < 1)
            return qsTr("Go live")
        if (minutes < 120)
            return qsTr("Go live, %n min behind", "", minutes)
        if (minutes < 2880)
            return qsTr("Go live, %n h behind", "", Math.round(minutes / 60))
        return qsTr("Go live, %n day(s) behind", "", Math.round(minutes / 1440))
    }

    LayoutMirroring.enabled: false // time runs from left to right in every language
    LayoutMirroring.childrenInherit: true
    implicitHeight: Math.max(56, Theme.controlHeight + Theme.huge)
    color: Theme.surface

    component Tool: ToolButton {
        required property string words

        Accessible.name: words
        T.ToolTip.visible: hovered
        T.ToolTip.text: words
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.huge
        anchors.rightMargin: Theme.huge
        spacing: Theme.small

        Tool {
            objectName: "previousMarkButton"
            icon.name: "media-skip-backward"
            words: qsTr("Previous mark (J)")
            onClicked: bar.markStepped(false)
        }
        Tool {
            objectName: "backButton5"
            visible: bar.width > 640
            icon.name: "media-seek-backward"
            words: qsTr("Back 5 s (←)")
            onClicked: bar.moved(-5000)
        }
        Button {
            objectName: "playButton"
            focusPolicy: Qt.TabFocus // a click leaves the focus, and with it the keys, to the page
            implicitWidth: 40
            implicitHeight: 40
            highlighted: true
            icon.name: bar.playing || bar.live ? "media-playback-pause" : "media-playback-start"
            icon.color: Theme.accentInk
            Accessible.name: bar.playing || bar.live ? qsTr("Pause") : qsTr("Play")
            onClicked: bar.toggled()
        }
        Tool {
            objectName: "forwardButton5"
            visible: bar.width > 640
            enabled: !bar.live
            icon.name: "media-seek-forward"
            words: qsTr("Forward 5 s (→)")
            onClicked: bar.moved(5000)
        }
        Tool {
            objectName: "nextMarkButton"
            icon.name: "media-skip-forward"
            words: qsTr("Next mark (K)")
            onClicked: bar.markStepped(true)
        }
        Label {
            objectName: "positionLabel"
            Layout.leftMargin: Theme.small
            text: isNaN(bar.position) || bar.position <= 0 ? ""
                  : bar.live ? Times.clock(new Date(bar.position))
                  : Qt.formatTime(new Date(bar.position), "HH:mm:ss.zzz")
            font.family: Theme.monospace
            font.weight: Font.Bold
            font.pixelSize: Theme.leadText
        }
        Item {
            Layout.fillWidth: true
        }
        Tool {
            objectName: "slowerButton"
            enabled: bar.rate > bar.rates[0]
            icon.name: "list-remove"
            words: qsTr("Slower")
            onClicked: bar.stepRate(-1)
        }
        Label {
            objectName: "rateLabel"
            Layout.preferredWidth: Theme.scaled(44)
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("%1×", "speed").arg(Number(bar.rate).toLocaleString(Times.region(), "g", 3))
            color: bar.rate === 1 ? Theme.text : Theme.accentText
            font.weight: Font.Bold
        }
        Tool {
            objectName: "fasterButton"
            enabled: bar.rate < bar.rates[bar.rates.length - 1]
            icon.name: "list-add"
            words: qsTr("Faster")
            onClicked: bar.stepRate(1)
        }
        SoundControl {
            objectName: "soundControl"
            desktop: bar.desktop
            available: bar.sounding && !bar.live && bar.width > 620
            slim: bar.width < 1000
        }
        Tool {
            objectName: "boxesButton"
            visible: bar.marked && !bar.live && bar.width > 560
            checkable: true
            checked: bar.desktop.boxesShown
            icon.name: "draw-rectangle"
            words: bar.desktop.boxesShown ? qsTr("Hide boxes (B)") : qsTr("Show boxes (B)")
            onClicked: bar.desktop.boxesShown = !bar.desktop.boxesShown
        }
        Tool {
            objectName: "pictureButton"
            visible: bar.width > 640
            icon.name: "camera-photo"
            words: qsTr("Save the picture (S)")
            onClicked: bar.pictureChosen()
        }
        Tool {
            objectName: "fullButton"
            checkable: true
            checked: bar.full
            icon.name: bar.full ? "view-restore" : "view-fullscreen"
            words: bar.full ? qsTr("Leave full screen (F)") : qsTr("Full screen (F)")
            onClicked: bar.fullChosen()
        }
        Button {
            readonly property string words: bar.live ? qsTr("Live") : bar.behindText(bar.now - bar.position)

            objectName: "liveButton"
            focusPolicy: Qt.TabFocus
            enabled: !bar.live
            icon.name: "media-record"
            icon.color: Theme.success
            text: bar.width > 760 ? words : ""
            Accessible.name: words
            onClicked: bar.liveChosen()
        }
    }
}
