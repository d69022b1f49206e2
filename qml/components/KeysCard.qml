// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Lists an app's keys and creates new keys.
ListCard {
    id: card

    required property Portal portal
    required property string appId
    property string fresh

    title: qsTr("Keys")
    hint: qsTr("A key proves that a call comes from your app. Each key is shown once, when it is created.")
    list: keys
    emptyText: qsTr("This app has no keys.")

    // Drives the countdowns while the card is visible.
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
        return hours >= 48 ? qsTr("expires in %n day(s)", "", Math.floor(hours / 24))
                           : qsTr("expires in %1:%2:%3").arg(hours).arg(String(Math.floor(seconds / 60) % 60).padStart(2, "0")).arg(String(seconds % 60).padStart(2, "0"))
    }

    CopyField {
        visible: card.fresh
        name: "freshKeyField"
        label: qsTr("New key: copy it now, it won't be shown again")
        text: card.fresh
    }
    Button {
        objectName: "freshKeyDoneButton"
        Layout.alignment: Qt.AlignRight
        visible: card.fresh
        highlighted: true
        text: qsTr("I have copied it")
        onClicked: card.fresh = ""
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
            badge: key.expiresAt ? card.remaining(key.expiresAt) : qsTr("Active")
            detail: qsTr("Created %1").arg(Times.moment(key.createdAt))
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
        title: qsTr("Create new key")

        contentItem: ColumnLayout {
            spacing: Theme.large

            Label {
                Layout.fillWidth: true
                text: qsTr("The current key keeps working for the time you choose, so that you can replace it everywhere. If the key has leaked, revoke it immediately.")
                wrapMode: Text.Wrap
                color: Theme.muted
                lineHeight: 1.2
            }
            ComboBox {
                id: grace
                objectName: "graceBox"
                readonly property var values: [0, 3600, 86400, 604800]
                Layout.fillWidth: true
                model: [qsTr("Revoke the current key immediately"), qsTr("Current key keeps working for 1 hour"), qsTr("Current key keeps working for 1 day"), qsTr("Current key keeps working for 1 week")]
                currentIndex: 2
                Accessible.name: qsTr("Grace period")
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
                    text: qsTr("Create key")
                    onClicked: {
                        rotation.close()
                        keys.rotate(grace.values[grace.currentIndex])
                    }
                }
            }
        }
    }
}
