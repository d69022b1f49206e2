// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Waymark.Style

// The error of a field that is not a TextInputField, below the field.
Label {
    Layout.fillWidth: true
    visible: text
    color: Theme.danger
    font.pixelSize: Theme.smallText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
}
