// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The controls on a camera's picture that fills the screen. They hide while the pointer rests.
Item {
    id: controls

    required property FullScreen screen
    required property Desktop desktop
    required property bool sounds // the camera has sound
    required property bool soundPossible

    signal soundWanted
    signal pictureChosen

    visible: screen.active

    HoverHandler {
        cursorShape: controls.screen.controlsShown ? Qt.ArrowCursor : Qt.BlankCursor
        onPointChanged: controls.screen.pointAt(point.scenePosition)
    }
    TapHandler {
        onTapped: controls.screen.stir()
    }
    Rectangle {
        objectName: "screenControls"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.huge
        width: row.implicitWidth + 2 * Theme.medium
        height: row.implicitHeight + 2 * Theme.small
        radius: Theme.cardRadius
        color: Theme.surface
        opacity: controls.screen.controlsShown ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.quick
            }
        }
        RowLayout {
            id: row
            anchors.centerIn: parent
            spacing: Theme.small

            SoundControl {
                desktop: controls.desktop
                available: controls.sounds
                possible: controls.soundPossible
                onWanted: controls.soundWanted()
            }
            ToolButton {
                objectName: "screenPictureButton"
                icon.name: "document-save"
                Accessible.name: qsTr("Save a snapshot")
                ToolTip.visible: hovered
                ToolTip.text: qsTr("Save a snapshot (S)")
                onClicked: controls.pictureChosen()
            }
            ToolButton {
                objectName: "leaveScreenButton"
                icon.name: "view-restore"
                Accessible.name: qsTr("Leave full screen")
                ToolTip.visible: hovered
                ToolTip.text: qsTr("Leave full screen (F)")
                onClicked: controls.screen.toggle()
            }
        }
    }
}
