// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Asks for a file, exports a span of a recording into it, and shows how far that is.
Rectangle {
    id: progress

    required property ClipModel clipModel
    property string deviceId
    property double from: 0 // milliseconds since the epoch
    property double to: 0

    signal finished(string text)

    // Without an end, the picture of the time is saved. Without a time, it is the newest one.
    function begin(device, camera, start, end) {
        if (clipModel.saving)
            return
        deviceId = device
        from = start
        to = end ?? NaN
        const name = encodeURIComponent(clipModel.fileName(camera, start || Date.now(), end ? "mp4" : "jpg"))
        dialog.currentFile = clipModel.folder + "/" + name
        dialog.open()
    }

    objectName: "exportProgress"
    width: row.implicitWidth + 2 * Theme.large
    height: row.implicitHeight + Theme.large
    visible: clipModel.saving
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.outline

    Connections {
        target: progress.clipModel
        function onSaved(file) { progress.finished(qsTr("Saved %1").arg(decodeURIComponent(("" + file).split("/").pop()))) }
        function onProgressChanged() {
            if (progress.clipModel.failure)
                progress.finished(progress.clipModel.failure)
        }
    }
    FileDialog {
        id: dialog
        objectName: "exportDialog"
        title: qsTr("Export")
        fileMode: FileDialog.SaveFile
        acceptLabel: qsTr("Save")
        rejectLabel: qsTr("Cancel")
        currentFolder: progress.clipModel.folder
        defaultSuffix: isNaN(progress.to) ? "jpg" : "mp4"
        nameFilters: isNaN(progress.to) ? [qsTr("Images") + " (*.jpg)"] : [qsTr("Videos") + " (*.mp4)"]
        onAccepted: {
            if (isNaN(progress.to))
                progress.clipModel.savePicture(progress.deviceId, progress.from, selectedFile)
            else
                progress.clipModel.save(progress.deviceId, progress.from, progress.to, selectedFile)
        }
    }
    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.medium

        BusyIndicator { }
        Label {
            objectName: "exportProgressLabel"
            text: progress.clipModel.total > 0 ? qsTr("Exporting: %1%").arg(Math.floor(100 * progress.clipModel.written / progress.clipModel.total)) : qsTr("Exporting…")
        }
        Button {
            objectName: "cancelExportButton"
            compact: true
            text: qsTr("Cancel")
            onClicked: progress.clipModel.cancel()
        }
    }
}
