// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// An app's keys: which there are, and how to get a new one.
ListCard {
    id: card

    required property Portal portal
    required property string appId
    property string fresh

    title: qsTr("Keys")
    hint: qsTr("A key proves that a call comes from your app. It is shown once, when it is made.")
    list: keys
    emptyText: qsTr("The app has no key.")

    // A countdown that nobody sees moving is none.
    Timer {
        id: clock
        property var now: new Date()
        interval: 1000
        running: card.visible
        repeat: true
        onTriggered: now = new Date()
    }

    function remaining(time) {
        const seconds = Math.max(0, Math.round((time - clock.now) / 1000))
        const hours = Math.floor(seconds / 3600)
        return hours >= 48 ? qsTr("ends in %n day(s)", "", Math.floor(hours / 24))
                           : qsTr("ends in %1:%2:%3").arg(hours).arg(String(Math.floor(seconds / 60) % 60).padStart(2, "0")).arg(String(seconds % 60).padStart(2, "0"))
    }

    CopyField {
        visible: card.fresh
        name: "freshKeyField"
        label: qsTr("The new key: keep it now, it is not shown again")
        text: card.fresh
    }
    Repeater {
        model: AppKeysModel {
            id: keys
            portal: card.portal
            appId: card.appId
            onRotated: (appKey) => card.fresh = appKey
        }

        ListRow {
            id: key

            required property string keyId
            required property string hint
            required property var createdAt
            required property var expiresAt

            title: "…" + key.hint
            badge: key.expiresAt ? card.remaining(key.expiresAt) : qsTr("in force")
            detail: qsTr("Made %1").arg(key.createdAt.toLocaleString(Qt.locale(), Locale.ShortFormat))
        }
    }
    RowLayout {
        spacing: Theme.medium

        Button {
            objectName: "rotateKeyButton"
            enabled: !keys.busy
            text: qsTr("New key…")
            icon.name: "view-refresh"
            onClicked: rotation.open()
        }
    }

    Dialog {
        id: rotation

        parent: T.Overlay.overlay
        anchors.centerIn: parent
        width: Math.min(440, (rotation.parent ? rotation.parent.width : 480) - 2 * Theme.large)
        title: qsTr("A new key")

        contentItem: ColumnLayout {
            spacing: Theme.large

            Label {
                Layout.fillWidth: true
                text: qsTr("The key of now serves on for a while, so that you can put the new one in its place everywhere. If it has leaked, end it at once.")
                wrapMode: Text.Wrap
                color: Theme.muted
                lineHeight: 1.2
            }
            ComboBox {
                id: grace
                objectName: "graceBox"
                readonly property var values: [0, 3600, 86400, 604800]
                Layout.fillWidth: true
                model: [qsTr("End the old key at once"), qsTr("It serves on for an hour"), qsTr("It serves on for a day"), qsTr("It serves on for a week")]
                currentIndex: 2
                Accessible.name: qsTr("Grace time")
            }
            RowLayout {
                Layout.alignment: Qt.AlignRight
                spacing: Theme.small

                Button {
                    text: qsTr("Cancel")
                    onClicked: rotation.close()
                }
                Button {
                    objectName: "confirmRotationButton"
                    highlighted: true
                    text: qsTr("Make the key")
                    onClicked: {
                        rotation.close()
                        keys.rotate(grace.values[grace.currentIndex])
                    }
                }
            }
        }
    }
}
