// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Waymark.Portal
import Waymark.Style

// Every control of the style in every state, the sizes of text, and the roles of colors. For developers, and therefore
// not translated.
Rectangle {
    id: page

    implicitWidth: column.implicitWidth + 2 * Theme.huge
    implicitHeight: column.implicitHeight + 2 * Theme.huge
    color: Theme.window

    component Head: Label {
        height: 40
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Theme.titleText
        font.weight: Font.Bold
    }

    Column {
        id: column
        x: Theme.huge
        y: Theme.huge

        Head {
            text: "Controls"
        }
        Row {
            leftPadding: 136

            Repeater {
                model: ["Normal", "Hovered", "Pressed", "Focused", "Disabled", "Error"]

                Label {
                    required property string modelData
                    width: 168
                    height: 24
                    text: modelData
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                }
            }
        }
        GalleryRow {
            name: "Button"
            control: Component { Button { text: "Discard" } }
        }
        GalleryRow {
            name: "Button, highlighted"
            control: Component { Button { text: "Save"; highlighted: true } }
        }
        GalleryRow {
            name: "Button, danger"
            control: Component { Button { text: "Delete"; icon.name: "edit-delete"; danger: true } }
        }
        GalleryRow {
            name: "Both"
            control: Component { Button { text: "Delete"; danger: true; highlighted: true } }
        }
        GalleryRow {
            name: "Button, flat"
            control: Component { Button { text: "Undo"; flat: true } }
        }
        GalleryRow {
            name: "Button, compact"
            control: Component { Button { text: "Copy"; icon.name: "edit-copy"; compact: true } }
        }
        GalleryRow {
            name: "ToolButton"
            control: Component { ToolButton { icon.name: "go-previous" } }
        }
        GalleryRow {
            name: "ToolButton, checked"
            control: Component { ToolButton { text: "Grid"; checkable: true; checked: true } }
        }
        GalleryRow {
            name: "CheckBox"
            control: Component { CheckBox { text: "Record sound" } }
        }
        GalleryRow {
            name: "CheckBox, checked"
            control: Component { CheckBox { text: "Record sound"; checked: true } }
        }
        GalleryRow {
            name: "ComboBox"
            control: Component { ComboBox { width: 140; model: ["30 days"] } }
        }
        GalleryRow {
            name: "TextField"
            states: ["", "hovered", "none", "focused", "disabled", "error"]
            control: Component { TextField { width: 140; text: "waymark" } }
        }
        GalleryRow {
            name: "TextField, empty"
            states: ["", "hovered", "none", "focused", "disabled", "error"]
            control: Component { TextField { width: 140; placeholderText: "Search" } }
        }
        GalleryRow {
            name: "TextArea"
            height: 100
            states: ["", "hovered", "none", "focused", "disabled", "error"]
            control: Component { TextArea { width: 140; text: "A camera at the front door" } }
        }
        GalleryRow {
            name: "Slider"
            control: Component { Slider { width: 140; value: 0.4 } }
        }
        GalleryRow {
            name: "ItemDelegate"
            control: Component { ItemDelegate { width: 140; icon.name: "flag"; text: "Review" } }
        }
        GalleryRow {
            name: "ItemDelegate, current"
            control: Component { ItemDelegate { width: 140; icon.name: "flag"; text: "Review"; highlighted: true } }
        }
        GalleryRow {
            name: "MenuItem"
            control: Component { MenuItem { width: 140; icon.name: "edit-copy"; text: "Copy" } }
        }
        GalleryRow {
            name: "MenuItem, checked"
            control: Component { MenuItem { width: 140; text: "Dark"; checkable: true; checked: true } }
        }
        Row {
            height: 56

            Label {
                width: 136
                height: parent.height
                verticalAlignment: Text.AlignVCenter
                text: "StateBadge"
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
            Repeater {
                model: ["online", "offline", "error", "active", "pending"]

                Item {
                    id: badge
                    required property string modelData
                    width: 168
                    height: 56

                    StateBadge {
                        anchors.verticalCenter: parent.verticalCenter
                        status: badge.modelData
                    }
                }
            }
        }
        Row {
            height: 72

            Label {
                width: 136
                height: parent.height
                verticalAlignment: Text.AlignVCenter
                text: "ScrollBar, ToolTip"
                color: Theme.muted
                font.pixelSize: Theme.smallText
            }
            Rectangle {
                width: 140
                height: 56
                radius: Theme.radius
                color: Theme.sunken

                ScrollBar {
                    anchors.right: parent.right
                    height: parent.height
                    orientation: Qt.Vertical
                    policy: T.ScrollBar.AlwaysOn
                    size: 0.4
                    position: 0.2
                }
            }
            Item {
                width: 28
                height: 1
            }
            Item {
                width: 168
                height: 56

                // A tool tip is a window's own; its look is shown here.
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: tip.implicitWidth + 2 * Theme.small
                    height: tip.implicitHeight + 2 * Theme.small
                    radius: Theme.smallRadius
                    color: Theme.inverse

                    Label {
                        id: tip
                        anchors.centerIn: parent
                        text: "Actions"
                        color: Theme.inverseText
                        font.pixelSize: Theme.smallText
                    }
                }
            }
        }
        Head {
            text: "Text"
        }
        Row {
            height: 48

            Repeater {
                model: [[Theme.smallText, "Caption"], [Theme.chipText, "Chip"], [Theme.bodyText, "Body"],
                        [Theme.leadText, "Lead"], [Theme.titleText, "Title"], [Theme.figureText, "1,024"]]

                Label {
                    required property var modelData
                    width: 168
                    height: 48
                    verticalAlignment: Text.AlignVCenter
                    text: modelData[1]
                    font.pixelSize: modelData[0]
                    font.weight: modelData[0] >= Theme.titleText ? Font.Bold : Font.Normal
                }
            }
        }
        Label {
            height: 32
            text: "cam_01m8frjk6fe00asjt6mk4n139h  14:21:19.240"
            font.family: Theme.monospace
        }
        Head {
            text: "Colors"
        }
        Flow {
            width: 136 + 6 * 168
            spacing: Theme.small

            Repeater {
                model: ["window", "surface", "raised", "hover", "sunken", "divider", "outline", "text", "soft", "muted",
                        "accent", "accentText", "accentSoft", "danger", "dangerSoft", "warning", "warningSoft", "success",
                        "successSoft", "info", "infoSoft", "rec", "motion", "inverse", "pictureInclude", "pictureExclude",
                        "pictureLine", "pictureAnimal", "pictureMotion", "pictureSignal"]

                Column {
                    id: swatch
                    required property string modelData
                    width: 106

                    Rectangle {
                        width: parent.width
                        height: 32
                        radius: Theme.smallRadius
                        color: Theme[swatch.modelData]
                        border.color: Theme.divider
                    }
                    Label {
                        height: 24
                        text: swatch.modelData
                        color: Theme.muted
                        font.pixelSize: Theme.smallText
                    }
                }
            }
        }
    }
}
