// SPDX-License-Identifier: GPL-3.0-or-later
// The Loader and the StackView of Qt 6.4 cannot instantiate a Bound component, and an unbound one is unqualified.
// qmllint disable unqualified
import QtQuick
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The portal after sign-in: the rail and the current page.
Item {
    id: shell

    required property Portal portal

    // Calls `action`, which leaves the current page, after a question if that would lose something. A page says so by
    // its property `unsaved`.
    function leave(action) {
        const lost = stack.currentItem?.["unsaved"]
        if (lost)
            leaving.ask(lost, action)
        else
            action()
    }

    function show(name) {
        const pages = { cameras: cameras, marks: marks, modes: modes, notifications: notifications, apps: apps,
                        faces: faces, account: account, plans: plans, support: support }
        const within = { faces: "apps", plans: "account" } // have no entry of their own
        rail.current = within[name] ?? name
        stack.replace(null, pages[name], {}, StackView.Immediate)
    }

    // Leaves a page together with those that were opened from it. A camera may be deleted while its zones are open, and
    // says so twice: by the answer and by the event.
    function close(page) {
        for (let i = 1; i < stack.depth; ++i) {
            if (stack.get(i) === page) {
                stack.pop(stack.get(i - 1))
                return
            }
        }
    }

    // Counts the unread marks for the rail. Lives as long as the shell.
    MarksModel {
        id: unread
        portal: shell.portal
        unreadOnly: true
    }

    NotificationsModel {
        id: news
        portal: shell.portal
        unreadOnly: true
    }

    Rail {
        id: rail
        height: parent.height
        portal: shell.portal
        unread: ({ marks: unread.unreadCount, notifications: news.unreadCount })
        current: "cameras"
        onChosen: (page) => shell.leave(() => shell.show(page))
        onKeysChosen: keysDialog.open()
        onSignOutChosen: shell.leave(() => shell.portal.session.signOut())
    }

    // G and the letter of an entry open its page. A text field takes letters for itself, and a dialog covers the shell.
    Repeater { // of items, which tell their shortcuts the window
        model: rail.pages.concat(rail.ownPages)

        Item {
            id: way

            required property var modelData

            Shortcut {
                sequence: "G, " + way.modelData.key
                enabled: shell.portal.letterKeys
                onActivated: shell.leave(() => {
                    shell.show(way.modelData.page)
                    stack.currentItem.forceActiveFocus(Qt.ShortcutFocusReason)
                })
            }
        }
    }
    Shortcut {
        sequence: "?"
        enabled: shell.portal.letterKeys
        onActivated: keysDialog.open()
    }
    Loader {
        id: keysDialog

        function open() {
            active = true
        }

        active: false
        sourceComponent: KeysDialog {
            parent: shell
            pages: rail.pages.concat(rail.ownPages)
            letters: shell.portal.letterKeys
            Component.onCompleted: open()
            onClosed: keysDialog.active = false
        }
    }

    ConfirmDialog {
        id: leaving

        property var proceed: null

        function ask(what, action) {
            question = what
            proceed = action
            open()
        }

        parent: T.Overlay.overlay
        title: qsTr("Leave this page?")
        question: ""
        action: qsTr("Leave")
        onConfirmed: {
            const action = proceed
            proceed = null
            action()
        }
    }

    StackView {
        id: stack
        objectName: "pageStack"
        anchors.left: rail.right
        anchors.right: parent.right
        height: parent.height
        initialItem: cameras
        clip: true
        Keys.onEscapePressed: (event) => {
            const back = currentItem["back"]
            if (back)
                back()
            else
                event.accepted = false
        }
    }

    Rectangle {
        anchors.horizontalCenter: stack.horizontalCenter
        y: parent.height - height - 48 - 2 * Theme.huge // above a toast
        width: lost.implicitWidth + 2 * Theme.large
        height: 32
        radius: 16
        visible: !shell.portal.connected && patience.passed
        color: Theme.dangerSoft
        border.color: Theme.danger

        Label {
            id: lost
            objectName: "disconnectedLabel"
            anchors.centerIn: parent
            text: isNaN(shell.portal.lostAt) ? qsTr("Can't reach the server. Trying again…")
                                             : qsTr("Connection lost at %1. Reconnecting…").arg(Times.recent(shell.portal.lostAt))
            color: Theme.danger
            font.pixelSize: Theme.smallText
        }
        Timer {
            id: patience
            property bool passed: false
            interval: 3000
            running: !shell.portal.connected
            onRunningChanged: if (running)
                passed = false
            onTriggered: passed = true
        }
    }

    Component {
        id: cameras
        CamerasPage {
            portal: shell.portal
            onOpened: (deviceId) => stack.push(camera, { deviceId: deviceId })
            onBinChosen: stack.push(bin)
        }
    }
    Component {
        id: bin
        BinPage {
            portal: shell.portal
            onBack: stack.pop()
        }
    }
    Component {
        id: camera
        CameraPage {
            id: cameraPage
            portal: shell.portal
            deviceId: ""
            onBack: shell.close(cameraPage)
            onMarkOpened: (markId, accountId) => stack.push(mark, { deviceMarkId: markId, accountId: accountId })
            onZonesChosen: stack.push(zones, { deviceId: deviceId })
        }
    }
    Component {
        id: marks
        MarksPage {
            portal: shell.portal
            onOpened: (markId, review) => stack.push(mark, { deviceMarkId: markId, review: review })
        }
    }
    Component {
        id: mark
        MarkPage {
            portal: shell.portal
            deviceMarkId: ""
            onBack: stack.pop()
        }
    }
    Component {
        id: modes
        ModesPage {
            portal: shell.portal
            onOpened: (modeId) => stack.push(mode, { modeId: modeId })
            onNewChosen: stack.push(mode)
        }
    }
    Component {
        id: mode
        ModePage {
            portal: shell.portal
            modeId: ""
            onBack: shell.leave(() => stack.pop())
        }
    }
    Component {
        id: zones
        ZonesPage {
            portal: shell.portal
            deviceId: ""
            onBack: shell.leave(() => stack.pop())
        }
    }
    Component {
        id: notifications
        NotificationsPage {
            portal: shell.portal
            onMarkOpened: (markId) => stack.push(mark, { deviceMarkId: markId })
            onCameraOpened: (deviceId) => stack.push(camera, { deviceId: deviceId })
        }
    }
    Component {
        id: plans
        PlansPage {
            portal: shell.portal
            onBack: shell.show("account")
        }
    }
    Component {
        id: faces
        FacesPage {
            portal: shell.portal
            onBack: shell.show("apps")
        }
    }
    Component {
        id: apps
        AppsPage {
            portal: shell.portal
            onOpened: (appId) => stack.push(app, { appId: appId })
            onNewChosen: stack.push(newApp)
            onFacesChosen: shell.show("faces")
        }
    }
    Component {
        id: newApp
        NewAppPage {
            portal: shell.portal
            onBack: shell.leave(() => stack.pop())
            onDone: shell.show("apps")
        }
    }
    Component {
        id: app
        AppPage {
            portal: shell.portal
            appId: ""
            onBack: shell.leave(() => stack.pop())
        }
    }
    Component {
        id: support
        SupportPage {
            portal: shell.portal
            onOpened: (accountId) => stack.push(supportAccount, { accountId: accountId })
            onOrderOpened: (orderId) => stack.push(supportOrder, { orderId: orderId })
        }
    }
    Component {
        id: supportAccount
        SupportAccountPage {
            portal: shell.portal
            accountId: ""
            onBack: stack.pop()
            onCameraOpened: (deviceId) => stack.push(camera, { deviceId: deviceId, guest: true })
            onOrderOpened: (orderId) => stack.push(supportOrder, { orderId: orderId })
        }
    }
    Component {
        id: supportOrder
        SupportOrderPage {
            portal: shell.portal
            orderId: ""
            onBack: stack.pop()
            onAccountOpened: (accountId) => stack.push(supportAccount, { accountId: accountId })
        }
    }
    Component {
        id: account
        AccountPage {
            portal: shell.portal
            onPlansChosen: shell.leave(() => shell.show("plans"))
        }
    }
}
