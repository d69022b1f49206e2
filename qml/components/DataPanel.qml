// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Everything that the account holds: a copy of it, and its deletion together with the account.
StateView {
    id: panel

    required property Portal portal

    signal done(string text)

    function problemText(code) {
        return {
            export_too_large: qsTr("The data is larger than this server allows. Export it without recordings."),
            storage_full: qsTr("The disk of the server is full. Try again later.")
        }[code] ?? qsTr("The file could not be created. Try again later.")
    }

    loadState: personal.loadState
    errorText: personal.errorText
    onRetry: personal.reload()

    StorageWords {
        id: storageWords
    }
    PersonalDataModel {
        id: personal
        portal: panel.portal
        onExportBegun: {
            exporting.close()
            panel.done(qsTr("The export has started. An email tells you when the file is ready."))
        }
        onDownloadReady: (url) => Qt.openUrlExternally(url)
        onDeletionScheduled: {
            deleting.close()
            panel.done(qsTr("The deletion is scheduled. You can still keep your account."))
        }
        onAccountKept: panel.done(qsTr("Your account is kept."))
    }

    ScrollColumn {
        anchors.fill: parent

        ErrorNote {
            text: personal.loadState === LoadState.Ready && !exporting.visible && !deleting.visible ? personal.errorText : ""
        }
        CardColumns {
            CardColumn {
                Card {
                    Layout.fillWidth: true
                    title: qsTr("Download your data")

                    Label {
                        Layout.fillWidth: true
                        text: qsTr("Get a ZIP file with everything that your account holds, as JSON, with your photos, videos, marks, and recordings if you like. Passwords and keys are left out.")
                        color: Theme.muted
                        wrapMode: Text.Wrap
                    }
                    Label {
                        objectName: "exportState"
                        Layout.fillWidth: true
                        visible: text
                        text: personal.exportState === "pending" ? qsTr("The file is being created. You can leave this page.")
                              : personal.exportState === "failed" ? panel.problemText(personal.exportProblem)
                              : personal.exportState === "ready" ? qsTr("%1, available until %2.").arg(storageWords.bytes(personal.exportBytes)).arg(Times.moment(personal.exportExpiresAt))
                              : ""
                        color: personal.exportState === "failed" ? Theme.danger : Theme.text
                        wrapMode: Text.Wrap
                    }
                    Label {
                        Layout.fillWidth: true
                        visible: personal.exportState === "ready" && personal.exportMissing > 0
                        text: qsTr("%n media file(s) could not be read. The file missing.json lists them.", "", personal.exportMissing)
                        color: Theme.warning
                        wrapMode: Text.Wrap
                    }
                    Flow {
                        Layout.fillWidth: true
                        spacing: Theme.small

                        Button {
                            objectName: "downloadExportButton"
                            visible: personal.exportState === "ready"
                            highlighted: true
                            enabled: !personal.busy
                            text: qsTr("Download")
                            onClicked: personal.download()
                        }
                        Button {
                            objectName: "exportButton"
                            enabled: !personal.busy && personal.exportState !== "pending"
                            highlighted: personal.exportState !== "ready"
                            text: personal.exportState ? qsTr("Export again…") : qsTr("Export…")
                            onClicked: exporting.begin()
                        }
                        Button {
                            objectName: "removeExportButton"
                            visible: personal.exportState
                            enabled: !personal.busy
                            text: personal.exportState === "pending" ? qsTr("Cancel") : qsTr("Delete file")
                            onClicked: personal.removeExport()
                        }
                    }
                }
            }
            CardColumn {
                Card {
                    Layout.fillWidth: true
                    title: qsTr("Delete account")

                    Label {
                        Layout.fillWidth: true
                        text: qsTr("Deletes your account with all cameras, recordings, photos, videos, marks, apps, and settings. Paid orders and their receipts are kept, because the law requires it.")
                        color: Theme.muted
                        wrapMode: Text.Wrap
                    }
                    Label {
                        objectName: "deletionState"
                        Layout.fillWidth: true
                        visible: !isNaN(personal.deleteAt)
                        text: visible ? qsTr("Your account will be deleted on %1. Until then, it works as before.").arg(Times.moment(personal.deleteAt)) : ""
                        color: Theme.danger
                        font.weight: Font.Bold
                        wrapMode: Text.Wrap
                    }
                    Button {
                        objectName: "keepAccountButton"
                        visible: !isNaN(personal.deleteAt)
                        highlighted: true
                        enabled: !personal.busy
                        text: qsTr("Keep account")
                        onClicked: personal.keepAccount()
                    }
                    Button {
                        objectName: "deleteAccountButton"
                        visible: isNaN(personal.deleteAt)
                        danger: true
                        enabled: !personal.busy
                        text: qsTr("Delete account…")
                        onClicked: deleting.begin()
                    }
                }
            }
        }
    }

    PersonalDataDialog {
        id: exporting
        model: personal
        onClosed: personal.clearErrors()
        anchors.centerIn: T.Overlay.overlay
        parent: T.Overlay.overlay
    }
    PersonalDataDialog {
        id: deleting
        model: personal
        deletes: true
        onClosed: personal.clearErrors()
        anchors.centerIn: T.Overlay.overlay
        parent: T.Overlay.overlay
    }
}
