// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Client

// What the command palette offers besides the objects of the account: the pages with their links, and actions. The
// English words find them in every language.
QtObject {
    id: actions

    required property Portal portal
    required property Desktop desktop
    required property bool staff
    property bool seesServers: false // see ServerAccess
    required property bool canGoBack
    required property bool canGoForward

    readonly property var pages: [
        page("home", qsTr("Home"), "go-home", "home cameras live wall", "G H"),
        page("timeline", qsTr("Timeline"), "view-calendar-timeline", "timeline recordings player playback", "G T"),
        page("marks", qsTr("Review"), "flag", "review marks events", "G V"),
        page("rules", qsTr("Rules"), "view-filter", "rules modes conditions", "G U"),
        page("apps", qsTr("Build"), "code-context", "build apps api keys developer", "G B"),
        page("inbox", qsTr("Inbox"), "notifications", "inbox notifications news", "G I"),
        page("account", qsTr("Account"), "user-identity", "account profile address", "G A"),
        page("inbox/channels", qsTr("Channels"), "mail-send", "channels webhook email push"),
        page("inbox/deliveries", qsTr("Deliveries"), "mail-send", "deliveries attempts"),
        page("account/security", qsTr("Security"), "security-high", "security password two-factor sessions devices"),
        page("account/device", qsTr("Connect a device"), "smartphone", "connect device code tv terminal"),
        page("account/access", qsTr("Support access"), "help-contents", "support access grant"),
        page("account/activity", qsTr("Activity"), "view-history", "activity audit log"),
        page("plans", qsTr("Plans"), "wallet-open", "plans retention buy price"),
        page("plans/orders", qsTr("Orders"), "wallet-open", "orders receipts invoices"),
        page("faces", qsTr("Analyze a face"), "edit-image-face-detect", "analyze a face"),
        page("bin", qsTr("Bin"), "user-trash", "bin trash deleted restore"), ...(staff ? staffPages : []),
        ...(seesServers ? [page("server", qsTr("Server status"), "network-server", "server status servers disk load health")] : [])
    ]
    readonly property var staffPages: [
        page("support", qsTr("Support"), "help-contents", "support search", "G S"),
        page("support/orders", qsTr("Orders of all accounts"), "wallet-open", "order desk orders"),
        page("support/plans", qsTr("Plans for sale"), "wallet-open", "plan desk plans")
    ]

    readonly property var all: [
        ...pages,
        action("add-camera", qsTr("Add camera"), "list-add", "add camera new"),
        action("add-group", qsTr("New group"), "folder-new", "new group add"),
        opening("rules/new", qsTr("New rule"), "list-add", "new rule add mode"),
        opening("apps/new", qsTr("New app"), "list-add", "new app register"),
        action("dark", qsTr("Dark theme"), "color-management", "dark theme colors"),
        action("light", qsTr("Light theme"), "color-management", "light theme colors"),
        action("system-theme", qsTr("System theme"), "color-management", "system theme colors"),
        ...portal.languages.map((code) => action("language-" + code, languages.text(code), "preferences-desktop-locale", "language " + languages.word(code))),
        action("larger", qsTr("Larger text"), "zoom-in", "larger text size zoom", qsTr("Ctrl +")),
        action("smaller", qsTr("Smaller text"), "zoom-out", "smaller text size zoom", qsTr("Ctrl -")),
        action("motion", portal.reduceMotion ? qsTr("Allow motion") : qsTr("Reduce motion"), "media-playback-stop", "reduce motion animations"),
        action("letters", portal.letterKeys ? qsTr("Turn off letter shortcuts") : qsTr("Turn on letter shortcuts"), "input-keyboard", "letter shortcuts keyboard"),
        action("desktop", desktop.notifications ? qsTr("Turn off desktop notifications") : qsTr("Turn on desktop notifications"), "notifications", "desktop notifications"),
        action("accounts", qsTr("Accounts and servers"), "user-identity", "accounts servers switch change add"),
        action("keys", qsTr("Keyboard shortcuts"), "input-keyboard", "keyboard shortcuts help", "?"),
        action("copy-server", qsTr("Copy the server address"), "edit-copy", "copy server address url"),
        action("copy-link", qsTr("Copy a link to this page"), "edit-copy", "copy link page"),
        action("sign-out", qsTr("Sign out"), "system-log-out", "sign out log out"),
        ...(canGoBack ? [action("back", qsTr("Back"), "go-previous", "back previous", qsTr("Alt Left"))] : []),
        ...(canGoForward ? [action("forward", qsTr("Forward"), "go-next", "forward next", qsTr("Alt Right"))] : [])
    ]

    readonly property LanguageNames languages: LanguageNames { }

    signal addCameraChosen
    signal addGroupChosen
    signal keysChosen
    signal accountsChosen
    signal copyLinkChosen
    signal signOutChosen
    signal backChosen
    signal forwardChosen

    function page(link, title, icon, words, keys) {
        return { kind: "page", id: link, title: title, icon: icon, words: words, keys: keys ?? "", link: "waymark://" + link }
    }

    function opening(link, title, icon, words) {
        return { kind: "action", id: link, title: title, icon: icon, words: words, link: "waymark://" + link }
    }

    function action(id, title, icon, words, keys) {
        return { kind: "action", id: id, title: title, icon: icon, words: words, keys: keys ?? "" }
    }

    function run(id) {
        if (id.startsWith("language-"))
            portal.language = id.slice("language-".length)
        switch (id) {
        case "add-camera": return addCameraChosen()
        case "add-group": return addGroupChosen()
        case "dark": return void (portal.darkMode = Portal.Dark)
        case "light": return void (portal.darkMode = Portal.Light)
        case "system-theme": return void (portal.darkMode = Portal.Auto)
        case "larger": return void (desktop.textScale += 0.25)
        case "smaller": return void (desktop.textScale -= 0.25)
        case "motion": return void (portal.reduceMotion = !portal.reduceMotion)
        case "letters": return void (portal.letterKeys = !portal.letterKeys)
        case "desktop": return void (desktop.notifications = !desktop.notifications)
        case "accounts": return accountsChosen()
        case "keys": return keysChosen()
        case "copy-server": return portal.copy("" + portal.serverUrl)
        case "copy-link": return copyLinkChosen()
        case "sign-out": return signOutChosen()
        case "back": return backChosen()
        case "forward": return forwardChosen()
        }
    }
}
