// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Style

// Shows a tree of conditions that the page of a rule cannot change, a line each.
// It is no layout, because one of Qt 6.4 may still use lines that its repeater has destroyed.
Column {
    id: tree

    required property var conditions // see ModeDraft
    required property ModeWords words
    readonly property int most: 100 // lines; an app may set thousands of conditions
    readonly property var lines: words.treeLines(conditions, 0)

    spacing: Theme.small

    Label {
        width: tree.width
        wrapMode: Text.Wrap
        color: Theme.muted
        text: qsTr("An app set these conditions. This page can't change them.")
    }
    Repeater {
        model: Math.min(tree.lines.length, tree.most)

        Label {
            required property int index
            readonly property var line: tree.lines[index] ?? ({ depth: 0, text: "" })
            readonly property int indent: line.depth * Theme.huge
            readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft

            objectName: "conditionLine" + index
            width: tree.width
            leftPadding: mirrored ? 0 : indent
            rightPadding: mirrored ? indent : 0
            wrapMode: Text.Wrap
            text: line.text
        }
    }
    Label {
        visible: tree.lines.length > tree.most
        width: tree.width
        wrapMode: Text.Wrap
        text: qsTr("%n more", "conditions", Math.max(0, tree.lines.length - tree.most))
        color: Theme.muted
    }
}
