// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client
import Waymark.Style

// What can be done with the selected span of a recording: share, hold, release, delete.
Item {
    id: tools

    required property Portal portal
    readonly property ClipModel clipModel: clips
    required property string deviceId
    required property string camera // its name
    required property double from // milliseconds since the epoch; NaN: nothing is selected
    required property double to
    readonly property bool selected: to > from
    readonly property bool held: span.held
    readonly property string heldText: !held ? "" : isNaN(span.until) ? qsTr("Held: %1").arg(span.reason)
                                                                      : qsTr("Held until %1: %2").arg(Times.date(span.until)).arg(span.reason)
    readonly property string words: qsTr("%1 to %2", "times").arg(Times.clock(new Date(from))).arg(Times.clock(new Date(to)))

    signal told(string text, var undo)
    signal removed

    function look() { span.look(deviceId, from, to) }
    function share() { shareDialog.begin(deviceId, camera, from, to) }
    function hold() { holdDialog.begin() }
    function remove() { question.open() }

    function failure(fields, text) { return fields["?to"] ? qsTr("The newest minutes can't be deleted yet. Try again later.") : text }
    function release() { span.release(deviceId, from, to) }

    visible: false

    ClipModel {
        id: clips
        portal: tools.portal
    }
    SpanModel {
        id: span
        portal: tools.portal
        onKept: {
            const [device, start, end] = [tools.deviceId, tools.from, tools.to]
            holdDialog.close()
            tools.told(qsTr("The recording is held"), () => span.release(device, start, end))
        }
        onReleased: tools.told(qsTr("The recording is released"), () => span.holdAgain())
        onRemoved: {
            tools.told(qsTr("The recording was deleted"), null)
            tools.removed()
        }
        onFeedbackChanged: if (errorText && !holdDialog.visible)
            tools.told(tools.failure(fieldErrors, errorText), null)
    }
    SpanShareDialog {
        id: shareDialog
        clipModel: clips
    }
    HoldDialog {
        id: holdDialog
        span: span
        words: tools.words
        onChosen: (reason, days) => span.hold(tools.deviceId, tools.from, tools.to, reason, days)
    }
    ConfirmDialog {
        id: question
        objectName: "deleteSpanDialog"
        parent: tools.parent
        title: qsTr("Delete this recording?")
        question: qsTr("The recording of %1 from %2 will be permanently deleted. Marks and their clips stay.").arg(tools.camera).arg(tools.words)
        action: qsTr("Delete")
        onConfirmed: span.remove(tools.deviceId, tools.from, tools.to)
    }
}
