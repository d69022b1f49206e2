// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Asks for confirmation before an action that cannot easily be undone. `dangerous` marks one that destroys something.
Dialog {
    id: dialog

    required property string question
    required property string action
    property bool dangerous: true
    property string refusal: qsTr("Cancel")

    signal confirmed

    onOpened: takeFocus(dangerous ? cancel : confirm)

    // A button that had the focus when the dialog was closed has it again as soon as the dialog opens, for a reason
    // that shows no ring, and forcing the focus changes nothing then.
    function takeFocus(button: Button) {
        button.forceActiveFocus(Qt.TabFocusReason)
        button.focusReason = Qt.TabFocusReason
    }

    anchors.centerIn: parent
    width: Math.min(420, (parent ? parent.width : 460) - 2 * Theme.large)

    contentItem: ColumnLayout {
        spacing: Theme.huge

        Label {
            Layout.fillWidth: true
            text: dialog.question
            wrapMode: Text.Wrap
            color: Theme.muted
            lineHeight: 1.2
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.small

            Button {
                id: cancel
                objectName: "cancelButton"
                text: dialog.refusal
                onClicked: dialog.close()
            }
            Button {
                id: confirm
                objectName: "confirmButton"
                highlighted: true
                danger: dialog.dangerous
                text: dialog.action
                onClicked: {
                    dialog.close()
                    dialog.confirmed()
                }
            }
        }
    }
}
