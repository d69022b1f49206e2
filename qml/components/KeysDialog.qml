// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Style

// Lists the keyboard shortcuts. Created when it opens, because a layout of Qt 6.4 that is out of sight keeps the items
// that a repeater has replaced, and crashes with the next size of the window.
Dialog {
    id: dialog

    required property var pages // [{text, key}]
    required property bool letters // single letters are shortcuts
    readonly property bool wide: width >= 860
    readonly property var groups: [
        { title: qsTr("Pages"), keys: letters ? pages.map((page) => [["G", page.key], page.text])
                                                     .concat([[["?"], qsTr("keyboard shortcuts")]]) : [] },
        { title: qsTr("Home"), keys: letters ? [[["1"], qsTr("first camera, to 9")], [["R"], qsTr("Review")]] : [] },
        { title: qsTr("Camera"), keys: (letters ? [[["S"], qsTr("save a snapshot")], [["F"], qsTr("full screen")], [["M"], qsTr("sound")]] : [])
                                       .concat([[["Ctrl", ","], qsTr("settings")]]) },
        { title: qsTr("Review"), keys: [...(letters ? reviewKeys : []), [[qsTr("Enter", "a key")], qsTr("open")],
                                        [[qsTr("Space", "a key")], qsTr("play")], [[qsTr("Del", "a key")], qsTr("delete")]] },
        { title: qsTr("Timeline"), keys: !wide ? [] : [[[qsTr("Space", "a key")], qsTr("play or pause")], [["←", "→"], qsTr("5 s; with Shift 1 min")],
                                          ...(!letters ? [] : [[[",", "."], qsTr("one picture")], [["J", "K"], qsTr("previous, next mark")],
                                          [["[", "]"], qsTr("start, end of the selection")], [["E"], qsTr("export")], [["S"], qsTr("save the picture")],
                                          [["+", "-"], qsTr("zoom")], [["1", "6"], qsTr("month to second")],
                                          [["L"], qsTr("live")], [["F"], qsTr("full screen")], [["W"], qsTr("why a mark was made")],
                                          [["B"], qsTr("boxes")], [["M"], qsTr("sound")]])] },
        { title: qsTr("Everywhere"), keys: [[["Ctrl", "K"], qsTr("search and actions")],
                                            [["Alt", "←"], qsTr("back")], [["Alt", "→"], qsTr("forward")],
                                            [["Ctrl", "+"], qsTr("larger text")], [["Ctrl", "-"], qsTr("smaller text")],
                                            [[qsTr("Tab", "a key")], qsTr("next control")],
                                            [["Esc"], qsTr("close or go back")]] }
    ]

    readonly property var reviewKeys: [
        [["J", "K"], qsTr("next, previous")], [["X"], qsTr("select")], [["Shift", "X"], qsTr("select up to here")],
        [["R"], qsTr("mark read")], [["W"], qsTr("why")], [["E"], qsTr("export clips")], [["S"], qsTr("share")],
        [["U"], qsTr("undo")]
    ]

    anchors.centerIn: parent
    width: Math.min(960, (parent ? parent.width : 640) - 2 * Theme.large)
    title: qsTr("Keyboard shortcuts")
    onOpened: closeButton.forceActiveFocus(Qt.TabFocusReason)

    contentItem: ColumnLayout {
        spacing: Theme.large

        GridLayout {
            Layout.fillWidth: true
            columns: dialog.width < 560 ? 1 : dialog.wide ? 3 : 2
            columnSpacing: Theme.huge
            rowSpacing: Theme.large

            Repeater {
                model: dialog.groups.filter((group) => group.keys.length > 0)

                Column {
                    id: group

                    required property var modelData
                    required property int index

                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: 1
                    // The pages and the timeline have as many keys as the other groups together.
                    Layout.rowSpan: dialog.letters && dialog.width >= 560 && (index === 0 || modelData.keys.length > 8) ? 2 : 1
                    spacing: Theme.small

                    Label {
                        text: group.modelData.title
                        font.weight: Font.Bold
                        Accessible.role: Accessible.Heading
                    }
                    Repeater {
                        model: group.modelData.keys

                        Row {
                            id: line

                            required property var modelData

                            spacing: Theme.tiny

                            Item {
                                width: Theme.scaled(96)
                                height: keys.height

                                Row {
                                    id: keys
                                    spacing: Theme.tiny

                                    Repeater {
                                        model: line.modelData[0]

                                        KeyCap {
                                            required property string modelData
                                            text: modelData
                                        }
                                    }
                                }
                            }
                            Label {
                                width: group.width - Theme.scaled(96) - line.spacing
                                text: line.modelData[1]
                                color: Theme.soft
                                wrapMode: Text.Wrap
                            }
                        }
                    }
                }
            }
        }
        Button {
            id: closeButton
            objectName: "closeKeysButton"
            Layout.alignment: Qt.AlignRight
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}
