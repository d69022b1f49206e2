// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// The cameras of one group, or the ungrouped cameras, below a title.
ColumnLayout {
    id: section

    required property Portal portal
    required property CamerasModel cameras
    required property string title
    // Set explicitly: a layout that is created hidden may compute its width too late.
    required property int wide
    property string emptyText
    // Shows the cameras of this group, or every camera where `all` is set.
    property string devgroupId
    property bool all: false
    property bool compact: false
    property bool editable: false
    property string prefix: ""
    required property var wall // see WallLayout
    property bool crop: false
    // The part of the section that is in sight.
    property real sightTop: 0
    property real sightBottom: 1000000
    readonly property int columns: compact ? 1 : wall.columns
    readonly property int gap: compact ? Theme.medium : Theme.small
    readonly property int shown: Array.from(flow.visibleChildren).filter((item) => item.isTile === true).length
    default property alias actions: row.data

    // Opens the tile at a place of the section, counted from 0.
    function open(place) {
        Array.from(flow.visibleChildren).filter((item) => item.isTile === true)[place]?.clicked()
    }

    // Moves the focus by `by` tiles, with the arrow keys.
    function step(tile, by) {
        const tiles = Array.from(flow.visibleChildren).filter((item) => item.isTile === true)
        tiles[tiles.indexOf(tile) + by]?.forceActiveFocus(Qt.TabFocusReason)
    }

    signal opened(string deviceId)
    signal settingsChosen(string deviceId, bool test)
    // Pictures of the camera no longer arrive, or arrive again, or its tile is shown.
    signal healthSeen(string deviceId, string health)
    signal menuAsked(Item button, string deviceId, string name, string devgroupId)

    Layout.fillWidth: true
    spacing: Theme.medium

    RowLayout {
        id: row
        Layout.fillWidth: true
        visible: section.title
        spacing: Theme.small

        Label {
            Layout.fillWidth: true
            text: section.title
            elide: Text.ElideRight
            font.pixelSize: Theme.titleText
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
    }
    Label {
        Layout.fillWidth: true
        visible: section.shown === 0 && section.emptyText
        text: section.emptyText
        color: Theme.muted
        wrapMode: Text.Wrap
    }
    Flow {
        id: flow
        Layout.preferredWidth: section.wide
        spacing: section.gap

        Repeater {
            model: section.cameras

            CameraTile {
                id: tile

                required property int index
                required property string deviceId
                required property var devgroupId
                required property var state
                required property var stateReason
                required property var stateSince
                required property var mjpegUrl
                required property var sharedBy
                required property var sharedUntil
                readonly property bool isTile: true

                // Each section holds every camera and shows its own. A hidden camera fetches no picture.
                visible: section.all || (devgroupId ?? "") === section.devgroupId
                width: section.compact ? section.wide : section.wall.width
                height: section.compact ? implicitHeight : section.wall.height
                crop: section.crop
                inSight: flow.y + y + height > section.sightTop && flow.y + y < section.sightBottom
                portal: section.portal
                number: index
                prefix: section.prefix
                detail: !sharedBy ? "" : sharedUntil ? qsTr("Shared by %1 until %2").arg(sharedBy).arg(Times.moment(sharedUntil)) : qsTr("Shared by %1").arg(sharedBy)
                status: state ?? ""
                reason: stateReason ?? ""
                since: stateSince ?? new Date(NaN)
                source: visible ? mjpegUrl ?? "" : ""
                compact: section.compact
                editable: section.editable
                Keys.onLeftPressed: section.step(tile, mirrored ? 1 : -1)
                Keys.onRightPressed: section.step(tile, mirrored ? -1 : 1)
                Keys.onUpPressed: section.step(tile, -section.columns)
                Keys.onDownPressed: section.step(tile, section.columns)
                onClicked: section.opened(deviceId)
                onSettingsChosen: (test) => section.settingsChosen(deviceId, test)
                onHealthChanged: if (visible)
                    section.healthSeen(deviceId, health)
                onVisibleChanged: if (visible) // the health may have changed while another page was shown
                    section.healthSeen(deviceId, health)
                onMenuAsked: (button) => section.menuAsked(button, deviceId, name, devgroupId ?? "")
            }
        }
    }
}
