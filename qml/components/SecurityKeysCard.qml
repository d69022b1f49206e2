// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Lists the user's security keys. A browser gives a key to a page of the server only, so keys are added there.
ListCard {
    id: card

    required property Portal portal
    // The web page on which keys are added; empty: the server has no keys.
    required property url page
    readonly property bool available: String(page) !== ""
    readonly property bool windowActive: Window.active

    signal done(string text)
    signal keysChanged

    // The user comes back from the browser, perhaps with a new key.
    onWindowActiveChanged: if (windowActive && add.opened) {
        add.opened = false
        keys.reload()
        keysChanged()
    }

    title: qsTr("Security keys and passkeys")
    list: keys
    quiet: dialog.visible
    hint: card.available ? qsTr("Sign in on web pages with a security key, a fingerprint, or a screen lock. Keys are added in your browser.") : ""
    emptyText: card.available ? qsTr("No keys yet") : qsTr("This server has no security keys: it must be reached by its name over HTTPS.")

    SecurityKeysModel {
        id: keys
        portal: card.portal
        onRenamed: {
            dialog.close()
            card.done(qsTr("Security key renamed."))
        }
        onRemoved: {
            dialog.close()
            card.keysChanged()
            card.done(qsTr("Security key removed. All other devices are signed out."))
        }
    }
    Repeater {
        model: keys

        ListRow {
            id: entry

            required property string securityKeyId
            required property string name
            required property bool verifiesUser
            required property var createdAt
            required property var lastUsedAt

            title: name
            badge: verifiesUser ? qsTr("Passkey") : ""
            detail: lastUsedAt ? qsTr("Added %1 · last used %2").arg(Times.date(createdAt)).arg(Times.moment(lastUsedAt))
                               : qsTr("Added %1 · not used yet").arg(Times.date(createdAt))
            action: qsTr("Edit…")
            actionName: "editKeyButton"
            busy: keys.busy
            onTriggered: dialog.begin(entry.securityKeyId, entry.name)
        }
    }
    // Below the list, which is hidden while it is empty.
    content: Button {
        id: add

        property bool opened: false

        objectName: "addKeyButton"
        visible: card.available
        text: qsTr("Add in the browser…")
        onClicked: {
            opened = Qt.openUrlExternally(card.page)
            if (!opened)
                card.done(qsTr("Open %1 in your browser.").arg(card.page))
        }
    }

    SecurityKeyDialog {
        id: dialog
        keys: keys
        anchors.centerIn: T.Overlay.overlay
        parent: T.Overlay.overlay
    }
}
