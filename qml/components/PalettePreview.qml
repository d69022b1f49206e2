// SPDX-License-Identifier: GPL-3.0-or-later
// The Loader of Qt 6.4 cannot instantiate a Bound component, and an unbound one is unqualified.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What is known of the row that is chosen in the palette. It takes no focus, and follows the arrow keys once they rest.
// Accounts and orders show what the search has told: each look at more of them is written down.
Item {
    id: preview

    required property Portal portal
    required property var entry // a row of PaletteModel, or an empty map
    readonly property bool settled: shown.kind === entry.kind && shown.entryId === entry.entryId

    property var shown: ({})

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Preview")

    // Returns the ID of the row if it is of this kind: the components of two kinds are there together for a moment.
    function idOf(kind) {
        return shown.kind === kind ? shown.entryId : ""
    }

    function callsText(usage) {
        return qsTr("%1, %2 failed").arg(Times.count(usage.callsToday ?? 0)).arg(Times.count(usage.errorsToday ?? 0))
    }

    onEntryChanged: rest.restart()

    Timer {
        id: rest
        interval: 150
        onTriggered: if (!preview.settled)
            preview.shown = preview.entry
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.large
        spacing: Theme.medium

        RowLayout {
            Layout.fillWidth: true
            visible: preview.shown.title ?? false
            spacing: Theme.small

            Symbol {
                Layout.alignment: Qt.AlignTop
                name: preview.shown.icon ?? ""
                color: Theme.soft
            }
            Label {
                objectName: "previewTitle"
                Layout.fillWidth: true
                text: preview.shown.title ?? ""
                font.pixelSize: Theme.leadText
                font.weight: Font.Bold
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
            }
        }
        Loader {
            id: loader
            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: ({ camera: cameraFacts, mark: markFacts, app: appFacts })[preview.shown.kind] ?? plainFacts
        }
    }

    // A model that is loading or has failed.
    component Problem: Label {
        required property var of // an ObjectModel

        Layout.fillWidth: true
        visible: of.loadState === LoadState.Failed
        text: of.errorText
        color: Theme.danger
        wrapMode: Text.Wrap
    }

    Component {
        id: cameraFacts

        ColumnLayout {
            spacing: Theme.medium

            CameraModel {
                id: camera
                portal: preview.portal
                deviceId: preview.idOf("camera")
            }
            CameraWords {
                id: cameraWords
            }
            Problem {
                of: camera
            }
            LiveView {
                id: picture
                Layout.fillWidth: true
                Layout.preferredHeight: Math.round(width * 9 / 16)
                visible: camera.loadState === LoadState.Ready
                radius: Theme.radius
                portal: preview.portal
                name: camera.name
                status: camera.state
                reason: camera.stateReason
                since: camera.stateSince
                source: camera.mjpegUrl
                picture.objectName: "previewLive"
            }
            StateBadge {
                visible: camera.loadState === LoadState.Ready
                status: picture.health
            }
            Fact {
                label: qsTr("Since")
                text: Times.moment(camera.stateSince)
            }
            Fact {
                label: qsTr("Reason")
                text: camera.state === "online" || !camera.stateReason ? "" : cameraWords.reasonText(camera.stateReason)
            }
            Fact {
                label: qsTr("Model")
                text: camera.model
            }
            Fact {
                label: qsTr("Shared by")
                text: camera.sharedBy
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
    Component {
        id: markFacts

        ColumnLayout {
            spacing: Theme.medium

            MarkModel {
                id: mark
                portal: preview.portal
                deviceMarkId: preview.idOf("mark")
            }
            MarkNames {
                id: names
            }
            Problem {
                of: mark
            }
            BoxedPicture {
                objectName: "previewMark"
                Layout.fillWidth: true
                Layout.preferredHeight: Math.round(width * 9 / 16)
                source: mark.snapshotUrl
                objects: mark.objects
                emptyText: mark.loadState === LoadState.Ready ? qsTr("No picture") : ""
            }
            Fact {
                label: qsTr("Start")
                text: Times.moment(mark.startedAt)
            }
            Fact {
                label: qsTr("Duration")
                text: mark.loadState !== LoadState.Ready ? "" : mark.state === "open" ? qsTr("Ongoing")
                      : Times.span((mark.endedAt - mark.startedAt) / 1000)
            }
            Fact {
                label: qsTr("Reason")
                text: mark.loadState === LoadState.Ready ? names.reasonLines(mark.reason).join("\n") : ""
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
    Component {
        id: appFacts

        ColumnLayout {
            spacing: Theme.medium

            AppModel {
                id: app
                portal: preview.portal
                appId: preview.idOf("app")
            }
            Problem {
                of: app
            }
            StateBadge {
                visible: app.loadState === LoadState.Ready
                status: app.status
            }
            Fact {
                label: qsTr("Platform")
                text: app.platform
            }
            Fact {
                label: qsTr("Description")
                text: app.description
            }
            Fact {
                label: qsTr("Created")
                text: Times.date(app.createdAt)
            }
            Fact {
                label: qsTr("Trial ends")
                text: Times.date(app.trialEndsAt)
            }
            Fact {
                objectName: "previewCalls"
                label: qsTr("Calls today")
                text: app.loadState === LoadState.Ready ? preview.callsText(app.usage) : ""
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
    Component {
        id: plainFacts

        ColumnLayout {
            id: plain

            readonly property bool recorded: preview.shown.kind === "account" || preview.shown.kind === "order"

            spacing: Theme.medium

            Fact {
                label: plain.recorded ? qsTr("Account") : qsTr("Details")
                text: preview.shown.detail ?? ""
            }
            Fact {
                objectName: "previewId"
                label: qsTr("ID")
                text: plain.recorded || preview.shown.kind === "request" ? preview.shown.entryId ?? "" : ""
            }
            Fact {
                label: qsTr("Shortcut")
                text: preview.shown.keys ?? ""
            }
            Label {
                Layout.fillWidth: true
                visible: plain.recorded
                text: qsTr("Opening it is recorded in the account’s activity.")
                color: Theme.muted
                font.pixelSize: Theme.chipText
                wrapMode: Text.Wrap
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
}
