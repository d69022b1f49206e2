// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// The actions on selected marks, above the grid.
Rectangle {
    id: bar

    required property int count
    required property bool bin
    required property string saving // the progress of an export; empty: none
    readonly property bool roomy: parent !== null && parent.width > Theme.scaled(720)

    signal readChosen
    signal exportChosen
    signal shareChosen
    signal removeChosen
    signal clearChosen
    signal stopChosen

    implicitWidth: row.implicitWidth + 2 * Theme.large
    implicitHeight: Math.max(56, Theme.controlHeight + Theme.large)
    radius: Theme.cardRadius
    color: Theme.inverse
    visible: count > 0 || saving
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Actions for the selected marks")

    component Action: Button {
        id: act

        property string key

        flat: true
        ink: Theme.inverseText
        display: bar.roomy ? Button.TextBesideIcon : Button.IconOnly
        ToolTip.visible: hovered
        ToolTip.text: act.key ? act.text + " (" + act.key + ")" : act.text

        background: Rectangle {
            radius: Theme.radius
            color: Theme.inverseText
            opacity: act.shownPressed ? 0.25 : act.shownHovered ? 0.15 : 0

            FocusFrame {
                visible: act.shownFocused
            }
        }
    }

    RowLayout {
        id: row
        anchors.centerIn: parent
        spacing: Theme.small

        Label {
            objectName: "selectedLabel"
            visible: bar.count > 0
            text: qsTr("%n selected", "", bar.count)
            color: Theme.inverseText
            font.weight: Font.Bold
        }
        Action {
            objectName: "bulkRead"
            visible: bar.count > 0 && !bar.bin
            text: qsTr("Mark as read")
            icon.name: "mail-mark-read"
            key: "R"
            onClicked: bar.readChosen()
        }
        Action {
            objectName: "bulkExport"
            visible: bar.count > 0
            enabled: !bar.saving
            text: qsTr("Export clips")
            icon.name: "document-export"
            key: "E"
            onClicked: bar.exportChosen()
        }
        Action {
            objectName: "bulkShare"
            visible: bar.count > 0 && !bar.bin
            text: qsTr("Share")
            icon.name: "document-share"
            key: "S"
            onClicked: bar.shareChosen()
        }
        Action {
            objectName: "bulkRemove"
            visible: bar.count > 0
            text: bar.bin ? qsTr("Restore") : qsTr("Delete")
            icon.name: bar.bin ? "edit-undo" : "user-trash"
            key: bar.bin ? "" : qsTr("Del", "a key")
            onClicked: bar.removeChosen()
        }
        Action {
            objectName: "bulkClear"
            visible: bar.count > 0
            text: qsTr("Clear")
            icon.name: "edit-clear"
            key: qsTr("Esc", "a key")
            onClicked: bar.clearChosen()
        }
        Label {
            objectName: "exportLabel"
            visible: bar.saving
            text: bar.saving
            color: Theme.inverseText
        }
        Action {
            objectName: "stopExportButton"
            visible: bar.saving
            text: qsTr("Stop")
            icon.name: "process-stop"
            onClicked: bar.stopChosen()
        }
    }
}
