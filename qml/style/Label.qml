// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// Text from other people appears in labels: a label never renders markup.
T.Label {
    textFormat: Text.PlainText
    color: Theme.text
    font.pixelSize: Theme.bodyText
}
