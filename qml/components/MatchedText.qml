// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A name with the part that a search has found. It runs in the direction of its letters, in a window of either direction.
Item {
    id: name

    required property string before
    required property string match
    required property string after

    // The first letter is Hebrew or Arabic.
    readonly property bool rightToLeft: /^[^A-Za-z\u00c0-\u02af]*[\u0590-\u08ff]/.test(before + match + after)

    // Arabic letters are joined over the border of two parts, if the first of them joins what follows.
    function joint(before, after) {
        return /[\u0620-\u064a]$/.test(before) && !/[اأإآدذرزوؤةىء]$/.test(before) && /^[\u0620-\u064a]/.test(after) ? "\u200d" : ""
    }

    implicitWidth: first.implicitWidth + found.implicitWidth + last.implicitWidth
    implicitHeight: found.implicitHeight

    Row {
        anchors.left: parent.left // mirrored with the window
        LayoutMirroring.childrenInherit: false
        layoutDirection: name.rightToLeft === LayoutMirroring.enabled ? Qt.LeftToRight : Qt.RightToLeft

        Label {
            id: first
            text: name.before + name.joint(name.before, name.match)
        }
        Label {
            id: found
            text: name.joint(name.before, name.match) + name.match + name.joint(name.match, name.after)
            color: Theme.accentText
            font.weight: Font.Bold
            font.underline: true
        }
        Label {
            id: last
            width: Math.max(0, Math.min(Math.ceil(implicitWidth), name.width - first.width - found.width))
            text: name.joint(name.match, name.after) + name.after
            elide: Text.ElideRight
        }
    }
}
