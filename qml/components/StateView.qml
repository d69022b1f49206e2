// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Shows a page's content once it is loaded. Until then, shows a busy indicator, an error, or the empty state.
Item {
    id: view

    required property int loadState
    property string errorText
    property string emptyIcon: "folder"
    property string emptyTitle
    property string emptyText
    property string emptyAction
    default property alias content: holder.data

    signal retry
    signal emptyActionTriggered

    Item {
        id: holder
        anchors.fill: parent
        visible: view.loadState === LoadState.Ready
    }

    BusyIndicator {
        anchors.centerIn: parent
        visible: view.loadState === LoadState.Loading
        Accessible.name: qsTr("Loading")
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.huge, 400)
        spacing: Theme.medium
        visible: view.loadState === LoadState.Empty || view.loadState === LoadState.Failed

        Symbol {
            Layout.alignment: Qt.AlignHCenter
            name: view.loadState === LoadState.Failed ? "network-disconnect" : view.emptyIcon
            size: 48
            color: Theme.muted
        }
        Label {
            objectName: "emptyTitle"
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            font.pixelSize: Theme.titleText
            font.weight: Font.Bold
            text: view.loadState === LoadState.Failed ? qsTr("Can't load this page") : view.emptyTitle
        }
        Label {
            objectName: view.loadState === LoadState.Failed ? "failureText" : ""
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            color: Theme.muted
            lineHeight: 1.25
            text: view.loadState === LoadState.Failed ? view.errorText : view.emptyText
        }
        Button {
            objectName: "retryButton"
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.small
            visible: view.loadState === LoadState.Failed
            text: qsTr("Try again")
            icon.name: "view-refresh"
            onClicked: view.retry()
        }
        Button {
            objectName: "emptyActionButton"
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.small
            visible: view.loadState === LoadState.Empty && view.emptyAction
            highlighted: true
            text: view.emptyAction
            icon.name: "list-add"
            onClicked: view.emptyActionTriggered()
        }
    }
}
