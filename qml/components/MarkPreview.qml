// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// A mark beside the list that has it: its picture, and what is known about it. It takes no focus, as the list has the
// keys.
Card {
    id: preview

    required property var mark // a row of MarksModel

    padding: Theme.large
    title: mark.label ? names.labelText(mark.label) + " · " + mark.deviceName : ""

    MarkNames {
        id: names
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Math.round((preview.width - 2 * preview.padding) * 9 / 16)
        radius: Theme.radius
        color: Theme.picture

        Symbol {
            anchors.centerIn: parent
            visible: picture.status !== Image.Ready
            name: "flag"
            size: 48
            color: Theme.pictureMotion
        }
        Image {
            id: picture
            objectName: "previewPicture"
            anchors.fill: parent
            source: preview.mark.thumbnailUrl ?? ""
            fillMode: Image.PreserveAspectFit
            asynchronous: true
        }
    }
    Fact {
        label: qsTr("Start")
        text: preview.mark.startedAt ? Times.moment(preview.mark.startedAt) : ""
    }
    Fact {
        label: qsTr("Duration")
        text: preview.mark.state === "open" || !preview.mark.endedAt ? qsTr("Ongoing")
              : Times.span((new Date(preview.mark.endedAt) - new Date(preview.mark.startedAt)) / 1000)
    }
    Fact {
        label: qsTr("Reason")
        text: preview.mark.reason ? names.reasonLines(preview.mark.reason).join("\n") : ""
    }
    Fact {
        label: qsTr("Clip")
        text: preview.mark.clipState === "ready" ? qsTr("Ready") : names.clipText(preview.mark.clipState ?? "")
    }
    Item {
        Layout.fillHeight: true
    }
}
