// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Portal
import Waymark.Style

Page {
    id: page

    required property Portal portal
    required property string deviceMarkId
    // The account that owns the camera, if the camera is shared.
    property string accountId
    // The list from which the mark was opened, if any. The shortcuts step through this list.
    property MarksModel review
    property string lastBinned
    property int lastRow: -1 // of the mark in that list, which a mark may leave by being read
    property string seenId // the mark that was marked as read by being shown
    readonly property bool narrow: width < 640
    readonly property bool inBin: !isNaN(mark.deletedAt.getTime())

    signal back
    signal timelineChosen

    // Moves by `step` marks. Stays on the last mark of the list.
    function go(step) {
        if (!review)
            return
        const row = review.indexOf(deviceMarkId)
        // The next mark has taken the place of one that has left the list.
        const next = review.idAt(row >= 0 ? row + step : lastRow + Math.min(step, 0))
        if (next)
            deviceMarkId = next
        if (review.hasMore && lastRow + step > review.count - 4)
            review.loadMore()
    }

    // Marks the mark as read once, when it is shown. The user may mark it as unread again.
    function see() {
        if (mark.loadState !== LoadState.Ready || seenId === deviceMarkId || inBin)
            return
        seenId = deviceMarkId
        lastRow = review ? review.indexOf(deviceMarkId) : -1
        if (!mark.read)
            mark.markRead(true)
    }

    // Deletes the mark. Once the server has confirmed that, the page moves on to the next mark.
    function binAndGo() {
        if (inBin || accountId)
            return
        lastBinned = deviceMarkId
        mark.remove()
    }

    function undo() {
        if (!lastBinned)
            return
        const id = lastBinned
        lastBinned = ""
        toast.hide()
        if (deviceMarkId === id)
            mark.restore()
        else if (review)
            review.restore([id])
    }

    focus: true
    Keys.onPressed: (event) => {
        const letters = portal.letterKeys && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
        if ((letters && event.key === Qt.Key_J) || event.key === Qt.Key_Down)
            go(1)
        else if ((letters && event.key === Qt.Key_K) || event.key === Qt.Key_Up)
            go(-1)
        else if (letters && event.key === Qt.Key_R && !inBin)
            mark.markRead(!mark.read)
        else if (event.key === Qt.Key_Delete)
            binAndGo()
        else if ((letters && event.key === Qt.Key_U) || event.matches(StandardKey.Undo))
            undo()
        else if (letters && event.key === Qt.Key_T && !accountId && !inBin)
            timelineChosen()
        else if (event.key === Qt.Key_Space)
            playOrPause()
        else if (event.key === Qt.Key_Escape)
            back()
        else
            return
        event.accepted = true
    }

    function playOrPause() {
        if (tabs.current === "clip")
            clip.toggle()
        else
            tabs.current = "clip"
    }

    onDeviceMarkIdChanged: tabs.current = "snapshot"
    Component.onCompleted: forceActiveFocus()

    header: PageHeader {
        title: mark.loadState === LoadState.Ready ? names.labelText(mark.label) + " · " + mark.deviceName : qsTr("Mark")
        canGoBack: true
        onBack: page.back()

        Button {
            objectName: "timelineButton"
            display: page.narrow ? T.AbstractButton.IconOnly : T.AbstractButton.TextBesideIcon
            visible: mark.loadState === LoadState.Ready && !page.inBin && !page.accountId
            text: qsTr("Timeline")
            icon.name: "view-calendar-timeline"
            onClicked: page.timelineChosen()
        }
        Button {
            objectName: "markReadButton"
            display: page.narrow ? T.AbstractButton.IconOnly : T.AbstractButton.TextBesideIcon
            visible: mark.loadState === LoadState.Ready && !page.inBin
            text: mark.read ? qsTr("Mark as unread") : qsTr("Mark as read")
            icon.name: mark.read ? "mail-mark-unread" : "mail-mark-read"
            onClicked: mark.markRead(!mark.read)
        }
        Button {
            objectName: "binButton"
            display: page.narrow ? T.AbstractButton.IconOnly : T.AbstractButton.TextBesideIcon
            visible: mark.loadState === LoadState.Ready && !page.inBin && !page.accountId
            text: qsTr("Delete")
            icon.name: "user-trash"
            onClicked: page.binAndGo()
        }
        Button {
            objectName: "restoreButton"
            display: page.narrow ? T.AbstractButton.IconOnly : T.AbstractButton.TextBesideIcon
            visible: page.inBin
            highlighted: true
            text: qsTr("Restore")
            icon.name: "edit-undo"
            onClicked: mark.restore()
        }
    }

    MarkModel {
        id: mark
        onLoadStateChanged: page.see()
        onChanged: page.see()
        portal: page.portal
        deviceMarkId: page.deviceMarkId
        accountId: page.accountId
        onRemoved: {
            toast.show(qsTr("Moved to the bin"), () => page.undo())
            const row = page.review ? page.review.indexOf(page.lastBinned) : -1
            // Opening a mark takes it off the list of unread ones.
            const next = !page.review ? "" : row >= 0 ? page.review.idAt(row + 1) || page.review.idAt(row - 1)
                                                      : page.review.idAt(page.lastRow) || page.review.idAt(page.lastRow - 1)
            if (next)
                page.deviceMarkId = next
        }
        onRestored: toast.show(qsTr("Restored"))
    }
    MarkNames {
        id: names
    }

    StateView {
        anchors.fill: parent
        loadState: mark.loadState
        errorText: mark.errorText
        onRetry: mark.reload()

        Flickable {
            anchors.fill: parent
            contentHeight: grid.implicitHeight + 2 * Theme.huge
            clip: true
            ScrollBar.vertical: ScrollBar { }

            GridLayout {
                id: grid
                x: Theme.huge
                width: parent.width - 2 * Theme.huge
                columns: width > 820 ? 2 : 1
                columnSpacing: Theme.large
                rowSpacing: Theme.large

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.large

                    ChoiceRow {
                        choices: [{ value: "snapshot", text: qsTr("Snapshot"), name: "snapshotTab" },
                                  { value: "clip", text: qsTr("Clip"), name: "clipTab" }]
                        current: tabs.current
                        onChosen: (value) => tabs.current = value
                    }
                    Item {
                        id: tabs

                        property string current: "snapshot"

                        Layout.fillWidth: true
                        implicitHeight: width * 9 / 16

                        BoxedPicture {
                            objectName: "markPicture"
                            anchors.fill: parent
                            visible: tabs.current === "snapshot"
                            source: mark.snapshotUrl
                            objects: mark.objects
                            emptyText: qsTr("No snapshot")
                        }
                        VideoView {
                            id: clip
                            objectName: "clipView"
                            anchors.fill: parent
                            visible: tabs.current === "clip" && mark.clipUrl != ""
                            source: visible ? mark.clipUrl : ""
                            autoPlay: true
                        }
                        Rectangle {
                            anchors.fill: parent
                            visible: tabs.current === "clip" && mark.clipUrl == ""
                            radius: Theme.radius
                            color: Theme.picture

                            Label {
                                objectName: "clipStateLabel"
                                anchors.centerIn: parent
                                color: Theme.pictureText
                                text: names.clipText(mark.clipState)
                            }
                        }
                    }
                }

                Card {
                    Layout.fillWidth: true
                    Layout.maximumWidth: grid.columns === 2 ? 340 : 100000
                    Layout.alignment: Qt.AlignTop
                    title: qsTr("Details")

                    Fact {
                        label: qsTr("Camera")
                        text: mark.deviceName
                    }
                    Fact {
                        label: qsTr("Start")
                        text: Times.moment(mark.startedAt)
                    }
                    Fact {
                        label: qsTr("End")
                        text: mark.state === "open" ? qsTr("Ongoing") : Times.moment(mark.endedAt)
                    }
                    Fact {
                        label: qsTr("Duration")
                        text: mark.state === "open" ? "" : Times.span((mark.endedAt - mark.startedAt) / 1000)
                    }
                    Fact {
                        objectName: "reasonFact"
                        label: qsTr("Reason")
                        text: names.reasonLines(mark.reason).join("\n")
                    }
                    Fact {
                        label: qsTr("Clip")
                        text: mark.clipState === "ready" ? qsTr("Ready") : names.clipText(mark.clipState)
                    }
                }
                ReviewKeys {
                    Layout.fillWidth: true
                    Layout.columnSpan: grid.columns
                    visible: page.review !== null
                    bin: page.inBin
                    opened: true
                    letters: page.portal.letterKeys
                }
            }
        }
    }

    Toast {
        id: toast
    }
}
