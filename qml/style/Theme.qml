// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton

import QtQuick

// The colors, distances, and font sizes of the portal.
QtObject {
    property bool dark: false

    readonly property color window: dark ? "#11161c" : "#f5f7f9"
    readonly property color surface: dark ? "#1a2129" : "#ffffff"
    readonly property color raised: dark ? "#232c36" : "#ffffff"
    readonly property color hover: dark ? "#222b35" : "#eef2f5"
    // The outline of a control. A card, whose content stands for itself, has a `line`.
    readonly property color border: dark ? "#728191" : "#7c8894"
    readonly property color line: dark ? "#303b47" : "#dde3e9"
    readonly property color text: dark ? "#e9eef3" : "#18222d"
    readonly property color muted: dark ? "#9aa8b7" : "#5b6b7c"
    readonly property color accent: dark ? "#35b8ac" : "#09756c"
    readonly property color accentSoft: dark ? "#17373a" : "#e0f2f0"
    readonly property color accentInk: dark ? "#08211f" : "#ffffff"
    readonly property color danger: dark ? "#f2777b" : "#b42d33"
    readonly property color dangerSoft: dark ? "#3a2226" : "#fdecec"
    readonly property color dangerFill: "#b42d33"
    readonly property color dangerInk: "#ffffff"
    readonly property color warning: dark ? "#e8b04a" : "#8a5600"
    readonly property color success: dark ? "#5cc98a" : "#17703f"
    readonly property color picture: "#0b0e12"
    readonly property color pictureText: "#c8d0d8"
    readonly property color pictureIcon: "#7a8794"
    // A toast is dark on a light window and light on a dark window.
    readonly property color toast: dark ? "#e9eef3" : "#18222d"
    readonly property color toastText: dark ? "#11161c" : "#f5f7f9"
    readonly property color toastAction: dark ? "#0b6f66" : "#5fd3c3"
    // Used on pictures in both the light and the dark theme.
    readonly property color zoneInclude: "#35d0c0"
    readonly property color zoneExclude: "#ff7a70"
    readonly property color zoneLine: "#ffcc33"
    readonly property color shade: dark ? "#b0000000" : "#80101820"

    readonly property int tiny: 4
    readonly property int small: 8
    readonly property int medium: 12
    readonly property int large: 16
    readonly property int huge: 24
    readonly property int enormous: 40

    readonly property int radius: 8
    readonly property int cardRadius: 12
    readonly property int controlHeight: 38

    readonly property int smallText: 12
    readonly property int bodyText: 14
    readonly property int leadText: 16
    readonly property int titleText: 20
    readonly property int headlineText: 28

    readonly property int quick: 120

    // The color of a state badge behind text of the same color.
    function tint(color) {
        return Qt.rgba(color.r, color.g, color.b, 0.14)
    }
}
