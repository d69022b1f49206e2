// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A name with the part that a search has found. It runs in the direction of its letters, in a window of either direction.
// A text with letters of both directions has no part marked: only as a whole does it show them in their order.
Item {
    id: name

    required property string before
    required property string match
    required property string after

    readonly property string whole: before + match + after
    readonly property bool rightToLeft: /[\u0590-\u08ff]/.test(whole) // Hebrew and Arabic
    readonly property bool mixed: rightToLeft && /[A-Za-z\u00c0-\u02af]/.test(whole)

    // Arabic letters are joined over the border of two parts, if the first of them joins what follows.
    function joint(before, after) {
        return /[\u0620-\u064a]$/.test(before) && !/[اأإآدذرزوؤةىء]$/.test(before) && /^[\u0620-\u064a]/.test(after) ? "\u200d" : ""
    }

    implicitWidth: first.implicitWidth + (mixed ? 0 : found.implicitWidth + last.implicitWidth)
    implicitHeight: Math.max(first.implicitHeight, found.implicitHeight)

    Row {
        anchors.left: parent.left // mirrored with the window
        LayoutMirroring.childrenInherit: false
        layoutDirection: name.rightToLeft === LayoutMirroring.enabled ? Qt.LeftToRight : Qt.RightToLeft

        Label {
            id: first
            width: Math.min(Math.ceil(implicitWidth), name.width)
            elide: Text.ElideRight
            text: name.mixed ? name.whole : name.before + name.joint(name.before, name.match)
        }
        Label {
            id: found
            visible: !name.mixed
            text: name.joint(name.before, name.match) + name.match + name.joint(name.match, name.after)
            color: Theme.accentText
            font.weight: Font.Bold
            font.underline: true
        }
        Label {
            id: last
            visible: !name.mixed
            width: Math.max(0, Math.min(Math.ceil(implicitWidth), name.width - first.width - found.width))
            text: name.joint(name.match, name.after) + name.after
            elide: Text.ElideRight
        }
    }
}
