// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Turns the sound on and off, and sets its volume. Both are remembered for all cameras.
Row {
    id: control

    required property Desktop desktop
    property bool available: true // the camera has sound
    property bool possible: true // what is shown now comes with its sound
    property bool slim: false // without the volume
    property color ink: on ? Theme.accentText : Theme.text
    readonly property bool on: possible && !desktop.muted

    // Sound was turned on, and needs another picture.
    signal wanted

    function toggle() {
        desktop.muted = on
        if (!possible)
            wanted()
    }

    spacing: Theme.tiny
    visible: available

    ToolButton {
        readonly property string words: control.on ? qsTr("Sound off (M)") : qsTr("Sound on (M)")

        objectName: "muteButton"
        checkable: true
        checked: control.on
        icon.name: !control.on ? "audio-volume-muted" : control.desktop.volume < 0.5 ? "audio-volume-low" : "audio-volume-high"
        icon.color: control.ink
        Accessible.name: words
        T.ToolTip.visible: hovered
        T.ToolTip.text: words
        onClicked: control.toggle()
    }
    Slider {
        objectName: "volumeSlider"
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.scaled(80)
        visible: !control.slim && control.on
        focusPolicy: Qt.TabFocus // a click leaves the keys to the page
        from: 0
        to: 1
        stepSize: 0.05
        value: control.desktop.volume
        Accessible.name: qsTr("Volume")
        onMoved: control.desktop.volume = value
    }
}
