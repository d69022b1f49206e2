// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Style

// What a rule would have done in the last day, beside the rule: today's marks and those of the rule on one timeline, a
// slider for a limit of one of its conditions, and each difference with its reason.
Card {
    id: preview

    required property Portal portal
    required property string modeId // empty: a new rule
    required property var draft // see ModeDraft
    required property bool changeable
    required property ModeWords words
    required property var clause // the condition that the slider is for, see ConditionEditor; null: there is no slider
    required property bool several // conditions, so that it must be said which one is meant
    property string shown: "new" // the list: new, gone, kept, or near
    readonly property int labelWidth: Theme.scaled(140)
    readonly property PreviewModel model: runs
    readonly property var counts: runs.counts
    readonly property var limit: clause ? limitOf(clause) : null
    readonly property var listed: Array.from(model.rows).filter((row) => row.kind === shown || (shown === "kept" && row.kind === "moved"))

    signal limitMoved(var clause)
    signal markChosen(string markId)

    // Returns what the slider moves: a name, its range, and how a value reads. Null if the condition has no such limit.
    function limitOf(clause) {
        const percent = (value) => Times.percent(value, 0)
        switch (clause.kind) {
        case "motion":
            return { name: "threshold", text: qsTr("Moving area"), least: -4, most: -0.7, value: Math.log10(clause.threshold ?? words.usual.motion.threshold),
                     toLimit: (value) => Number(Math.pow(10, value).toPrecision(2)), words: areaText }
        case "object":
            return { name: "score", text: qsTr("Confidence"), least: 0.2, most: 0.95, value: clause.score ?? words.usual.object.score,
                     toLimit: (value) => Number(value.toFixed(2)), words: percent }
        case "face":
            return { name: "score", text: qsTr("Confidence"), least: 0.4, most: 0.95, value: clause.score ?? words.usual.face.score,
                     toLimit: (value) => Number(value.toFixed(2)), words: percent }
        case "loiter":
            return { name: "longerThan", text: qsTr("Duration"), least: 5, most: 300, value: clause.longerThan ?? 30,
                     toLimit: (value) => Math.round(value), words: (value) => qsTr("%1 s").arg(value) }
        default:
            return null
        }
    }

    // Returns a part of the picture as a percentage. The built-in rule counts motion from 0.015%.
    function areaText(value) {
        return Times.percent(value, value < 0.001 ? 3 : 2)
    }

    // Returns the time at a fraction of the timeline.
    function hourText(share) {
        if (model.state !== LoadState.Ready)
            return ""
        const time = new Date(model.from.getTime() + share * (model.to.getTime() - model.from.getTime()))
        return time.toLocaleTimeString(Times.region(), Locale.ShortFormat)
    }

    function kindText(kind) {
        switch (kind) {
        case "new": return qsTr("New")
        case "gone": return qsTr("Gone")
        case "kept": return qsTr("Kept")
        case "moved": return qsTr("Moved")
        default: return qsTr("Near miss")
        }
    }

    function kindColor(kind) {
        return kind === "new" ? Theme.success : kind === "gone" ? Theme.danger : kind === "near" ? Theme.warning : Theme.muted
    }

    // Explains which limit was not reached, and by how much.
    function limitText(row) {
        const percent = (value) => Times.smallPercent(value)
        const seconds = (value) => Number(value).toLocaleString(Times.region(), "f", 1)
        switch (row.limit) {
        case "threshold": return qsTr("%1 of the image changed (threshold %2)").arg(percent(row.measured)).arg(percent(row.required))
        case "min_area": return qsTr("The largest moving area was %1 (at least %2)").arg(percent(row.measured)).arg(percent(row.required))
        case "score": return qsTr("Confidence %1 (at least %2)").arg(percent(row.measured)).arg(percent(row.required))
        case "size": return qsTr("Size %1 (at least %2)").arg(percent(row.measured)).arg(percent(row.required))
        case "zones": return qsTr("Entered %1 of %2 zones in order").arg(row.measured).arg(row.required)
        case "for":
        case "min_duration": return qsTr("Lasted %1 s (at least %2 s)").arg(seconds(row.measured)).arg(seconds(row.required))
        case "longer_than": return qsTr("Stayed for %1 s (at least %2 s)").arg(seconds(row.measured)).arg(seconds(row.required))
        case "cooldown": return qsTr("%1 s after the last mark (at least %2 s)").arg(seconds(row.measured)).arg(seconds(row.required))
        case "max_per_hour": return qsTr("The hourly limit was reached")
        case "zone": return qsTr("Came close to the line, without crossing it")
        case "at_least":
        case "count": return qsTr("%1 seen (at least %2)", "numbers").arg(row.measured).arg(row.required)
        default: return ""
        }
    }

    function whyText(row) {
        if (row.kind === "gone")
            return limitText(row) || qsTr("The conditions were not met")
        if (row.kind === "near") {
            const condition = several ? words.conditionAt(row.reason, row.pointer) : ""
            return condition ? qsTr("%1: %2", "a condition; what was missing").arg(condition).arg(limitText(row)) : limitText(row)
        }
        return names.reasonLines(row.reason).join(" · ")
    }

    PreviewModel {
        id: runs
        portal: preview.portal
        modeId: preview.modeId
        draft: preview.draft
    }
    MarkNames {
        id: names
    }

    RowLayout {
        spacing: Theme.medium

        Label {
            text: qsTr("Preview")
            font.pixelSize: Theme.leadText
            font.weight: Font.Bold
        }
        Label {
            objectName: "previewSubtitle"
            Layout.fillWidth: true
            elide: Text.ElideRight
            color: Theme.muted
            font.pixelSize: Theme.smallText
            text: preview.model.state !== LoadState.Ready ? qsTr("Last 24 hours")
                : qsTr("Last 24 hours, %n camera(s), computed in %1 s", "", preview.counts.cameras ?? 0)
                      .arg(Number((preview.counts.elapsedMs ?? 0) / 1000).toLocaleString(Times.region(), "f", 1))
        }
        BusyIndicator {
            visible: preview.model.running
            implicitWidth: 20
            implicitHeight: 20
        }
    }
    PreviewNote {
        Layout.fillWidth: true
        preview: preview.model
    }
    GridLayout {
        Layout.fillWidth: true
        visible: preview.model.state === LoadState.Ready
        columns: 4
        columnSpacing: Theme.medium

        Repeater {
            model: [{ name: "existing", text: qsTr("marks that are there"), ink: Theme.text, sign: "" },
                    { name: "marks", text: qsTr("marks by this rule"), ink: Theme.accentText, sign: "" },
                    { name: "new", text: qsTr("new"), ink: Theme.success, sign: "+" },
                    { name: "gone", text: qsTr("gone"), ink: Theme.danger, sign: "−" }]

            ColumnLayout {
                id: figure

                required property var modelData

                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
                spacing: 0

                Label {
                    objectName: "previewCount_" + figure.modelData.name
                    text: (preview.counts[figure.modelData.name] > 0 ? figure.modelData.sign : "") + (preview.counts[figure.modelData.name] ?? 0)
                    color: figure.modelData.ink
                    font.pixelSize: 28
                    font.weight: Font.Bold
                }
                Label {
                    Layout.fillWidth: true
                    text: figure.modelData.text
                    wrapMode: Text.Wrap
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                }
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: preview.model.state === LoadState.Ready
        spacing: Theme.tiny

        PreviewLane {
            objectName: "savedLane"
            title: qsTr("Marks")
            labelWidth: preview.labelWidth
            ticks: preview.model.savedTicks
            differing: Theme.danger
        }
        PreviewLane {
            objectName: "draftLane"
            title: qsTr("This rule")
            labelWidth: preview.labelWidth
            ticks: preview.model.draftTicks
            differing: Theme.success
        }
        RowLayout { // under the lanes, which keep the direction of time
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true
            // The layout around it takes its left for its right.
            Layout.leftMargin: Application.layoutDirection === Qt.RightToLeft ? 0 : preview.labelWidth + Theme.medium
            Layout.rightMargin: Application.layoutDirection === Qt.RightToLeft ? preview.labelWidth + Theme.medium : 0

            Repeater {
                model: 5

                Label {
                    required property int index

                    Layout.fillWidth: index < 4
                    Layout.preferredWidth: index < 4 ? 1 : -1
                    color: Theme.muted
                    font.pixelSize: Theme.smallText
                    text: index < 4 ? preview.hourText(index / 4) : qsTr("now")
                }
            }
        }
    }
    Label {
        objectName: "limitCondition"
        Layout.fillWidth: true
        visible: preview.limit && preview.several
        wrapMode: Text.Wrap
        color: Theme.muted
        text: preview.clause ? qsTr("Condition: %1").arg(preview.words.clauseText(preview.clause)) : ""
    }
    RowLayout {
        Layout.fillWidth: true
        visible: preview.limit
        spacing: Theme.medium

        Label {
            Layout.preferredWidth: preview.labelWidth
            text: preview.limit?.text ?? ""
            elide: Text.ElideRight
            font.weight: Font.Bold
        }
        Slider {
            id: slider
            objectName: "limitSlider"
            Layout.fillWidth: true
            enabled: preview.changeable
            from: preview.limit?.least ?? 0
            to: preview.limit?.most ?? 1
            stepSize: (to - from) / 60
            value: preview.limit?.value ?? 0
            Accessible.name: preview.limit?.text ?? ""
            Accessible.description: limitLabel.text
            onMoved: preview.limitMoved(Object.assign({}, preview.clause, { [preview.limit.name]: preview.limit.toLimit(value) }))
        }
        Label {
            id: limitLabel
            objectName: "limitLabel"
            Layout.preferredWidth: Theme.scaled(64)
            horizontalAlignment: Text.AlignRight
            color: Theme.accentText
            font.weight: Font.Bold
            text: preview.limit ? preview.limit.words(preview.clause?.[preview.limit.name] ?? preview.limit.toLimit(preview.limit.value)) : ""
        }
    }
    ChoiceRow {
        visible: preview.model.state === LoadState.Ready
        choices: [{ value: "new", text: qsTr("New %1").arg(preview.counts.new ?? 0), name: "previewNew" },
                  { value: "gone", text: qsTr("Gone %1").arg(preview.counts.gone ?? 0), name: "previewGone" },
                  { value: "kept", text: qsTr("Kept %1").arg((preview.counts.kept ?? 0) + (preview.counts.moved ?? 0)), name: "previewKept" },
                  { value: "near", text: qsTr("Near misses %1").arg(preview.counts.nearMisses ?? 0), name: "previewNear" }]
        current: preview.shown
        onChosen: (value) => preview.shown = value
    }
    Label {
        objectName: "previewEmpty"
        Layout.fillWidth: true
        visible: preview.model.state === LoadState.Ready && preview.listed.length === 0
        wrapMode: Text.Wrap
        color: Theme.muted
        text: preview.shown === "near" ? qsTr("Nothing came close to a mark.") : qsTr("No marks of this kind.")
    }
    Repeater {
        model: preview.model.state === LoadState.Ready ? Math.min(preview.listed.length, 30) : 0

        PreviewRow {
            required property int index
            readonly property var entry: preview.listed[index] ?? ({})

            Layout.fillWidth: true
            objectName: "previewRow" + index
            title: names.labelText(entry.label ?? "")
            subtitle: [entry.deviceName, Times.moment(entry.startedAt ?? new Date())].filter((part) => part).join(" · ")
            why: preview.whyText(entry)
            thumbnailUrl: entry.thumbnailUrl ?? ""
            kindText: preview.kindText(entry.kind)
            kindColor: preview.kindColor(entry.kind)
            share: entry.required > 0 && (entry.kind === "near" || entry.limit) ? Math.min(1, entry.measured / entry.required) : -1
            enabled: entry.markId !== ""
            onClicked: preview.markChosen(entry.markId)
        }
    }
}
