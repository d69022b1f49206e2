// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What is selected on the timeline, with its actions, and the zoom.
Rectangle {
    id: bar

    required property SpanTools tools // of the selection
    readonly property ClipModel clipModel: tools.clipModel
    readonly property string deviceId: tools.deviceId
    readonly property double from: tools.from // milliseconds since the epoch; NaN: none
    readonly property double to: tools.to
    required property double span // that the timeline shows, in milliseconds
    readonly property bool selected: to > from
    readonly property bool tooLong: to - from > 6 * 3600000
    readonly property bool narrow: width < 860 // the icons must do
    readonly property bool tooLongToHold: to - from > 31 * 86400000
    readonly property bool tooLongToDelete: to - from > 7 * 86400000
    readonly property var zooms: [{ span: 30 * 86400000, text: qsTr("Month") }, { span: 7 * 86400000, text: qsTr("Week") },
                                  { span: 86400000, text: qsTr("Day") }, { span: 3600000, text: qsTr("Hour") },
                                  { span: 60000, text: qsTr("Minute") }, { span: 1000, text: qsTr("Second") }]
    // The zoom that is closest to the span.
    readonly property int zoom: zooms.reduce((best, each, index) => Math.abs(Math.log(each.span / span)) < Math.abs(Math.log(zooms[best].span / span)) ? index : best, 0)

    signal exportChosen
    signal cleared
    signal zoomed(double span)

    function sizeText() {
        if (clipModel.empty)
            return qsTr("nothing recorded")
        if (tooLong)
            return qsTr("at most 6 hours")
        return clipModel.bytes > 0 ? qsTr("%1 MB").arg(Number(Math.max(0.1, clipModel.bytes / 1e6)).toLocaleString(Times.region(), "f", 1)) : ""
    }

    onFromChanged: measuring.restart()
    onToChanged: measuring.restart()
    onDeviceIdChanged: measuring.restart()

    Timer {
        id: measuring
        interval: 300
        onTriggered: if (bar.selected) {
            bar.clipModel.measure(bar.deviceId, bar.from, bar.to)
            if (!bar.tooLongToHold)
                bar.tools.look()
        }
    }

    // A click leaves the focus, and with it the keys, to the page.
    component Act: Button {
        focusPolicy: Qt.TabFocus
    }

    component Tool: ToolButton {
        visible: bar.selected
        display: AbstractButton.IconOnly
        focusPolicy: Qt.TabFocus
        Accessible.name: text
        ToolTip.visible: hovered
        ToolTip.text: text
    }

    implicitHeight: Math.max(40, Theme.controlHeight + Theme.small)
    color: Theme.window

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.divider
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.huge
        anchors.rightMargin: Theme.huge
        spacing: Theme.small

        Label {
            objectName: "selectionLabel"
            visible: bar.selected && bar.width > 640
            text: qsTr("%1 to %2", "times").arg(Times.clock(new Date(bar.from))).arg(Times.clock(new Date(bar.to)))
            font.weight: Font.Bold
        }
        Act {
            objectName: "exportButton"
            compact: true
            visible: bar.selected
            enabled: !bar.clipModel.empty && !bar.tooLong && !bar.clipModel.saving
            highlighted: true
            icon.name: "document-export"
            text: bar.narrow ? "" : qsTr("Export")
            Accessible.name: qsTr("Export")
            onClicked: bar.exportChosen()
        }
        Act {
            objectName: "shareSpanButton"
            compact: true
            visible: bar.selected
            enabled: !bar.clipModel.empty && !bar.tooLong
            icon.name: "document-share"
            text: bar.narrow ? "" : qsTr("Share")
            Accessible.name: qsTr("Share")
            onClicked: bar.tools.share()
        }
        Tool {
            objectName: "holdSpanButton"
            enabled: !bar.clipModel.empty && !bar.tooLongToHold
            icon.name: bar.tools.held ? "object-unlocked" : "object-locked"
            text: bar.tools.held ? qsTr("Release (%1)").arg(bar.tools.heldText) : qsTr("Hold")
            onClicked: bar.tools.held ? bar.tools.release() : bar.tools.hold()
        }
        Tool {
            objectName: "deleteSpanButton"
            enabled: !bar.clipModel.empty && !bar.tools.held && !bar.tooLongToDelete
            icon.name: "edit-delete"
            text: bar.tools.held ? qsTr("Release the recording before deleting it") : qsTr("Delete")
            onClicked: bar.tools.remove()
        }
        Act {
            objectName: "clearSelectionButton"
            compact: true
            flat: true
            visible: bar.selected
            text: qsTr("Clear")
            onClicked: bar.cleared()
        }
        Label { // comes late, and so must not move the buttons
            objectName: "selectionSizeLabel"
            visible: bar.selected && bar.width > 900
            text: Times.span((bar.to - bar.from) / 1000) + (bar.sizeText() ? ", " + bar.sizeText() : "")
            color: bar.clipModel.empty || bar.tooLong ? Theme.danger : Theme.muted
            font.pixelSize: Theme.chipText
        }
        Item {
            Layout.fillWidth: true
        }
        ToolButton {
            objectName: "zoomOutButton"
            icon.name: "list-remove"
            Accessible.name: qsTr("Zoom out")
            onClicked: bar.zoomed(bar.span * 2)
        }
        Repeater {
            model: bar.zooms.length

            Act {
                id: choice

                required property int index
                readonly property bool picked: bar.zoom === index

                objectName: "zoom" + (index + 1)
                visible: bar.width > (bar.selected ? 1100 : 560)
                compact: true
                flat: !picked
                checkable: true
                checked: picked
                text: bar.zooms[index].text
                ink: picked ? Theme.accentText : Theme.soft
                font.weight: picked ? Font.Bold : Font.Normal
                Accessible.role: Accessible.RadioButton
                Accessible.checked: picked
                onClicked: bar.zoomed(bar.zooms[index].span)
            }
        }
        ToolButton {
            objectName: "zoomInButton"
            icon.name: "list-add"
            Accessible.name: qsTr("Zoom in")
            onClicked: bar.zoomed(bar.span / 2)
        }
    }
}
