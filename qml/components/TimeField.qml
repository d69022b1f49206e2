// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// A field for a time of the day, shown and read with 12 or 24 hours as the region has them.
TextField {
    id: field

    required property string time // `18:00`, as in the API
    // Whether `24:00` is a time, as at the end of a span.
    property bool endOfDay: false

    // `time` is what was typed if that is no time.
    signal edited(string time)

    function isTime(text) {
        return /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(text) || (endOfDay && text === "24:00")
    }

    implicitWidth: Theme.scaled(96)
    horizontalAlignment: TextInput.AlignHCenter
    maximumLength: 12
    wrong: !isTime(time)
    ToolTip.visible: wrong && (activeFocus || hovered)
    ToolTip.text: qsTr("Enter a time such as %1.").arg(Times.ofDay("18:30"))
    onTextEdited: edited(Times.parseOfDay(text) || text)
    // Not while the field is being typed in.
    onTimeChanged: if (!activeFocus)
        text = Times.ofDay(time)
    onActiveFocusChanged: if (!activeFocus)
        text = Times.ofDay(time)
    Component.onCompleted: text = Times.ofDay(time)
}
