// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// The roles of colors, and the sizes and durations of the portal. Pages name a role, never a color of their own.
//
// The fonts are Noto Sans and Noto Sans Mono in the weights 400 and 700. Their own line heights follow the sizes.
QtObject {
    property bool dark: false
    // Turns every animation into a plain change.
    property bool reduceMotion: false
    // The factor of all text sizes, 1 to 2, apart from the screen's own factor.
    property real textScale: 1

    // Grounds: the page, its cards and bars, buttons, what is under the pointer, and wells and tracks.
    readonly property color window: dark ? "#0e1318" : "#f4f6f8"
    readonly property color surface: dark ? "#161c23" : "#ffffff"
    readonly property color raised: dark ? "#1e262f" : "#ffffff"
    readonly property color hover: dark ? "#25303a" : "#edf1f4"
    readonly property color sunken: dark ? "#0a0e12" : "#e9eef2"

    // A divider only separates. The edge of a control is an outline, which has to be seen.
    readonly property color divider: dark ? "#2a343f" : "#dde3e9"
    readonly property color outline: dark ? "#6d7c8c" : "#78879a"

    readonly property color text: dark ? "#e9eef3" : "#18222d"
    readonly property color soft: dark ? "#c3ccd6" : "#36424f"
    readonly property color muted: dark ? "#a3b0be" : "#526172"

    // The accent fills and frames. Text in its color is `accentText`, and text on it is `accentInk`.
    readonly property color accent: dark ? "#35b8ac" : "#0a7d74"
    readonly property color accentHover: dark ? "#45c6ba" : "#096f67"
    readonly property color accentPressed: dark ? "#2ba297" : "#075a53"
    readonly property color accentText: dark ? "#4cc9bd" : "#086b63"
    readonly property color accentInk: dark ? "#06201d" : "#ffffff"
    readonly property color accentSoft: dark ? "#12343a" : "#dcf0ee"

    // States: as text and dots, and softly as the ground of such a text.
    readonly property color danger: dark ? "#f58488" : "#b62c33"
    readonly property color dangerHover: dark ? "#f79a9d" : "#a4262d"
    readonly property color dangerPressed: dark ? "#e56c71" : "#8d1f25"
    readonly property color dangerInk: dark ? "#2b0709" : "#ffffff"
    readonly property color dangerSoft: dark ? "#3a2226" : "#fdecec"
    readonly property color warning: dark ? "#ecb653" : "#8a5600"
    readonly property color warningSoft: dark ? "#38290f" : "#fdf2dc"
    readonly property color success: dark ? "#62cf92" : "#177244"
    readonly property color successSoft: dark ? "#15332a" : "#e0f3e8"
    readonly property color info: dark ? "#7fb4f5" : "#1f5fae"
    readonly property color infoSoft: dark ? "#1a2d45" : "#e4eefb"

    // Recorded spans of time, and how much moved in them.
    readonly property color rec: dark ? "#5d7488" : "#74869a"
    readonly property color motion: dark ? "#8fb6c9" : "#3f6f88"

    // Toasts and tool tips are dark in the light theme and light in the dark theme.
    readonly property color inverse: dark ? "#e9eef3" : "#18222d"
    readonly property color inverseText: dark ? "#0e1318" : "#f4f6f8"
    readonly property color inverseAccent: dark ? "#086b63" : "#4cc9bd"

    // Behind dialogs.
    readonly property color shade: dark ? "#b804070a" : "#80101820"

    // On pictures, in both themes: the ground, text and symbols, and what was found or drawn.
    readonly property color picture: "#0a0e12"
    readonly property color pictureShade: "#c7080c10"
    readonly property color pictureDim: "#66080c10" // on a picture that is no longer new
    readonly property color pictureText: "#ffffff"
    readonly property color pictureWarning: "#ecb653"
    readonly property color pictureSuccess: "#62cf92"
    readonly property color pictureInk: "#06201d" // on one of the colors below
    readonly property color pictureInclude: "#35d0c0"
    readonly property color pictureExclude: "#ff7a70"
    readonly property color pictureLine: "#ffcc33"
    readonly property color picturePerson: "#35d0c0"
    readonly property color pictureVehicle: "#ffcc33"
    readonly property color pictureAnimal: "#c9a7ff"
    readonly property color pictureMotion: "#9fb4c4"
    readonly property color pictureSignal: "#ff8a80"

    // Distances are multiples of 8; 4 and 12 are for the inside of controls.
    readonly property int tiny: 4
    readonly property int small: 8
    readonly property int medium: 12
    readonly property int large: 16
    readonly property int huge: 24
    readonly property int enormous: 40

    readonly property int smallRadius: 6
    readonly property int radius: 8
    readonly property int cardRadius: 12

    // Returns a size that has to grow with the texts.
    function scaled(pixels) {
        return Math.round(pixels * textScale)
    }

    // Controls have room for their texts at each size.
    readonly property int compactHeight: Math.round(24 * textScale)
    readonly property int controlHeight: Math.round(32 * textScale)
    readonly property int inputHeight: Math.round(36 * textScale)
    readonly property int rowHeight: Math.round(40 * textScale)

    readonly property string monospace: "Noto Sans Mono"
    readonly property int smallText: Math.round(12 * textScale)
    readonly property int chipText: Math.round(13 * textScale)
    readonly property int bodyText: Math.round(14 * textScale)
    readonly property int leadText: Math.round(16 * textScale)
    readonly property int titleText: Math.round(20 * textScale)
    readonly property int figureText: Math.round(28 * textScale)

    // Duration in milliseconds of a short change, such as that of a button under the pointer.
    readonly property int quick: reduceMotion ? 0 : 120
}
