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
    readonly property bool previewing: width > Theme.scaled(960) && looked.deviceMarkId !== undefined
    property var looked: ({}) // the current mark, or the first

    // `review` is the list that contains the mark, so that the shortcuts can step through it.
    signal opened(string markId, MarksModel review)

    header: PageHeader {
        title: qsTr("Review")

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
        onFilterChanged: page.lastUndo = null
        onRemoved: (ids) => page.act(qsTr("Moved to the bin"), () => {
            marks.restore(ids)
            page.wantedId = ids[0]
        })
        onRestored: page.act(qsTr("Restored"), null)
        onMarked: (ids, read) => page.act(read ? qsTr("Marked as read") : qsTr("Marked as unread"), () => marks.markRead(ids, !read))
        onDataChanged: page.look()
        onCountChanged: {
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
        const mark = marks.count > 0 ? marks.get(Math.max(0, list.currentIndex)) : null
        const started = mark ? mark.startedAt : undefined
        if (!marks.day && started)
            shownDay = Times.isoDay(new Date(started))
    }

    // Shows the current mark beside the list. Rows are copies: they are read again when the model changes.
    function look() {
        looked = marks.get(Math.max(0, list.currentIndex))
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
            list.forceLayout() // prevents the rows just added from moving the view again
            list.currentIndex = row
            list.positionViewAtIndex(row, ListView.Contain)
            list.forceActiveFocus(Qt.TabFocusReason)
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

        ChoiceRow {
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            choices: [{ value: "all", text: qsTr("All"), name: "allFilter" },
                      { value: "unread", text: marks.unreadCount > 0 ? qsTr("Unread (%1)").arg(marks.unreadCount) : qsTr("Unread"), name: "unreadFilter" },
                      { value: "bin", text: qsTr("Bin"), name: "binFilter" }]
            current: page.view
            onChosen: (value) => page.view = value
        }
        DayBar {
            Layout.leftMargin: Theme.huge - Theme.small
            Layout.rightMargin: Theme.huge
            Layout.fillWidth: true
            day: page.shownDay
            today: page.today
            narrowed: marks.day !== ""
            unread: marks.unreadDays[page.shownDay] ?? 0
            onMoved: (day) => page.moveToDay(day)
            onAllChosen: marks.day = ""
        }
        DayTimeline {
            objectName: "dayTimeline"
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            Layout.fillWidth: true
            visible: page.height > 460
            timeline: timeline
            currentId: marks.idAt(list.currentIndex)
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

            ListView {
                id: list
                objectName: "marksList"
                anchors.fill: parent
                anchors.leftMargin: Theme.huge - Theme.small
                anchors.rightMargin: page.previewing ? preview.width + Theme.huge + Theme.large : Theme.huge - Theme.small
                clip: true
                focus: true
                // The Tab key has brought the focus here: a click on the page shows none.
                property bool entered: false

                activeFocusOnTab: true
                keyNavigationEnabled: true
                onActiveFocusChanged: entered = false
                Keys.onReleased: (event) => {
                    if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
                        entered = true
                }
                currentIndex: -1 // without a current item, new rows appear at the top of the view
                model: marks
                ScrollBar.vertical: ScrollBar { }
                onAtYEndChanged: if (atYEnd && marks.hasMore)
                    marks.loadMore()
                onCurrentIndexChanged: {
                    page.followList()
                    page.look()
                    if (currentIndex >= count - 3 && marks.hasMore)
                        marks.loadMore()
                }

                delegate: MarkEntry {
                    width: ListView.view.width
                    today: page.today
                    bin: page.view === "bin"
                    current: ListView.isCurrentItem && list.activeFocus
                    firstOfDay: {
                        if (index === 0)
                            return true
                        const before = marks.get(index - 1).startedAt
                        return !before || new Date(before).toDateString() !== startedAt.toDateString()
                    }
                    onOpened: {
                        list.currentIndex = index
                        page.openAt(index)
                    }
                    onReadChosen: marks.markRead([deviceMarkId], !read)
                    onBinChosen: bin ? marks.restore([deviceMarkId]) : marks.remove([deviceMarkId])
                }

                Keys.onPressed: (event) => {
                    const mark = marks.get(currentIndex)
                    if (event.key === Qt.Key_J)
                        incrementCurrentIndex()
                    else if (event.key === Qt.Key_K)
                        decrementCurrentIndex()
                    else if (event.key === Qt.Key_U)
                        page.undo()
                    else if (!mark.deviceMarkId)
                        return
                    else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space)
                        page.openAt(currentIndex)
                    else if (event.key === Qt.Key_R && page.view !== "bin")
                        marks.markRead([mark.deviceMarkId], !mark.read)
                    else if (event.key === Qt.Key_Delete && page.view !== "bin")
                        marks.remove([mark.deviceMarkId])
                    else
                        return
                    event.accepted = true
                }
            }
            MarkPreview {
                id: preview
                objectName: "markPreview"
                anchors.right: parent.right
                anchors.rightMargin: Theme.huge
                width: Math.min(640, Math.round(parent.width * 0.4))
                visible: page.previewing
                mark: page.looked
            }
            // Around the whole list, until a mark is selected.
            FocusFrame {
                anchors.fill: list
                anchors.margins: 0
                visible: list.entered && list.currentIndex < 0
            }
        }
        ReviewKeys {
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            Layout.bottomMargin: Theme.medium
            Layout.fillWidth: true
            visible: marks.state === LoadState.Ready && page.height > 400
            bin: page.view === "bin"
            opened: false
        }
    }

    Toast {
        id: toast
    }
}
