// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The mail in the outbox of this machine's server, which keeps mail there while it has no SMTP server.
ColumnLayout {
    id: mail

    required property Portal portal
    property int most: 3

    signal codePicked(string code)

    visible: portal.outboxAvailable
    spacing: Theme.small
    Layout.fillWidth: true

    OutboxModel {
        id: outbox
        portal: mail.portal
    }

    RowLayout {
        spacing: Theme.small

        Symbol {
            name: "mail-message"
            color: Theme.muted
        }
        Label {
            Layout.fillWidth: true
            text: outbox.count > 0 ? qsTr("Mail on this computer") : qsTr("Messages appear here in a moment.")
            color: Theme.muted
            font.pixelSize: Theme.smallText
            wrapMode: Text.Wrap
        }
    }

    Repeater {
        model: outbox

        Rectangle {
            id: message

            required property int index
            required property string subject
            required property string to
            required property string code

            Layout.fillWidth: true
            visible: index < mail.most
            implicitHeight: row.implicitHeight + 2 * Theme.small
            radius: Theme.radius
            color: Theme.accentSoft

            RowLayout {
                id: row
                anchors.fill: parent
                anchors.margins: Theme.small
                anchors.leftMargin: Theme.medium
                spacing: Theme.small

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 2

                    Label {
                        Layout.fillWidth: true
                        text: message.subject
                        elide: Text.ElideRight
                        font.weight: Font.Bold
                    }
                    Label {
                        Layout.fillWidth: true
                        text: qsTr("To: %1").arg(message.to)
                        elide: Text.ElideMiddle
                        color: Theme.muted
                        font.pixelSize: Theme.smallText
                    }
                }
                Button {
                    objectName: "mailCodeButton" + message.index
                    visible: message.code
                    flat: true
                    text: message.code
                    font.pixelSize: Theme.leadText
                    font.family: Theme.monospace
                    Accessible.name: qsTr("Use code %1").arg(message.code)
                    onClicked: mail.codePicked(message.code)
                }
            }
        }
    }
}
