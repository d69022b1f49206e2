// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Groups related items on a raised surface.
Rectangle {
    id: card

    property string title
    property int padding: Theme.huge
    default property alias content: column.data

    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.divider

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: card.padding
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            visible: card.title
            text: card.title
            wrapMode: Text.Wrap
            font.pixelSize: Theme.leadText
            font.weight: Font.Bold
        }
    }
}
