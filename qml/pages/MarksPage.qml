// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

Page {
    id: page

    required property Portal portal
    property string view: "all"

    signal opened(string markId)

    header: PageHeader {
        title: qsTr("Marks")
    }

    MarksModel {
        id: marks
        portal: page.portal
        unreadOnly: page.view === "unread"
        bin: page.view === "bin"
    }
    CamerasModel {
        id: cameras
        portal: page.portal
    }

    function bin(id) {
        marks.remove([id])
        toast.show(qsTr("Moved to the bin"), () => marks.restore([id]))
    }

    function takeBack(id) {
        marks.restore([id])
        toast.show(qsTr("Taken back"))
    }

    function setRead(id, read) {
        marks.markRead([id], read)
    }

    Shortcut {
        sequence: "Ctrl+Z"
        onActivated: toast.takeBack()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.medium

        RowLayout {
            Layout.leftMargin: Theme.huge
            Layout.rightMargin: Theme.huge
            spacing: Theme.medium

            ChoiceRow {
                Layout.fillWidth: true
                choices: [{ value: "all", text: qsTr("All"), name: "allFilter" },
                          { value: "unread", text: marks.unreadCount > 0 ? qsTr("Unread (%1)").arg(marks.unreadCount) : qsTr("Unread"), name: "unreadFilter" },
                          { value: "bin", text: qsTr("Bin"), name: "binFilter" }]
                current: page.view
                onChosen: (value) => page.view = value
            }
            ComboBox {
                id: cameraBox

                readonly property var entries: {
                    const rows = [{ text: qsTr("All cameras"), id: "" }]
                    for (let i = 0; i < cameras.count; ++i)
                        rows.push({ text: cameras.get(i).name, id: cameras.get(i).deviceId })
                    return rows
                }

                objectName: "cameraFilter"
                Layout.preferredWidth: 200
                visible: cameras.count > 1
                model: entries
                textRole: "text"
                Accessible.name: qsTr("Camera")
                onActivated: (index) => marks.deviceId = entries[index].id
            }
        }

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            loadState: marks.state
            errorText: marks.errorText
            emptyIcon: page.view === "bin" ? "user-trash" : "flag"
            emptyTitle: page.view === "bin" ? qsTr("The bin is empty") : page.view === "unread" ? qsTr("All read") : qsTr("No marks yet")
            emptyText: page.view === "bin" ? qsTr("What you throw away stays here for 30 days.")
                       : page.view === "unread" ? qsTr("New marks appear here by themselves.")
                       : qsTr("When something moves in front of a camera, it appears here by itself.")
            onRetry: marks.reload()

            ListView {
                id: list
                objectName: "marksList"
                anchors.fill: parent
                anchors.leftMargin: Theme.huge - Theme.small
                anchors.rightMargin: Theme.huge - Theme.small
                clip: true
                focus: true
                activeFocusOnTab: true
                keyNavigationEnabled: true
                model: marks
                ScrollBar.vertical: ScrollBar { }
                onAtYEndChanged: if (atYEnd && marks.hasMore)
                    marks.loadMore()

                delegate: ColumnLayout {
                    id: entry

                    required property int index
                    required property string deviceMarkId
                    required property string deviceName
                    required property string label
                    required property string state
                    required property date startedAt
                    required property var read
                    required property var thumbnailUrl
                    readonly property bool firstOfDay: {
                        if (index === 0)
                            return true
                        const before = marks.get(index - 1).startedAt
                        return !before || new Date(before).toDateString() !== startedAt.toDateString()
                    }

                    width: ListView.view.width
                    spacing: 0

                    function dayText() {
                        const today = new Date()
                        const yesterday = new Date()
                        yesterday.setDate(today.getDate() - 1)
                        if (startedAt.toDateString() === today.toDateString())
                            return qsTr("Today")
                        if (startedAt.toDateString() === yesterday.toDateString())
                            return qsTr("Yesterday")
                        return startedAt.toLocaleDateString(Qt.locale(), Locale.LongFormat)
                    }

                    Label {
                        visible: entry.firstOfDay
                        Layout.leftMargin: Theme.small
                        Layout.topMargin: entry.index === 0 ? Theme.tiny : Theme.large
                        Layout.bottomMargin: Theme.tiny
                        text: entry.dayText()
                        color: Theme.muted
                        font.pixelSize: Theme.smallText + 1
                        font.weight: Font.DemiBold
                    }

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.small

                        MarkRow {
                            Layout.fillWidth: true
                            index: entry.index
                            deviceMarkId: entry.deviceMarkId
                            deviceName: entry.deviceName
                            label: entry.label
                            state: entry.state
                            startedAt: entry.startedAt
                            read: entry.read
                            thumbnailUrl: entry.thumbnailUrl
                            highlighted: entry.ListView.isCurrentItem && list.activeFocus
                            onClicked: {
                                list.currentIndex = entry.index
                                page.opened(entry.deviceMarkId)
                            }
                        }
                        ToolButton {
                            objectName: "toggleRead" + entry.index
                            visible: page.view !== "bin"
                            icon.name: entry.read ? "mail-mark-unread" : "mail-mark-read"
                            Accessible.name: entry.read ? qsTr("Mark as unread") : qsTr("Mark as read")
                            ToolTip.visible: hovered
                            ToolTip.text: Accessible.name
                            onClicked: page.setRead(entry.deviceMarkId, !entry.read)
                        }
                        ToolButton {
                            objectName: "binMark" + entry.index
                            icon.name: page.view === "bin" ? "edit-undo" : "user-trash"
                            Accessible.name: page.view === "bin" ? qsTr("Take back") : qsTr("Move to the bin")
                            ToolTip.visible: hovered
                            ToolTip.text: Accessible.name
                            onClicked: page.view === "bin" ? page.takeBack(entry.deviceMarkId) : page.bin(entry.deviceMarkId)
                        }
                    }
                }

                Keys.onPressed: (event) => {
                    const mark = currentIndex >= 0 ? marks.get(currentIndex) : null
                    if (!mark || !mark.deviceMarkId)
                        return
                    if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                        page.opened(mark.deviceMarkId)
                    else if (event.key === Qt.Key_R && page.view !== "bin")
                        page.setRead(mark.deviceMarkId, !mark.read)
                    else if (event.key === Qt.Key_Delete && page.view !== "bin")
                        page.bin(mark.deviceMarkId)
                    else
                        return
                    event.accepted = true
                }
            }
        }
    }

    Toast {
        id: toast
    }
}
