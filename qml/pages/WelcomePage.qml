// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Portal
import Waymark.Style

Page {
    id: page

    signal signInChosen
    signal registerChosen

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.huge, 520)
        spacing: Theme.large

        Logo {
            Layout.alignment: Qt.AlignHCenter
            size: 56
        }
        Label {
            Layout.fillWidth: true
            Layout.topMargin: Theme.large
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            font.pixelSize: Theme.figureText
            font.weight: Font.Bold
            text: qsTr("Your cameras, on your own server")
            Accessible.role: Accessible.Heading
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: Theme.leadText
            lineHeight: 1.3
            text: qsTr("Watch live, find the moments that matter, and build your own apps. Your data stays on this server unless you share it.")
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.large
            spacing: Theme.medium

            Button {
                objectName: "registerButton"
                highlighted: true
                focus: true
                text: qsTr("Create an account")
                onClicked: page.registerChosen()
            }
            Button {
                objectName: "signInChoice"
                text: qsTr("Sign in")
                onClicked: page.signInChosen()
            }
        }
    }
}
