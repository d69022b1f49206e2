// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The marks of all cameras: a timeline of one day, the list of marks, and the keyboard shortcuts for reviewing them.
Page {
    id: page

    required property Portal portal
    property string view: "all"
    property string today: Times.isoDay(new Date())
    // The day of the timeline: the day that the list is limited to, or the day of the current mark.
    property string shownDay: today
    property string firstDay // limits the list to this day at first
    property string wantedId // id of the mark to select once it is loaded
    property var lastUndo: null
    readonly property bool previewing: grid.explaining && looked.deviceMarkId !== undefined
    property var looked: ({}) // the current mark, or the first
    property var sharedIds: [] // of the marks whose links were copied last

    // `review` is the list that contains the mark, so that the shortcuts can step through it.
    signal opened(string markId, MarksModel review)

    header: PageHeader {
        title: qsTr("Review")
        detail: marks.unreadCount > 0 ? qsTr("%n to review", "", marks.unreadCount) : ""

        Button {
            objectName: "filtersButton"
            display: page.width < 560 ? T.AbstractButton.IconOnly : T.AbstractButton.TextBesideIcon
            icon.name: "view-filter"
            text: filters.inForce > 0 ? qsTr("Filters (%1)").arg(filters.inForce) : qsTr("Filters")
            highlighted: filters.inForce > 0
            Accessible.name: text
            onClicked: filters.open()
        }
    }

    MarksModel {
        id: marks
        portal: page.portal
        unreadOnly: page.view === "unread"
        bin: page.view === "bin"
        onFilterChanged: {
            page.lastUndo = null
            grid.selected = []
        }
        onRemoved: (ids) => {
            grid.unselect(ids)
            page.act(ids.length > 1 ? qsTr("%n mark(s) moved to the bin", "", ids.length) : qsTr("Moved to the bin"), () => {
                marks.restore(ids)
                page.wantedId = ids[0]
            })
        }
        onRestored: page.act(qsTr("Restored"), null)
        onMarked: (ids, read) => page.act(read ? qsTr("Marked as read") : qsTr("Marked as unread"), () => marks.markRead(ids, !read))
        onDataChanged: page.look()
        onCountChanged: {
            grid.unselect(grid.selected.filter((id) => marks.indexOf(id) < 0))
            page.followList()
            page.look()
            settled.restart()
        }
    }
    // The view is notified of new rows after the page.
    Timer {
        id: settled
        interval: 0
        onTriggered: page.goToWanted()
    }
    MarkTimeline {
        id: timeline
        portal: page.portal
        marks: marks
        day: page.shownDay
    }
    MarkExports {
        id: exports
        portal: page.portal
        onSaved: (files, missing) => toast.show(missing > 0 ? qsTr("%n file(s) saved in %1. Some marks have neither a clip nor a snapshot.", "", files).arg(folder)
                                                            : qsTr("%n file(s) saved in %1", "", files).arg(folder), null)
        onFailed: (reason, files, total) => toast.show(qsTr("%1 of %2 clips saved. %3").arg(files).arg(total).arg(reason), null)
        onRefused: (reason) => toast.show(reason, null)
        onShared: (links) => {
            const ids = page.sharedIds
            if (links > 0)
                page.act(qsTr("%n link(s) copied, valid for 7 days", "", links), () => exports.revoke(ids))
            else
                toast.show(qsTr("These marks have neither a clip nor a snapshot."), null)
        }
        onRevoked: {
            toast.show(qsTr("The links no longer work"), null)
            marks.signAgain()
        }
    }
    MarkFilterDialog {
        id: filters
        portal: page.portal
        marks: marks
    }
    Timer {
        interval: 30000
        repeat: true
        running: true
        onTriggered: {
            const now = Times.isoDay(new Date())
            if (page.shownDay === page.today && !marks.day)
                page.shownDay = now
            page.today = now
        }
    }

    function readChosen() {
        const ids = grid.chosen()
        if (ids.length > 0 && view !== "bin")
            marks.markRead(ids, ids.some((id) => !marks.get(marks.indexOf(id)).read))
    }

    function removeChosen() {
        const ids = grid.chosen()
        if (ids.length > 0)
            view === "bin" ? marks.restore(ids) : marks.remove(ids)
    }

    function exportChosen() {
        exports.save(grid.chosen().map((id) => marks.get(marks.indexOf(id))))
    }

    function shareChosen() {
        sharedIds = grid.chosen()
        if (sharedIds.length > 0)
            exports.share(sharedIds, 168)
    }

    function act(text, undo) {
        lastUndo = undo
        toast.show(text, undo ? () => page.undo() : null)
    }

    function undo() {
        const action = lastUndo
        lastUndo = null
        toast.hide()
        if (action)
            action()
    }

    function openAt(row) {
        const id = marks.idAt(row)
        if (id)
            opened(id, marks)
    }

    // Moves the timeline to the day of the current mark.
    function followList() {
        const mark = marks.count > 0 ? marks.get(Math.max(0, grid.currentIndex)) : null
        const started = mark ? mark.startedAt : undefined
        if (!marks.day && started)
            shownDay = Times.isoDay(new Date(started))
    }

    // Shows the current mark beside the list. Rows are copies: they are read again when the model changes.
    function look() {
        looked = marks.get(Math.max(0, grid.currentIndex))
    }

    // Selects a mark of the timeline, which may not be loaded in the list yet.
    function goTo(id) {
        wantedId = id
        if (marks.indexOf(id) < 0 && marks.day !== shownDay)
            marks.day = shownDay
        goToWanted()
    }

    function goToWanted() {
        if (!wantedId)
            return
        const row = marks.indexOf(wantedId)
        if (row >= 0) {
            wantedId = ""
            grid.forceLayout() // prevents the rows just added from moving the view again
            grid.currentIndex = row
            grid.positionViewAtIndex(row, GridView.Contain)
            grid.forceActiveFocus(Qt.TabFocusReason)
        } else if (marks.hasMore) {
            marks.loadMore()
        }
    }

    Component.onCompleted: if (firstDay)
        moveToDay(firstDay)

    function moveToDay(day) {
        shownDay = day
        marks.day = day
    }

    Keys.onPressed: (event) => {
        if (!event.matches(StandardKey.Undo))
            return
        page.undo()
        event.accepted = true
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.medium

        GridLayout {
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            columns: page.width > Theme.scaled(860) ? 2 : 1
            columnSpacing: Theme.large
            rowSpacing: Theme.medium

            ChoiceRow {
                Layout.fillWidth: false
                Layout.preferredWidth: implicitWidth
                choices: [{ value: "all", text: qsTr("All"), name: "allFilter" },
                          { value: "unread", text: marks.unreadCount > 0 ? qsTr("Unread (%1)").arg(marks.unreadCount) : qsTr("Unread"), name: "unreadFilter" },
                          { value: "bin", text: qsTr("Bin"), name: "binFilter" }]
                current: page.view
                onChosen: (value) => page.view = value
            }
            DayBar {
                Layout.fillWidth: true
                day: page.shownDay
                today: page.today
                narrowed: marks.day !== ""
                unread: marks.unreadDays[page.shownDay] ?? 0
                onMoved: (day) => page.moveToDay(day)
                onAllChosen: marks.day = ""
            }
        }
        DayTimeline {
            objectName: "dayTimeline"
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            Layout.fillWidth: true
            visible: page.height > 600
            timeline: timeline
            currentId: marks.idAt(grid.currentIndex)
            onChosen: (markId) => page.goTo(markId)
        }

        ErrorNote {
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            text: marks.state === LoadState.Ready ? marks.errorText : ""
        }
        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            loadState: marks.state
            errorText: marks.errorText
            emptyIcon: page.view === "bin" ? "user-trash" : "flag"
            emptyTitle: filters.inForce > 0 || marks.day ? qsTr("No matching marks") : page.view === "bin" ? qsTr("The bin is empty")
                        : page.view === "unread" ? qsTr("No unread marks") : qsTr("No marks yet")
            emptyText: filters.inForce > 0 ? qsTr("No marks match the filters.")
                       : marks.day ? qsTr("There are no marks on this day.")
                       : page.view === "bin" ? qsTr("Deleted items stay here for 30 days.")
                       : page.view === "unread" ? qsTr("New marks appear here automatically.")
                       : qsTr("Marks appear here when a camera detects something.")
            onRetry: marks.reload()

            ReviewGrid {
                id: grid
                anchors.fill: parent
                // Each cell has a gap at its right. A mirrored grid has its right margin on the left.
                anchors.leftMargin: LayoutMirroring.enabled ? Theme.huge - gap : Theme.huge
                anchors.rightMargin: (page.previewing ? preview.width + gap : 0) + Theme.huge - (LayoutMirroring.enabled ? 0 : gap)
                bottomMargin: bulk.visible ? 72 : 0
                portal: page.portal
                marks: marks
                bin: page.view === "bin"
                onCurrentIndexChanged: {
                    page.followList()
                    page.look()
                }
                onOpened: (row) => {
                    currentIndex = row
                    page.openAt(row)
                }
                onReadChosen: page.readChosen()
                onExportChosen: page.exportChosen()
                onShareChosen: page.shareChosen()
                onRemoveChosen: page.removeChosen()
                onUndoChosen: page.undo()
            }
            MarkPreview {
                id: preview
                objectName: "markPreview"
                anchors.right: parent.right
                anchors.rightMargin: Theme.huge
                width: Math.min(420, Math.round(parent.width * 0.4))
                visible: page.previewing
                mark: page.looked
            }
            // Around the whole grid, until a mark is selected.
            FocusFrame {
                anchors.fill: grid
                anchors.margins: 0
                visible: grid.entered && grid.currentIndex < 0
            }
            BulkBar {
                id: bulk
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.large
                count: grid.selected.length
                bin: page.view === "bin"
                saving: exports.running ? qsTr("Saving %1 of %2").arg(exports.done + 1).arg(exports.total) : ""
                onReadChosen: page.readChosen()
                onExportChosen: page.exportChosen()
                onShareChosen: page.shareChosen()
                onRemoveChosen: page.removeChosen()
                onClearChosen: grid.selected = []
                onStopChosen: exports.cancel()
            }
        }
        ReviewKeys {
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            Layout.bottomMargin: Theme.medium
            Layout.fillWidth: true
            visible: marks.state === LoadState.Ready && page.height > 600
            bin: page.view === "bin"
            opened: false
            letters: page.portal.letterKeys
        }
    }

    Toast {
        id: toast
        anchors.bottomMargin: bulk.visible ? bulk.height + 3 * Theme.huge : Theme.huge
    }
}
