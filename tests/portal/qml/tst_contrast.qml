// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Style

// Text has a contrast of 4.5 with what is behind it, and borders and icons one of 3 (WCAG 2.2, criteria 1.4.3 and
// 1.4.11), in both themes.
TestCase {
    name: "Contrast"

    function linear(channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4)
    }

    function luminance(color) {
        return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
    }

    // A color as it appears over an opaque one.
    function over(color, back) {
        const mixed = (one, other) => one * color.a + other * (1 - color.a)
        return Qt.rgba(mixed(color.r, back.r), mixed(color.g, back.g), mixed(color.b, back.b), 1)
    }

    function contrast(front, back) {
        const lights = [luminance(front), luminance(back)].sort((a, b) => b - a)
        return (lights[0] + 0.05) / (lights[1] + 0.05)
    }

    // [what is seen, what is behind it, the least contrast]
    function pairs() {
        const found = []
        // A copy, because a color of the theme changes with the theme.
        const color = (name) => Qt.rgba(Theme[name].r, Theme[name].g, Theme[name].b, Theme[name].a)
        const add = (fronts, backs, least) => {
            for (const front of fronts) {
                for (const back of backs)
                    found.push([front, back, color(front), color(back), least])
            }
        }
        const grounds = ["window", "surface", "raised", "hover"]
        add(["text", "muted", "accent", "danger", "warning", "success"], grounds, 4.5)
        add(["text", "muted", "accent"], ["accentSoft"], 4.5)
        add(["text", "danger"], ["dangerSoft"], 4.5)
        add(["accentInk"], ["accent"], 4.5)
        add(["dangerInk"], ["dangerFill"], 4.5)
        add(["window"], ["text"], 4.5) // a tool tip
        add(["toastText", "toastAction"], ["toast"], 4.5)
        add(["pictureText"], ["picture"], 4.5)
        add(["border"], ["window", "surface", "raised", "hover", "accentSoft"], 3)
        add(["pictureIcon", "zoneInclude", "zoneExclude", "zoneLine"], ["picture"], 3)
        for (const tinted of ["success", "danger", "warning"]) { // a state badge
            for (const ground of ["window", "surface"])
                found.push([tinted, tinted + " badge on " + ground, color(tinted), over(Theme.tint(Theme[tinted]), Theme[ground]), 4.5])
        }
        // A primary button under the pointer, and pressed.
        for (const [ink, fill] of [["accentInk", "accent"], ["dangerInk", "dangerFill"]]) {
            found.push([ink, fill + " hovered", color(ink), Qt.lighter(Theme[fill], 1.08), 4.5])
            found.push([ink, fill + " pressed", color(ink), Qt.darker(Theme[fill], 1.12), 4.5])
        }
        return found
    }

    function test_everyPair_data() {
        const rows = []
        for (const dark of [false, true]) {
            Theme.dark = dark
            for (const [front, back, color, ground, least] of pairs())
                rows.push({ tag: (dark ? "dark: " : "light: ") + front + " on " + back, color: color, ground: ground, least: least })
        }
        Theme.dark = false
        return rows
    }

    function test_everyPair(row) {
        const found = contrast(row.color, row.ground)
        verify(found >= row.least, found.toFixed(2) + " is less than " + row.least)
    }
}
