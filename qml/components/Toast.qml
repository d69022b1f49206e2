// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Confirms an action for a few seconds, optionally with a button that undoes the action.
Rectangle {
    id: toast

    property var undo: null

    function show(text, undoAction) {
        label.text = text
        undo = undoAction ?? null
        opacity = 1
        timer.restart()
    }

    function takeBack() {
        if (opacity === 0 || !undo)
            return
        const action = undo
        hide()
        action()
    }

    function hide() {
        opacity = 0
        undo = null
    }

    anchors.horizontalCenter: parent.horizontalCenter
    anchors.bottom: parent.bottom
    anchors.bottomMargin: Theme.huge
    width: row.implicitWidth + 2 * Theme.large
    height: Math.max(48, Theme.controlHeight + Theme.large)
    radius: Theme.radius
    color: Theme.inverse
    opacity: 0
    visible: opacity > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: label.text

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.quick
        }
    }

    Timer {
        id: timer
        interval: 8000
        onTriggered: toast.hide()
    }

    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.large

        Label {
            id: label
            objectName: "toastLabel"
            color: Theme.inverseText
        }
        Button {
            objectName: "undoButton"
            visible: toast.undo
            flat: true
            ink: Theme.inverseAccent
            text: qsTr("Undo")
            onTextChanged: toast.hide() // the language changed, and the text is in the language before
            onClicked: toast.takeBack()
        }
    }
}
