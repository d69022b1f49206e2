// SPDX-License-Identifier: GPL-3.0-or-later
// The Loader of Qt 6.4 cannot instantiate a Bound component, and an unbound one is unqualified.
// qmllint disable unqualified
import QtQuick
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The portal after sign-in: the rail, the pages, and the command palette.
Item {
    id: shell

    required property Portal portal
    required property Desktop desktop
    required property KnownAccounts known
    // The server refuses everything else until the user has set up the second factor.
    readonly property bool mustSetUp: secondFactor !== null && secondFactor.required && !secondFactor.enabled && secondFactor.securityKeys === 0
    readonly property SecondFactorModel secondFactor: factor.item as SecondFactorModel

    property bool ready: false

    // Calls `action`, which leaves the current page, after a question if that would lose something. A page says so by
    // its property `unsaved`.
    function leave(action) {
        const lost = pages.currentItem?.["unsaved"]
        if (lost)
            leaving.ask(lost, action)
        else
            action()
    }

    // Opens the page of a link. Returns false if there is none.
    function open(link) {
        const opened = pages.open(mustSetUp ? "waymark://account/security" : link)
        if (opened)
            pages.currentItem.forceActiveFocus(Qt.ShortcutFocusReason)
        return opened
    }

    // Gives a page the focus, and with it the keys, when it is shown: Tab starts there and not in the rail. A dialog
    // keeps the focus, and so does an entry of the rail that opens the page, so that its arrow keys go on.
    function focusPage() {
        for (let item = Window.activeFocusItem; item; item = item.parent) {
            if (item === T.Overlay.overlay || (item === rail && pages.opening))
                return
        }
        pages.currentItem?.forceActiveFocus(Qt.OtherFocusReason)
    }

    function go(link) {
        if (link)
            leave(() => open(link))
    }

    // Opens what was asked for from outside.
    function openWaiting() {
        const link = desktop.takeLink()
        if (link)
            leave(() => {
                if (!open(link))
                    toast.show(qsTr("This link leads to no page: %1").arg(link), null)
            })
    }

    onMustSetUpChanged: if (mustSetUp)
        open("")
    Component.onCompleted: {
        ready = true
        const last = desktop.page(portal.session.userId)
        if (!last || !open(last))
            pages.visit()
        openWaiting()
    }

    Connections {
        target: shell.desktop
        function onLinkWaiting() { shell.openWaiting() }
    }
    Binding {
        target: shell.desktop
        property: "unread"
        value: unreadMarks.unreadCount + news.unreadCount
    }

    // Counts the unread marks for the rail. Lives as long as the shell.
    MarksModel {
        id: unreadMarks
        portal: shell.portal
        unreadOnly: true
    }
    NotificationsModel {
        id: news
        portal: shell.portal
        unreadOnly: true
    }
    DesktopNews {
        desktop: shell.desktop
        notifications: news
    }
    // Only staff can be required to have a second factor.
    Loader {
        id: factor
        active: rail.staff
        sourceComponent: SecondFactorModel {
            portal: shell.portal
        }
    }
    ServerAccess {
        id: servers
        portal: shell.portal
        own: Array.from(shell.known.all).some((account) => account.current && account.own)
    }
    Navigation {
        id: visits
    }
    ShellActions {
        id: actions
        portal: shell.portal
        desktop: shell.desktop
        staff: rail.staff
        seesServers: servers.allowed
        canGoBack: visits.canGoBack
        canGoForward: visits.canGoForward
        onAddCameraChosen: shell.leave(() => {
            if (shell.open("waymark://home"))
                pages.currentItem["addCamera"]()
        })
        onAddGroupChosen: shell.leave(() => {
            if (shell.open("waymark://home"))
                pages.currentItem["addGroup"]()
        })
        onKeysChosen: keysDialog.open()
        onAccountsChosen: accounts.open()
        onCopyLinkChosen: {
            shell.portal.copy(pages.link)
            toast.show(qsTr("Copied %1").arg(pages.link), null)
        }
        onSignOutChosen: shell.leave(() => shell.portal.session.signOut())
        onBackChosen: shell.leave(() => {
            const link = visits.back()
            if (!pages.popTo(link))
                shell.open(link)
        })
        onForwardChosen: shell.leave(() => shell.open(visits.forward()))
    }
    PaletteModel {
        id: found
        portal: shell.portal
        own: actions.all
        recent: shell.desktop.recentEntries
        staff: rail.staff
        onRecentChanged: shell.desktop.recentEntries = recent
    }

    Rail {
        id: rail
        anchors.left: parent.left
        height: parent.height
        portal: shell.portal
        desktop: shell.desktop
        elsewhere: shell.known.unreadElsewhere
        seesServers: servers.allowed
        unread: ({ marks: unreadMarks.unreadCount, notifications: news.unreadCount })
        current: pages.section
        onChosen: (link) => shell.leave(() => pages.open(shell.mustSetUp ? "waymark://account/security" : link))
        onSearchChosen: finder.open()
        onKeysChosen: keysDialog.open()
        onAccountsChosen: accounts.open()
        onSignOutChosen: shell.leave(() => shell.portal.session.signOut())
    }

    PageStack {
        id: pages
        anchors.left: rail.right
        anchors.right: parent.right
        height: parent.height
        portal: shell.portal
        desktop: shell.desktop
        unread: unreadMarks
        navigation: visits
        onCurrentItemChanged: shell.focusPage()
        onLeaving: (action) => shell.leave(action)
        onSecondFactorChanged: shell.secondFactor?.reload()
        onVisited: (link, samePage) => {
            if (!shell.ready)
                return // the first page may give way to that of the last time
            visits.visit(link, samePage)
            shell.desktop.keepPage(shell.portal.session.userId, link)
        }
    }
    // The buttons of the mouse that go back and forward in browsers.
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.BackButton | Qt.ForwardButton
        onClicked: (mouse) => mouse.button === Qt.BackButton ? actions.backChosen() : actions.forwardChosen()
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
                onActivated: shell.go(way.modelData.link)
            }
        }
    }
    Shortcut {
        sequence: "?"
        enabled: shell.portal.letterKeys
        onActivated: keysDialog.open()
    }
    Shortcut {
        sequences: ["Ctrl+K"]
        onActivated: finder.open()
    }
    Shortcut {
        sequences: [StandardKey.Back]
        enabled: visits.canGoBack
        onActivated: actions.backChosen()
    }
    Shortcut {
        sequences: [StandardKey.Forward]
        enabled: visits.canGoForward
        onActivated: actions.forwardChosen()
    }
    Shortcut {
        sequences: ["Ctrl++", "Ctrl+="]
        onActivated: shell.desktop.textScale += 0.25
    }
    Shortcut {
        sequence: "Ctrl+-"
        onActivated: shell.desktop.textScale -= 0.25
    }
    Shortcut {
        sequence: "Ctrl+0"
        onActivated: shell.desktop.textScale = 1
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
    Loader {
        id: accounts

        function open() {
            active = true
        }

        active: false
        sourceComponent: AccountsDialog {
            known: shell.known
            Component.onCompleted: begin()
            onLeaving: (change) => shell.leave(change)
            onClosed: accounts.active = false
        }
    }
    Loader { // for the same reason as that of KeysDialog
        id: finder

        function open() {
            found.query = ""
            found.refresh()
            active = true
        }

        active: false
        sourceComponent: CommandPalette {
            parent: shell
            portal: shell.portal
            results: found
            Component.onCompleted: open()
            onClosed: {
                if (chosen)
                    chosen.link ? shell.go(chosen.link) : actions.run(chosen.entryId)
                finder.active = false
            }
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

    DisconnectedNote {
        x: pages.x + (pages.width - width) / 2
        y: parent.height - height - 48 - 2 * Theme.huge // above a toast
        portal: shell.portal
    }
    Toast {
        id: toast
    }
}
