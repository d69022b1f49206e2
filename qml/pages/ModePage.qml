// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// Edits one rule in the order of the sentence that describes it.
Page {
    id: page

    required property Portal portal
    required property string modeId // empty: a new rule
    property var draft: mode.draft // the edited values until they are saved; see ModeDraft
    // Leaving would lose this.
    readonly property string unsaved: !saved && mode.own && JSON.stringify(draft) !== JSON.stringify(mode.draft) ? qsTr("The changes to this rule are not saved.") : ""
    property bool saved: false
    readonly property var errors: mode.fieldErrors
    // Which members have changed since, so that an error may name another row than the one that has it.
    property var outdated: ({})
    readonly property bool sound: draft.name && hold.sound && pause.sound && actions.sound && schedule.sound

    signal back
    signal markChosen(string markId)

    function finish() {
        saved = true
        back()
    }

    function change(values) {
        outdated = Object.assign({}, outdated, values)
        draft = Object.assign({}, draft, values)
    }

    onErrorsChanged: outdated = {}

    header: PageHeader {
        title: page.modeId ? mode.name || qsTr("Rule") : qsTr("New rule")
        canGoBack: true
        onBack: page.back()

        Button {
            objectName: "modeVersionsButton"
            visible: page.modeId && mode.own
            enabled: mode.loadState === LoadState.Ready && !mode.busy
            text: qsTr("Versions")
            onClicked: versions.begin()
        }
        Button {
            objectName: "removeModeButton"
            visible: page.modeId && mode.own
            enabled: mode.loadState === LoadState.Ready && !mode.busy
            danger: true
            text: qsTr("Delete")
            icon.name: "edit-delete"
            onClicked: removal.open()
        }
        Button {
            objectName: "saveModeButton"
            visible: mode.own
            enabled: page.sound && !mode.busy
            highlighted: true
            text: qsTr("Save")
            onClicked: mode.save(page.draft)
        }
    }

    ModeModel {
        id: mode
        portal: page.portal
        modeId: page.modeId
        onSaved: page.finish()
        onRemoved: page.finish()
    }
    ZoneNames {
        id: zones
        portal: page.portal
    }
    ModeWords {
        id: wording
        zones: zones.zones
    }
    ModeVersions {
        id: versions
        portal: page.portal
        modeId: page.modeId
        words: wording
        onChosen: (draft) => page.change(draft)
    }
    ModeRemoval {
        id: removal
        portal: page.portal
        modeId: page.modeId
        onConfirmed: (replacement) => mode.remove(replacement)
    }

    StateView {
        anchors.fill: parent
        loadState: page.modeId ? mode.loadState : LoadState.Ready
        errorText: mode.errorText
        onRetry: mode.reload()

        ScrollColumn {
            anchors.fill: parent

            Rectangle {
                Layout.fillWidth: true
                implicitHeight: sentence.implicitHeight + 2 * Theme.large
                radius: Theme.cardRadius
                color: Theme.accentSoft

                Label {
                    id: sentence
                    objectName: "sentenceLabel"
                    x: Theme.large
                    y: Theme.large
                    width: parent.width - 2 * Theme.large
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.leadText
                    lineHeight: 1.25
                    text: wording.sentence(page.draft)
                }
            }
            Label {
                Layout.fillWidth: true
                visible: !mode.own
                wrapMode: Text.Wrap
                color: Theme.muted
                text: qsTr("Built-in rules are read-only.")
            }
            ErrorNote {
                text: mode.loadState === LoadState.Ready || !page.modeId ? mode.errorText : ""
                errors: page.errors
                fields: ["name", "conditions", "minDuration", "mergeGap", "schedule", "actions", "cooldown", "maxPerHour"]
            }
            Card {
                Layout.fillWidth: true
                enabled: mode.own

                TextInputField {
                    name: "modeNameField"
                    label: qsTr("Name")
                    placeholderText: qsTr("Someone at the door")
                    maximumLength: 100
                    text: page.draft.name
                    error: page.errors["name"] ?? ""
                    onEdited: page.change({ name: text })
                }
            }
            CardColumns {
                CardColumn {
                    Card {
                        Layout.fillWidth: true
                        enabled: mode.own
                        title: qsTr("Conditions")

                        ConditionList {
                            id: conditions
                            Layout.fillWidth: true
                            conditions: page.draft.conditions
                            words: wording
                            changeable: mode.own
                            errors: page.outdated.conditions ? {} : page.errors
                            onChanged: (conditions) => page.change({ conditions: conditions })
                        }
                        FieldError {
                            objectName: "conditionsError"
                            text: conditions.showsErrors ? "" : page.errors["conditions"] ?? ""
                        }
                        RowLayout {
                            spacing: Theme.small

                            Label {
                                text: qsTr("for at least")
                            }
                            NumberField {
                                id: hold
                                objectName: "minDurationField"
                                number: page.draft.minDuration
                                most: 60
                                Accessible.name: qsTr("Minimum duration in seconds")
                                onChanged: (number) => page.change({ minDuration: number })
                            }
                            Label {
                                text: qsTr("seconds")
                            }
                        }
                        FieldError {
                            text: page.errors["minDuration"] ?? ""
                        }
                        RowLayout {
                            spacing: Theme.small

                            Label {
                                text: qsTr("bridging gaps of up to")
                            }
                            NumberField {
                                id: pause
                                objectName: "mergeGapField"
                                number: page.draft.mergeGap
                                most: 60
                                Accessible.name: qsTr("Longest gap in seconds")
                                onChanged: (number) => page.change({ mergeGap: number })
                            }
                            Label {
                                text: qsTr("seconds")
                            }
                        }
                        FieldError {
                            text: page.errors["mergeGap"] ?? ""
                        }
                    }
                    Card {
                        Layout.fillWidth: true
                        enabled: mode.own
                        title: qsTr("Schedule")

                        ModeSchedule {
                            id: schedule
                            Layout.fillWidth: true
                            draft: page.draft
                            errors: page.outdated.schedule ? {} : page.errors
                            onChanged: (values) => page.change(values)
                        }
                        FieldError {
                            objectName: "scheduleError"
                            text: schedule.showsErrors ? "" : page.errors["schedule"] ?? ""
                        }
                    }
                    ModeActions {
                        id: actions
                        Layout.fillWidth: true
                        enabled: mode.own
                        draft: page.draft
                        words: wording
                        errors: page.errors
                        onChanged: (values) => page.change(values)
                    }
                }
                CardColumn {
                    RulePreview {
                        Layout.fillWidth: true
                        portal: page.portal
                        modeId: page.modeId
                        draft: page.draft
                        clause: conditions.current?.clause ?? null
                        several: conditions.rows.length > 2 // there is an end besides the first
                        changeable: mode.own
                        words: wording
                        onLimitMoved: (clause) => conditions.changeClause(conditions.current.path, clause)
                        onMarkChosen: (markId) => page.markChosen(markId)
                    }
                }
            }
        }
    }
}
