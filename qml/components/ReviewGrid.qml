// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Client
import Waymark.Style

// Marks as cards, with the keys for reviewing them and a selection for actions on several.
GridView {
    id: grid

    required property Portal portal
    required property MarksModel marks
    required property bool bin
    property bool explaining: false // the current mark is shown beside the grid
    property var selected: [] // ids of marks
    property string runStart // id of the mark from which Shift X selects

    signal opened(int row)
    signal readChosen
    signal exportChosen
    signal shareChosen
    signal removeChosen
    signal undoChosen

    readonly property int gap: Theme.large
    readonly property int columns: Math.max(1, Math.floor((width + 1) / (Theme.scaled(240) + gap)))
    // The Tab key has brought the focus here: a click on the page shows none.
    property bool entered: false

    // The marks that an action is about: the selected ones, or the current one.
    function chosen() {
        if (selected.length > 0)
            return selected
        const id = marks.idAt(currentIndex)
        return id ? [id] : []
    }

    function unselect(ids) {
        selected = selected.filter((id) => ids.indexOf(id) < 0)
    }

    // Selects a mark, or all from the one selected last to this one. A request may name 100.
    function select(row, run) {
        const id = marks.idAt(row)
        if (!id)
            return
        const from = run ? marks.indexOf(runStart) : -1
        if (from >= 0) {
            const ids = selected.slice()
            for (let at = Math.min(from, row); at <= Math.max(from, row); ++at) {
                if (ids.indexOf(marks.idAt(at)) < 0 && ids.length < 100)
                    ids.push(marks.idAt(at))
            }
            selected = ids
        } else if (selected.indexOf(id) >= 0) {
            unselect([id])
        } else if (selected.length < 100) {
            selected = selected.concat([id])
        }
        runStart = id
    }

    function moveTo(row) {
        if (row >= 0 && row < count)
            currentIndex = row
    }

    objectName: "marksList"
    topMargin: Theme.tiny
    cellWidth: Math.floor(width / columns)
    cellHeight: Math.round((cellWidth - gap) * 9 / 16) + Theme.scaled(88) + gap
    clip: true
    focus: true
    activeFocusOnTab: true
    keyNavigationEnabled: true
    onActiveFocusChanged: entered = false
    Keys.onReleased: (event) => {
        if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
            entered = true
    }
    currentIndex: -1 // without a current item, new cards appear at the top of the view
    model: marks
    // In the margin, on either side.
    ScrollBar.vertical: ScrollBar {
        parent: grid.parent
        anchors.top: grid.top
        anchors.bottom: grid.bottom
        anchors.right: grid.right
        anchors.rightMargin: (mirrored ? 0 : grid.gap) - Theme.medium
    }
    onAtYEndChanged: if (atYEnd && marks.hasMore)
        marks.loadMore()
    onCurrentIndexChanged: {
        if (currentIndex >= count - 3 && marks.hasMore)
            marks.loadMore()
    }

    MarkNames {
        id: words
    }
    ZoneNames {
        id: zones
        portal: grid.portal
    }

    delegate: MarkCard {
        readonly property bool firstOfDay: {
            if (index === 0)
                return true
            const before = grid.marks.get(index - 1).startedAt
            return !before || new Date(before).toDateString() !== startedAt.toDateString()
        }

        width: grid.cellWidth - grid.gap
        height: grid.cellHeight - grid.gap
        focusPolicy: Qt.NoFocus // the grid handles the keyboard
        names: words
        knownZones: zones.zones
        dated: firstOfDay
        selectable: true
        selected: grid.selected.indexOf(deviceMarkId) >= 0
        bin: grid.bin
        current: GridView.isCurrentItem && grid.activeFocus
        onSelectChosen: grid.select(index, false)
        onClicked: {
            grid.currentIndex = index
            grid.opened(index)
        }
        onReadChosen: grid.marks.markRead([deviceMarkId], !read)
        onBinChosen: bin ? grid.marks.restore([deviceMarkId]) : grid.marks.remove([deviceMarkId])
    }

    Keys.onPressed: (event) => {
        const letters = portal.letterKeys && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
        const arrows = [Qt.Key_Down, Qt.Key_Right, Qt.Key_Up, Qt.Key_Left]
        if (currentIndex < 0 && arrows.indexOf(event.key) >= 0)
            moveTo(0)
        else if (letters && event.key === Qt.Key_J)
            moveTo(currentIndex + 1)
        else if (letters && event.key === Qt.Key_K)
            moveTo(currentIndex - 1)
        else if (letters && event.key === Qt.Key_U)
            undoChosen()
        else if (letters && event.key === Qt.Key_W)
            explaining = !explaining
        else if (event.key === Qt.Key_Escape && selected.length > 0)
            selected = []
        else if (event.key === Qt.Key_Escape && explaining)
            explaining = false
        else if (chosen().length === 0)
            return
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space)
            opened(currentIndex)
        else if (letters && event.key === Qt.Key_X)
            select(currentIndex, event.modifiers & Qt.ShiftModifier)
        else if (letters && event.key === Qt.Key_R)
            readChosen()
        else if (letters && event.key === Qt.Key_E)
            exportChosen()
        else if (letters && event.key === Qt.Key_S && !bin)
            shareChosen()
        else if (event.key === Qt.Key_Delete && !bin)
            removeChosen()
        else
            return
        event.accepted = true
    }
}
