// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Finds pages, objects, and actions by their name. The text field keeps the focus; the arrow keys move in the list.
Dialog {
    id: finder

    required property Portal portal
    required property PaletteModel results
    // Where there is room, the row that is chosen is shown beside the list.
    readonly property bool previews: parent.width >= 1280

    // The row that was chosen, to be run once the palette is closed and the focus is back.
    property var chosen: null

    function run(row) {
        if (row < 0 || row >= results.count)
            return
        results.remember(row)
        chosen = results.get(row)
        close()
    }

    // Returns a row for the preview. The rows of another query are others.
    function entryAt(row, query) {
        void results.count
        return results.get(row)
    }

    function groupText(kind) {
        return {
            page: qsTr("Pages"), action: qsTr("Actions"), camera: qsTr("Cameras"), mark: qsTr("Marks"), rule: qsTr("Rules"), app: qsTr("Apps"),
            account: qsTr("Accounts"), order: qsTr("Orders"), request: qsTr("Requests")
        }[kind] ?? kind
    }

    x: Math.round((parent.width - width) / 2)
    y: Math.round(Math.min(96, parent.height * 0.08))
    width: Math.min(previews ? 1120 : 720, parent.width - 2 * Theme.large)
    height: Math.min(616, parent.height - y - Theme.large)
    padding: 0
    topPadding: 0
    header: null
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: field.forceActiveFocus(Qt.ShortcutFocusReason)

    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.large
            spacing: Theme.medium

            Symbol {
                name: "edit-find"
                color: Theme.soft
            }
            TextField {
                id: field
                objectName: "paletteField"
                Layout.fillWidth: true
                placeholderText: qsTr("Pages, cameras, marks, apps, actions")
                font.pixelSize: Theme.leadText
                Accessible.name: qsTr("Search")
                Accessible.description: list.currentItem?.Accessible.name ?? "" // read out as the arrows move
                onTextEdited: {
                    finder.results.query = text
                    list.currentIndex = 0
                    list.positionViewAtBeginning()
                }
                onAccepted: finder.run(list.currentIndex)
                Keys.onUpPressed: list.decrementCurrentIndex()
                Keys.onDownPressed: list.incrementCurrentIndex()
                Keys.onTabPressed: list.currentIndex = finder.results.nextGroup(list.currentIndex, 1)
                Keys.onBacktabPressed: list.currentIndex = finder.results.nextGroup(list.currentIndex, -1)
                Keys.onPressed: (event) => {
                    if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
                        const step = event.key === Qt.Key_PageDown ? 8 : -8
                        list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + step))
                        event.accepted = true
                    }
                }
            }
            KeyCap {
                text: "Esc"
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.divider
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            ListView {
                id: list
                objectName: "paletteList"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.margins: Theme.small
                clip: true
                model: finder.results
                highlightMoveDuration: 0
                highlightResizeDuration: 0
                keyNavigationWraps: true
                boundsBehavior: Flickable.StopAtBounds
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Results")
                ScrollBar.vertical: ScrollBar { }
                // A new answer of the server resets the list, and keeps the row.
                onCountChanged: if (currentIndex < 0 && count > 0)
                    currentIndex = 0

                cacheBuffer: 0 // each answer replaces the rows

                // Not a section of the list: Qt 6.4 cannot create the delegate of a section that is bound.
                delegate: Column {
                    id: row

                    required property int index
                    required property string kind
                    required property string title
                    required property string before
                    required property string match
                    required property string after
                    required property string detail
                    required property string icon
                    required property string keys

                    width: ListView.view.width
                    Accessible.role: Accessible.ListItem
                    Accessible.name: title + (detail ? ", " + detail : "") + ", " + finder.groupText(kind)

                    Label {
                        visible: finder.results.startsGroup(row.index)
                        width: parent.width
                        leftPadding: Theme.medium
                        rightPadding: Theme.medium
                        topPadding: Theme.small
                        bottomPadding: Theme.tiny
                        text: finder.groupText(row.kind)
                        color: Theme.muted
                        font.pixelSize: Theme.smallText
                        font.weight: Font.Bold
                        Accessible.role: Accessible.Heading
                    }
                    ItemDelegate {
                        id: entry
                        objectName: "paletteRow" + row.index
                        width: parent.width
                        text: row.title
                        icon.name: row.icon
                        focusPolicy: Qt.NoFocus
                        highlighted: row.ListView.isCurrentItem
                        Accessible.name: row.Accessible.name
                        Accessible.selectable: true
                        Accessible.selected: highlighted
                        onClicked: finder.run(row.index)

                        contentItem: RowLayout {
                            spacing: Theme.medium

                            Symbol {
                                name: row.icon
                                color: entry.highlighted ? Theme.accentText : Theme.soft
                            }
                            MatchedText {
                                Layout.fillWidth: true
                                Layout.maximumWidth: Math.ceil(implicitWidth) + 1
                                before: row.before
                                match: row.match
                                after: row.after
                            }
                            Label {
                                Layout.fillWidth: true
                                text: row.detail
                                color: Theme.muted
                                font.pixelSize: Theme.chipText
                                elide: Text.ElideRight
                            }
                            Repeater {
                                model: row.keys ? row.keys.split(" ") : []

                                KeyCap {
                                    required property string modelData
                                    text: modelData
                                }
                            }
                        }
                    }
                }
            }
            Rectangle {
                Layout.fillHeight: true
                implicitWidth: 1
                visible: pane.visible
                color: Theme.divider
            }
            PalettePreview {
                id: pane
                objectName: "palettePreview"
                Layout.fillHeight: true
                Layout.preferredWidth: 400
                visible: finder.previews && list.count > 0
                portal: finder.portal
                entry: visible ? finder.entryAt(list.currentIndex, finder.results.query) : ({})
            }
        }
        Label {
            objectName: "paletteEmpty"
            Layout.fillWidth: true
            Layout.margins: Theme.large
            visible: finder.results.count === 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("No results")
            color: Theme.muted
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.divider
        }
        Flow {
            Layout.fillWidth: true
            Layout.margins: Theme.medium
            Layout.leftMargin: Theme.large
            spacing: Theme.medium

            Repeater {
                model: [[qsTr("Up", "a key"), qsTr("Down", "a key"), qsTr("move")], [qsTr("Enter", "a key"), "", qsTr("open")],
                        [qsTr("Tab", "a key"), "", qsTr("next group")]]

                Row {
                    id: hint

                    required property var modelData

                    spacing: Theme.tiny

                    KeyCap {
                        text: hint.modelData[0]
                    }
                    KeyCap {
                        visible: text
                        text: hint.modelData[1]
                    }
                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        text: hint.modelData[2]
                        color: Theme.muted
                        font.pixelSize: Theme.smallText
                    }
                }
            }
            Label {
                text: finder.results.staff ? qsTr("> actions, @ cameras, # IDs. Searches of accounts are recorded.") : qsTr("> actions, @ cameras, or a time such as 14:24")
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
        }
    }
}
