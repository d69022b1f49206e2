// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

T.ApplicationWindow {
    color: Theme.window
    font.pixelSize: Theme.bodyText
    palette.window: Theme.window
    palette.windowText: Theme.text
    palette.base: Theme.surface
    palette.text: Theme.text
    palette.button: Theme.surface
    palette.buttonText: Theme.text
    palette.highlight: Theme.accent
    palette.highlightedText: Theme.accentText // of Qt's file dialog, on the soft background of a selected row
    palette.placeholderText: Theme.muted
    palette.light: Theme.surface // of the header and the footer of Qt's file dialog
    palette.mid: Theme.outline
    palette.dark: Theme.muted
}
