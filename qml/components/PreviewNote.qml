// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// Says why a preview shows nothing, or not everything, and offers what helps.
ColumnLayout {
    id: note

    required property PreviewModel preview
    readonly property bool ready: preview.state === LoadState.Ready
    readonly property bool offersObjects: ready && !preview.objectsUnavailable && preview.withoutObjects.length > 0

    // Returns the names of cameras, or of the first ones and the number of the others.
    function namesText(names) {
        const most = 3
        const first = names.slice(0, most).join(qsTr(", "))
        return names.length > most ? qsTr("%1 and %n more", "names of cameras", names.length - most).arg(first) : first
    }

    function stateText() {
        switch (preview.state) {
        case LoadState.Loading: return qsTr("Trying the rule on the last 24 hours…")
        case LoadState.Empty: return qsTr("Add a camera to see what the rule would have done.")
        case LoadState.Failed: return preview.refused ? qsTr("Fix the highlighted fields.") : qsTr("The preview can't be computed now.")
        default: return ""
        }
    }

    function objectsText() {
        if (preview.objectsUnavailable)
            return qsTr("This server can't find objects now. Ask its administrator.")
        if (preview.withoutObjects.length > 0)
            return qsTr("No objects were looked for at %1 in this time. Save and apply the rule, or always look for objects. While something moves, this takes up to half a processor core of the server.").arg(namesText(preview.withoutObjects))
        return preview.awaitingObjects.length > 0
            ? qsTr("Objects are looked for at %1 from now on. Try the rule again later.").arg(namesText(preview.awaitingObjects)) : ""
    }

    visible: sentence.text || note.offersObjects || note.preview.errorText
    spacing: Theme.small

    Label {
        id: sentence
        objectName: "previewNote"
        Layout.fillWidth: true
        visible: text
        wrapMode: Text.Wrap
        color: Theme.muted
        text: {
            if (!note.ready)
                return note.stateText()
            const lines = [note.objectsText()]
            if (note.preview.unobserved.includes("faces"))
                lines.push(qsTr("No faces were looked for in this time. Save the rule to start."))
            if (note.preview.unobserved.includes("motion"))
                lines.push(qsTr("No motion was looked for in this time. Save the rule to start."))
            if (note.preview.truncated)
                lines.push(qsTr("Not everything is shown, because there is too much."))
            return lines.filter((line) => line).join("\n")
        }
    }
    Button {
        objectName: "alwaysObjectsButton"
        visible: note.offersObjects
        enabled: !note.preview.busy
        text: qsTr("Always look for objects")
        icon.name: "edit-find"
        onClicked: note.preview.lookForObjects()
    }
    ErrorNote {
        text: note.preview.errorText
    }
    Button {
        objectName: "retryPreviewButton"
        visible: note.preview.state === LoadState.Failed && !note.preview.refused
        enabled: !note.preview.running
        text: qsTr("Try again")
        onClicked: note.preview.run()
    }
}
