// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// Draws the zones of a camera on its live picture.
Page {
    id: page

    required property Portal portal
    required property string deviceId
    // The zone that is being edited, {zoneId, name, kind, points}, or null.
    property var zone: null
    property string before // the zone before it was edited, as JSON
    // Leaving would lose this.
    readonly property string unsaved: zone && JSON.stringify(zone) !== before ? qsTr("The changes to this zone are not saved.") : ""

    signal back

    function begin(zone) {
        zones.clearErrors()
        page.zone = zone
        page.before = JSON.stringify(zone)
        form.begin()
    }

    function change(values) {
        zone = Object.assign({}, zone, values)
    }

    header: PageHeader {
        title: camera.name ? qsTr("Zones of %1").arg(camera.name) : qsTr("Zones")
        canGoBack: true
        onBack: page.back()

        Button {
            objectName: "newZoneButton"
            enabled: !page.zone && zones.state !== LoadState.Failed
            highlighted: true
            text: qsTr("New zone")
            icon.name: "list-add"
            onClicked: page.begin({ zoneId: "", name: "", kind: "include", points: [] })
        }
    }

    CameraModel {
        id: camera
        portal: page.portal
        deviceId: page.deviceId
        onRemoved: page.back()
    }
    ZonesModel {
        id: zones
        portal: page.portal
        deviceId: page.deviceId
        onSaved: page.zone = null
        onRemoved: page.zone = null
    }
    ConfirmDialog {
        id: confirm
        title: qsTr("Delete this zone?")
        question: qsTr("Existing marks are kept.")
        action: qsTr("Delete")
        onConfirmed: zones.remove(page.zone.zoneId)
    }

    StateView {
        anchors.fill: parent
        loadState: camera.loadState
        errorText: camera.errorText
        onRetry: camera.reload()

        Flickable {
            anchors.fill: parent
            contentHeight: grid.implicitHeight + Theme.huge
            clip: true
            ScrollBar.vertical: ScrollBar { }

            GridLayout {
                id: grid
                x: Theme.huge
                width: parent.width - 2 * Theme.huge
                columns: width > 760 ? 2 : 1
                columnSpacing: Theme.large
                rowSpacing: Theme.large

                Rectangle {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    implicitHeight: width * 9 / 16
                    color: Theme.picture
                    radius: Theme.radius

                    LiveView {
                        id: view
                        readonly property LivePicture live: picture

                        anchors.fill: parent
                        radius: Theme.radius
                        portal: page.portal
                        name: camera.name
                        status: camera.state
                        reason: camera.stateReason
                        since: camera.stateSince
                        source: camera.mjpegUrl
                        picture.objectName: "zonePicture"
                    }
                    Item {
                        id: surface
                        x: view.live.hasPicture ? view.live.pictureRect.x : 0
                        y: view.live.hasPicture ? view.live.pictureRect.y : 0
                        width: view.live.hasPicture ? view.live.pictureRect.width : parent.width
                        height: view.live.hasPicture ? view.live.pictureRect.height : parent.height

                        Repeater {
                            model: zones

                            ZoneOutline {
                                required property string zoneId
                                required property var polygon

                                anchors.fill: parent
                                visible: !page.zone || page.zone.zoneId !== zoneId
                                points: polygon
                                opacity: page.zone ? 0.5 : 1
                            }
                        }
                        ZoneOutline {
                            objectName: "drawnZone"
                            name: ""
                            anchors.fill: parent
                            visible: page.zone !== null
                            points: page.zone ? page.zone.points : []
                            kind: page.zone ? page.zone.kind : "include"
                            strong: true
                        }
                        ZoneCorners {
                            anchors.fill: parent
                            visible: page.zone !== null
                            points: page.zone ? page.zone.points : []
                            kind: page.zone ? page.zone.kind : "include"
                            onChanged: (points) => page.change({ points: points })
                        }
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.maximumWidth: grid.columns === 2 ? 340 : 100000
                    Layout.minimumWidth: grid.columns === 2 ? 340 : 0
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.large

                    ZoneForm {
                        id: form
                        Layout.fillWidth: true
                        visible: page.zone !== null
                        zones: zones
                        zone: page.zone ?? { zoneId: "", name: "", kind: "include", points: [] }
                        onChanged: (values) => page.change(values)
                        onCanceled: page.zone = null
                        onRemoveChosen: confirm.open()
                    }
                    // Always visible: a hidden layout of Qt 6.4 keeps rows that were removed, and crashes on them.
                    Card {
                        Layout.fillWidth: true
                        padding: Theme.large
                        title: qsTr("Zones")

                        BusyIndicator {
                            Layout.alignment: Qt.AlignHCenter
                            visible: zones.state === LoadState.Loading
                            Accessible.name: qsTr("Loading")
                        }
                        Label {
                            Layout.fillWidth: true
                            visible: zones.state === LoadState.Empty
                            color: Theme.muted
                            wrapMode: Text.Wrap
                            text: qsTr("No zones yet. Draw a zone to watch an area or to ignore it.")
                        }
                        ErrorNote {
                            text: zones.state === LoadState.Failed ? zones.errorText : ""
                        }
                        Button {
                            objectName: "retryZonesButton"
                            visible: zones.state === LoadState.Failed
                            text: qsTr("Try again")
                            onClicked: zones.reload()
                        }
                        Repeater {
                            model: zones

                            ListRow {
                                required property int index
                                required property string zoneId
                                required property string name
                                required property string kind
                                required property var polygon

                                objectName: "zoneRow" + index
                                title: name
                                busy: page.zone !== null
                                detail: kind === "exclude" ? qsTr("Ignored") : kind === "line" ? qsTr("Line") : qsTr("Watched")
                                action: qsTr("Edit")
                                actionName: "editZone" + index
                                onTriggered: page.begin({ zoneId: zoneId, name: name, kind: kind, points: polygon })
                            }
                        }
                    }
                }
            }
        }
    }
}
