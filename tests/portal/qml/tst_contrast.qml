// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Style

// Text has a contrast of 4.5 with every ground it may stand on, and edges and icons have one of 3 (WCAG 2.2, criteria
// 1.4.3 and 1.4.11), in both themes. The worst contrast of a role is at least the one that its color was chosen for.
TestCase {
    name: "Contrast"

    function linear(channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4)
    }

    function luminance(color) {
        return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
    }

    function contrast(front, back) {
        const lights = [luminance(front), luminance(back)].sort((a, b) => b - a)
        return (lights[0] + 0.05) / (lights[1] + 0.05)
    }

    // A copy, because a color of the theme changes with the theme.
    function copy(name) {
        return Qt.rgba(Theme[name].r, Theme[name].g, Theme[name].b, Theme[name].a)
    }

    readonly property var grounds: ["window", "surface", "raised", "hover", "sunken"]
    readonly property var softGrounds: ["accentSoft", "dangerSoft", "warningSoft", "successSoft", "infoSoft"]

    // The worst contrast on any of the grounds, to two digits: [role, dark, light].
    readonly property var worst: [
        ["outline", 3.14, 3.14], ["text", 11.51, 13.77], ["soft", 8.27, 8.77], ["muted", 6.09, 5.43],
        ["accent", 5.51, 4.28], ["accentText", 6.65, 5.46], ["danger", 5.46, 5.29], ["warning", 7.28, 5.27],
        ["success", 6.95, 5.1], ["info", 6.24, 5.44]
    ]

    // [what is seen, what is behind it, the least contrast]
    function pairs() {
        const found = []
        const add = (fronts, backs, least) => {
            for (const front of fronts) {
                for (const back of backs)
                    found.push([front, back, copy(front), copy(back), least])
            }
        }
        add(["text", "soft", "muted", "accentText", "danger", "warning", "success", "info"], grounds, 4.5)
        add(["text", "soft", "muted", "accentText", "danger", "warning", "success", "info"], softGrounds, 4.5)
        add(["outline", "accent"], grounds.concat(softGrounds), 3)
        add(["motion"], grounds, 3)
        add(["rec"], ["window", "surface", "sunken"], 3)
        add(["accentInk"], ["accent", "accentHover", "accentPressed"], 4.5)
        add(["dangerInk"], ["danger", "dangerHover", "dangerPressed"], 4.5)
        add(["inverseText", "inverseAccent"], ["inverse"], 4.5)
        const drawn = ["pictureInclude", "pictureExclude", "pictureLine", "picturePerson", "pictureVehicle",
                       "pictureAnimal", "pictureMotion", "pictureSignal"]
        add(drawn.concat(["pictureText"]), ["picture"], 4.5)
        add(["pictureInk"], drawn, 4.5)
        return found
    }

    function rowsOfBothThemes(rowsOf) {
        const rows = []
        for (const dark of [true, false]) {
            Theme.dark = dark
            for (const [tag, row] of rowsOf(dark))
                rows.push(Object.assign({ tag: (dark ? "dark: " : "light: ") + tag }, row))
        }
        return rows
    }

    function test_everyPair_data() {
        return rowsOfBothThemes(() => pairs().map(([front, back, color, ground, least]) =>
            [front + " on " + back, { color: color, ground: ground, least: least }]))
    }

    function test_everyPair(row) {
        const found = contrast(row.color, row.ground)
        verify(found >= row.least, found.toFixed(2) + " is less than " + row.least)
    }

    function test_worstOfEachRole_data() {
        return rowsOfBothThemes((dark) => worst.map(([role, inDark, inLight]) =>
            [role, { color: copy(role), grounds: grounds.map(copy), least: dark ? inDark : inLight }]))
    }

    function test_worstOfEachRole(row) {
        const found = Math.min(...row.grounds.map((ground) => contrast(row.color, ground)))
        verify(Number(found.toFixed(2)) >= row.least, found.toFixed(2) + " is less than " + row.least)
    }

    // The shade behind a label on a picture makes up for a white picture.
    function test_textOnTheBrightestPicture() {
        const shade = copy("pictureShade")
        const over = (channel) => channel * shade.a + 1 - shade.a
        const ground = Qt.rgba(over(shade.r), over(shade.g), over(shade.b), 1)
        verify(contrast(copy("pictureText"), ground) >= 4.5)
    }
}
