// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Player
import Waymark.Portal
import Waymark.Style

// The player above, and the cameras by time below.
Page {
    id: page

    required property Portal portal
    required property Desktop desktop
    property string deviceId // the camera of the player
    property string wantedMark // opens at this mark
    property double wantedTime: 0 // or at this time, milliseconds since the epoch
    readonly property string link: mark.deviceMarkId ? "timeline/" + mark.deviceMarkId : "timeline"
    property var all: [] // the rows of all cameras
    readonly property var rows: chosen ? all.filter((row) => row.deviceId === chosen) : all
    property string chosen // the only camera that is shown; empty: all
    property bool live: true
    property double now: Date.now()
    property double span: 3600000
    property double from: now - 0.9 * span
    readonly property double position: live ? now : player.position
    property double selectedFrom: NaN
    property double selectedTo: NaN
    readonly property var camera: rows.find((row) => row.deviceId === deviceId) ?? ({})

    signal markOpened(string markId)

    function takeCameras() {
        all = Array.from({ length: cameras.count }, (unused, row) => cameras.get(row))
        if (chosen && rows.length === 0)
            chosen = "" // the camera was deleted
        if (!deviceId && rows.length > 0)
            deviceId = rows[0].deviceId
    }

    function zoom(to, share) {
        const time = from + share * span
        span = Math.max(1000, Math.min(32 * 86400000, to))
        from = Math.min(time - share * span, now - 0.1 * span)
    }

    // Zooms around the playhead, so that it stays in sight; around the middle if it is not in sight.
    function zoomAround(to) {
        const share = (position - from) / span
        zoom(to, share >= 0 && share <= 1 ? share : 0.5)
    }

    // Shows a time, in the middle unless it is in sight.
    function reveal(ms) {
        if (ms < from || ms > from + span)
            from = Math.min(ms - span / 2, now - 0.9 * span)
    }

    function seek(ms) {
        if (ms >= now - 2000)
            return goLive()
        live = false
        player.seek(ms)
        reveal(ms)
    }

    function goLive() {
        player.stop()
        live = true
        now = Date.now()
        reveal(now)
    }

    function toggle() {
        live ? seek(now - 5000) : player.playing ? player.pause() : player.play()
    }

    function openMark(id, ms) {
        mark.deviceMarkId = id
        stage.why = true
        if (ms)
            seek(ms)
    }

    // Opens what the link names, once it is known where that is.
    function openWanted() {
        if (wantedMark)
            deviceId = mark.deviceId
        seek(wantedMark ? mark.startedAt.getTime() : wantedTime)
        wantedMark = ""
    }

    function stepMark(forward) {
        const start = mark.deviceId === deviceId ? mark.startedAt.getTime() : NaN // its picture may be a little older
        timeline.findMark(deviceId, start > position && start - position < 2000 ? start : position, forward)
    }

    function stepCamera(step) {
        const at = rows.findIndex((row) => row.deviceId === deviceId) + step
        if (at >= 0 && at < rows.length)
            deviceId = rows[at].deviceId
    }

    function select(start, end) {
        selectedFrom = start
        selectedTo = Math.min(end, now)
    }

    // Exports the selection: without one, the mark, or some seconds around the playhead.
    function beginExport() {
        if (!(selectedTo > selectedFrom)) {
            const start = mark.deviceId === deviceId ? mark.startedAt.getTime() - 5000 : NaN
            const end = (mark.endedAt.getTime() || now) + 5000
            position >= start && position <= end ? select(start, end) : select(position - 15000, position + 15000)
        }
        exporting.begin(deviceId, camera.name ?? "", selectedFrom, selectedTo)
    }

    function savePicture() {
        exporting.begin(deviceId, camera.name ?? "", live ? 0 : player.position)
    }

    onVisibleChanged: if (!visible)
        player.pause()
    Component.onCompleted: {
        mark.deviceMarkId = wantedMark
        if (wantedTime)
            openWanted()
        forceActiveFocus()
    }
    Keys.onPressed: (event) => {
        stage.stir()
        event.accepted = keys.press(event)
    }
    Keys.onEscapePressed: (event) => {
        event.accepted = selectedTo > selectedFrom || stage.full
        if (stage.full)
            stage.toggleFull()
        else
            selectedFrom = selectedTo = NaN
    }
    focus: true

    TimelineKeys {
        id: keys
        letters: page.portal.letterKeys
        onPlayed: page.toggle()
        onMoved: (ms) => page.seek(page.position + ms)
        onFrameStepped: (forward) => page.live ? page.seek(page.now - 5000) : forward ? player.stepForward() : player.stepBack()
        onMarkStepped: (forward) => page.stepMark(forward)
        onCameraStepped: (step) => page.stepCamera(step)
        onEdgeSet: (start) => start ? page.select(page.position, Math.max(page.selectedTo || 0, page.position + 10000))
                                    : page.select(Math.min(page.selectedFrom || Infinity, page.position - 10000), page.position)
        span: page.span
        onZoomed: (span) => page.zoomAround(span)
        onLiveChosen: page.goLive()
        onFullChosen: stage.toggleFull()
        onExportChosen: page.beginExport()
        onPictureChosen: page.savePicture()
        onWhyChosen: stage.why = !stage.why
        onBoxesChosen: page.desktop.boxesShown = !page.desktop.boxesShown
        onSoundChosen: page.desktop.muted = !page.desktop.muted
    }
    CamerasModel {
        id: cameras
        portal: page.portal
        onCountChanged: page.takeCameras()
        onDataChanged: page.takeCameras()
    }
    TimelineModel {
        id: timeline
        portal: page.portal
        onMarkFound: (markId, deviceId, ms) => markId ? page.openMark(markId, ms) : toast.show(qsTr("No more marks"), null)
    }
    RecordingPlayer {
        id: player
        objectName: "recordingPlayer"
        portal: page.portal
        deviceId: page.deviceId
        onReachedPresent: page.goLive()
        // Keeps the playhead in sight, unless the timeline was moved elsewhere.
        onPositionChanged: if (playing && position > page.from + 0.9 * page.span && position < page.from + page.span)
            page.from = position - 0.9 * page.span
    }
    MarkModel {
        id: mark
        portal: page.portal
        deviceMarkId: ""
        onChanged: if (page.wantedMark && page.wantedMark === deviceMarkId && deviceId)
            page.openWanted()
    }
    Timer {
        interval: page.live ? 500 : 2000
        repeat: true
        running: page.visible
        onTriggered: {
            const before = page.now
            page.now = Date.now()
            // The present stays where it is in sight: a jump would undo a zoom around the pointer.
            if (page.live && page.now > page.from + 0.9 * page.span && before < page.from + page.span)
                page.from += page.now - Math.max(before, page.from + 0.9 * page.span)
        }
    }
    SpanTools {
        id: tools
        portal: page.portal
        deviceId: page.deviceId
        camera: page.camera.name ?? ""
        from: page.selectedFrom
        to: page.selectedTo
        onTold: (text, undo) => toast.show(text, undo)
        onRemoved: page.selectedFrom = page.selectedTo = NaN
    }

    header: TimelineHeader {
        id: head
        rows: page.all
        chosen: page.chosen
        keys: keys
        middle: page.from + page.span / 2
        canGoOn: page.from + page.span < page.now
        onMoved: (middle) => page.from = Math.min(middle - page.span / 2, page.now - 0.9 * page.span)
        onCameraChosen: (deviceId) => {
            page.chosen = deviceId
            page.deviceId = deviceId || page.deviceId
        }
    }

    StateView {
        anchors.fill: parent
        loadState: cameras.state
        errorText: cameras.errorText
        emptyIcon: "camera-video"
        emptyTitle: qsTr("No cameras yet")
        emptyText: qsTr("Add a camera on the Home page. Its recording appears here.")
        onRetry: cameras.reload()

        ColumnLayout {
            anchors.fill: parent
            spacing: 0

            TimelineStage {
                id: stage
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.topMargin: -Theme.large // the header leaves room for the cards of other pages
                portal: page.portal
                desktop: page.desktop
                page: page
                player: player
                mark: mark
                camera: page.camera
                deviceId: page.deviceId
                live: page.live
                position: page.position
                now: page.now
                onToggled: page.toggle()
                onMoved: (ms) => page.seek(page.position + ms)
                onMarkStepped: (forward) => page.stepMark(forward)
                onLiveChosen: page.goLive()
                onPictureChosen: page.savePicture()
                onMarkOpened: page.markOpened(mark.deviceMarkId)
            }
            ErrorNote {
                Layout.margins: visible ? Theme.small : 0
                text: timeline.loadState === LoadState.Failed ? timeline.errorText : ""
            }
            TimelineBar {
                Layout.fillWidth: true
                tools: tools
                span: page.span
                onExportChosen: page.beginExport()
                onCleared: page.selectedFrom = page.selectedTo = NaN
                onZoomed: (span) => page.zoomAround(span)
            }
            TimelineRows {
                id: timelineRows
                readonly property int shown: Math.min(page.rows.length, page.height < 760 ? 3 : 6)

                Layout.fillWidth: true
                Layout.preferredHeight: rulerHeight + Math.max(1, shown) * rowHeight
                portal: page.portal
                model: timeline
                cameras: page.rows
                deviceId: page.deviceId
                from: page.from
                span: page.span
                position: page.position
                now: page.now
                selectedFrom: page.selectedFrom
                selectedTo: page.selectedTo
                hiddenKinds: head.hiddenKinds
                onSought: (ms) => page.seek(ms)
                onCameraChosen: (deviceId) => page.deviceId = deviceId
                onMarkChosen: (markId, deviceId, ms) => {
                    page.deviceId = deviceId
                    markId ? page.openMark(markId, ms) : page.seek(ms)
                }
                onSelected: (from, to) => page.select(from, to)
                onZoomed: (factor, share) => page.zoom(page.span * factor, share)
                onPanned: (ms) => page.from = Math.min(page.from + ms, page.now - 0.1 * page.span)
            }
            DayStrip {
                Layout.fillWidth: true
                visible: page.height > 520
                model: timeline
                deviceId: page.deviceId
                from: page.from
                span: page.span
                namesWidth: timelineRows.namesWidth
                colors: timelineRows.colors
                onMoved: (center) => page.from = Math.min(center - page.span / 2, page.now - 0.1 * page.span)
            }
        }
    }

    ClipExport {
        id: exporting
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.large
        clipModel: tools.clipModel
        onFinished: (text) => toast.show(text, null)
    }
    Toast { id: toast }
}
