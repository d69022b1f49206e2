// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Portal
import Waymark.Style

// Every control in every state looks as it did when its picture was kept. After a wanted change, run tst_qml with
// WAYMARK_KEEP_PICTURES=1, and look at the new pictures before they are committed.
GalleryPage {
    id: gallery

    width: implicitWidth
    height: implicitHeight

    TestCase {
        name: "Gallery"
        when: windowShown

        function initTestCase() {
            Theme.reduceMotion = true
            // The colors of the hovered buttons still move.
            tryVerify(() => itemsIn(gallery, (item) => item.warmth !== undefined && item.warmth !== Number(item.parent.shownHovered)).length === 0)
        }

        function cleanupTestCase() {
            Theme.dark = false
            Theme.reduceMotion = false
        }

        function test_looksAsKept_data() {
            return [{ tag: "dark", dark: true }, { tag: "light", dark: false }]
        }

        function test_looksAsKept(row) {
            Theme.dark = row.dark
            waitForRendering(gallery)
            const found = scratchFolder + "/gallery-" + row.tag + ".png"
            grabImage(gallery).save(found)
            compare(pictures.difference(found, pictureFolder + "/gallery-" + row.tag + ".png"), "")
        }

        // The gallery shows a state by its name. The same state by the keyboard looks the same.
        function test_everyStateIsReal() {
            const rows = itemsIn(gallery, (item) => item.pose === "focused" && item.shownFocused !== undefined)
            verify(rows.length >= 14)
            for (const control of rows) {
                control.pose = ""
                verify(!control.shownFocused)
                control.forceActiveFocus(Qt.TabFocusReason)
                verify(control.shownFocused, control)
                control.pose = "focused"
            }
            gallery.forceActiveFocus()
        }

        function test_thePointerShowsHoverAndPress() {
            const buttons = itemsIn(gallery, (item) => item.pose === "" && item.shownPressed !== undefined && item.enabled)
            verify(buttons.length >= 12)
            for (const control of buttons) {
                mouseMove(control, control.width / 2, control.height / 2)
                verify(control.shownHovered, control)
                if (control instanceof ComboBox)
                    continue // a press opens its list
                mousePress(control)
                verify(control.shownPressed, control)
                mouseRelease(control, -10, -10)
                verify(!control.shownPressed, control)
            }
            mouseMove(gallery, 1, 1)
        }

        function itemsIn(item, fits) {
            const found = fits(item) ? [item] : []
            for (let i = 0; i < item.children.length; ++i)
                found.push(...itemsIn(item.children[i], fits))
            return found
        }
    }
}
