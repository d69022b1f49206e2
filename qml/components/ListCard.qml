// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// A short list in a card. A text replaces the list while it is empty.
Card {
    id: card

    required property RemoteList list
    required property string emptyText
    property string hint
    property bool quiet: false // a dialog shows the errors of the list
    default property alias rows: holder.data

    Label {
        Layout.fillWidth: true
        visible: card.hint
        text: card.hint
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    ColumnLayout {
        id: holder
        Layout.fillWidth: true
        visible: card.list.state === LoadState.Ready
        spacing: Theme.medium
    }
    BusyIndicator {
        visible: card.list.state === LoadState.Loading
        Layout.alignment: Qt.AlignHCenter
        Accessible.name: qsTr("Loading")
    }
    Label {
        Layout.fillWidth: true
        visible: card.list.state === LoadState.Empty
        text: card.emptyText
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    RowLayout {
        Layout.fillWidth: true
        visible: card.list.state === LoadState.Failed
        spacing: Theme.medium

        ErrorNote {
            Layout.fillWidth: true
            text: card.list.errorText
        }
        Button {
            text: qsTr("Try again")
            onClicked: card.list.reload()
        }
    }
    ErrorNote {
        text: card.list.state === LoadState.Ready && !card.quiet ? card.list.errorText : ""
    }
}
