// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// Text from other people appears in labels: a label never renders markup. A name in Latin letters stands where the other
// texts of an Arabic page stand: without an alignment, each text would stand where its own letters begin.
T.Label {
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    color: Theme.text
    font.pixelSize: Theme.bodyText
}
