// SPDX-License-Identifier: GPL-3.0-or-later
// The Loader and the StackView of Qt 6.4 cannot instantiate a Bound component, and an unbound one is unqualified.
// qmllint disable unqualified
import QtQuick
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The pages after sign-in. A link opens a page and those that lead to it. `link` names the page that is shown.
StackView {
    id: stack

    required property Portal portal
    required property Desktop desktop
    required property MarksModel unread
    required property Navigation navigation
    readonly property string link: currentItem?.["link"] ? "waymark://" + currentItem["link"] : ""
    // The entry of the rail that the page belongs to.
    readonly property string section: {
        const first = navigation.segments(link)[0] ?? ""
        return { home: "cameras", cameras: "cameras", bin: "cameras", timeline: "timeline", marks: "marks", rules: "modes", inbox: "notifications",
                 apps: "apps", faces: "apps", account: "account", plans: "account", support: "support",
                 server: admin ? "support" : "account" }[first] ?? ""
    }

    readonly property bool admin: portal.session.role === "admin"
    property bool opening: false
    property Item visitedItem: null
    readonly property var below: depth > 1 ? get(depth - 2) : null

    // Asks whether the page may be left, and calls the action then.
    signal leaving(var action)
    // The page that is shown has this link. `samePage`: the page was there before, and shows something else now.
    signal visited(string link, bool samePage)
    signal secondFactorChanged

    onLinkChanged: visit()

    function visit() {
        if (opening || !link)
            return
        visited(link, currentItem === visitedItem)
        visitedItem = currentItem
    }

    // Opens the page of a link. Returns false if there is no such page.
    function open(link) {
        opening = true // the pages below it are not visited
        const opened = lead(link)
        opening = false
        visit()
        return opened
    }

    // Goes back to the page below, if it is that of the link. So it stays as it was left.
    function popTo(link) {
        if ("waymark://" + (below?.["link"] ?? "") !== link)
            return false
        pop(StackView.Immediate)
        return true
    }

    function lead(link) {
        const [page, id, part] = navigation.segments(link)
        switch (page) {
        case "home": return begin(cameras)
        case "cameras": return begin(cameras) && (!id || go(camera, { deviceId: id })) && (part !== "zones" || go(zones, { deviceId: id }))
        case "bin": return begin(cameras) && go(bin)
        case "timeline": return begin(timeline, { wantedMark: /^mark_/.test(id ?? "") ? id : "",
                                                  deviceId: /^dev_/.test(id ?? "") ? id : "", wantedTime: Number(part ?? 0) || 0 })
        case "marks": return id === "day" ? begin(marks, { firstDay: part ?? "" }) : begin(marks) && (!id || go(mark, { deviceMarkId: id, accountId: part ?? "" }))
        case "rules": return begin(modes) && (!id || go(mode, id === "new" ? {} : { modeId: id }))
        case "inbox": return begin(notifications, { tab: ["news", "channels", "deliveries"].indexOf(id ?? "news") })
        case "apps": return begin(apps) && (!id || (id === "new" ? go(newApp) : go(app, { appId: id })))
        case "faces": return begin(faces)
        case "account": return id === "device" ? begin(account, { tab: 1 }) && go(device, { userCode: part ?? "" })
                                               : begin(account, { tab: Math.max(0, ["profile", "security", "access", "activity", "data"].indexOf(id ?? "profile")) })
        case "plans": return begin(plans, { tab: id === "orders" ? 1 : 0 })
        case "support": return begin(support, { query: id === "search" ? part ?? "" : "", tab: id === "plans" ? 2 : id === "orders" && !part ? 1 : 0 })
                               && (id !== "accounts" || go(supportAccount, { accountId: part ?? "" }))
                               && (id !== "cameras" || go(camera, { deviceId: part ?? "", guest: true }))
                               && (id !== "orders" || !part || go(supportOrder, { orderId: part }))
        case "server": return admin ? begin(support) && go(server) : begin(server)
        default: return false
        }
    }

    // Replaces all pages.
    function begin(page, properties) {
        replace(null, page, properties ?? {}, StackView.Immediate)
        return true
    }

    // Opens a page on top of the others.
    function go(page, properties) {
        push(page, properties ?? {}, StackView.Immediate)
        return true
    }

    // Leaves a page together with those that were opened from it. A camera may be deleted while its zones are open, and
    // says so twice: by the answer and by the event.
    function close(page) {
        for (let i = 1; i < depth; ++i) {
            if (get(i) === page) {
                pop(get(i - 1))
                return
            }
        }
    }

    objectName: "pageStack"
    initialItem: cameras
    clip: true
    // Controls move the focus themselves. From the page, Qt would move it to the first control of the window.
    Keys.onTabPressed: Window.activeFocusItem?.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onEscapePressed: (event) => {
        const back = currentItem["back"]
        if (back)
            back()
        else
            event.accepted = false
    }

    Component {
        id: cameras
        CamerasPage {
            readonly property string link: "home"
            portal: stack.portal
            desktop: stack.desktop
            unread: stack.unread
            onOpened: (deviceId) => stack.push(camera, { deviceId: deviceId })
            onSettingsChosen: (deviceId, test) => stack.push(camera, { deviceId: deviceId, settings: test ? "test" : "open" })
            onLinkChosen: (link) => stack.open(link)
            onMarkOpened: (markId) => stack.push(mark, { deviceMarkId: markId })
            onReviewChosen: stack.open("waymark://marks")
            onBinChosen: stack.push(bin)
        }
    }
    Component {
        id: bin
        BinPage {
            readonly property string link: "bin"
            portal: stack.portal
            onBack: stack.pop()
        }
    }
    Component {
        id: camera
        CameraPage {
            id: cameraPage
            readonly property string link: (guest ? "support/cameras/" : "cameras/") + deviceId
            portal: stack.portal
            desktop: stack.desktop
            deviceId: ""
            onBack: stack.close(cameraPage)
            onMarkOpened: (markId, accountId) => stack.leaving(() => stack.push(mark, { deviceMarkId: markId, accountId: accountId }))
            onZonesChosen: stack.leaving(() => {
                const device = deviceId
                closeSettings()
                stack.push(zones, { deviceId: device })
            })
        }
    }
    Component {
        id: timeline
        TimelinePage {
            portal: stack.portal
            desktop: stack.desktop
            onMarkOpened: (markId) => stack.push(mark, { deviceMarkId: markId })
        }
    }
    Component {
        id: marks
        MarksPage {
            readonly property string link: "marks"
            portal: stack.portal
            onOpened: (markId, review) => stack.push(mark, { deviceMarkId: markId, review: review })
        }
    }
    Component {
        id: mark
        MarkPage {
            readonly property string link: "marks/" + deviceMarkId + (accountId ? "/" + accountId : "")
            portal: stack.portal
            deviceMarkId: ""
            onBack: stack.pop()
            onTimelineChosen: stack.open("waymark://timeline/" + deviceMarkId)
        }
    }
    Component {
        id: modes
        ModesPage {
            readonly property string link: "rules"
            portal: stack.portal
            onOpened: (modeId) => stack.push(mode, { modeId: modeId })
            onNewChosen: stack.push(mode)
        }
    }
    Component {
        id: mode
        ModePage {
            readonly property string link: "rules/" + (modeId || "new")
            portal: stack.portal
            modeId: ""
            onBack: stack.leaving(() => stack.pop())
            onMarkChosen: (markId) => stack.push(mark, { deviceMarkId: markId })
        }
    }
    Component {
        id: zones
        ZonesPage {
            readonly property string link: "cameras/" + deviceId + "/zones"
            portal: stack.portal
            deviceId: ""
            onBack: stack.leaving(() => stack.pop())
        }
    }
    Component {
        id: notifications
        NotificationsPage {
            readonly property string link: "inbox/" + ["news", "channels", "deliveries"][tab]
            portal: stack.portal
            onMarkOpened: (markId) => stack.push(mark, { deviceMarkId: markId })
            onCameraOpened: (deviceId) => stack.push(camera, { deviceId: deviceId })
        }
    }
    Component {
        id: plans
        PlansPage {
            readonly property string link: tab === 1 ? "plans/orders" : "plans"
            portal: stack.portal
            onBack: stack.open("waymark://account")
        }
    }
    Component {
        id: faces
        FacesPage {
            readonly property string link: "faces"
            portal: stack.portal
            onBack: stack.open("waymark://apps")
        }
    }
    Component {
        id: apps
        AppsPage {
            readonly property string link: "apps"
            portal: stack.portal
            onOpened: (appId) => stack.push(app, { appId: appId })
            onNewChosen: stack.push(newApp)
            onFacesChosen: stack.open("waymark://faces")
        }
    }
    Component {
        id: newApp
        NewAppPage {
            readonly property string link: "apps/new"
            portal: stack.portal
            onBack: stack.leaving(() => stack.pop())
            onDone: stack.open("waymark://apps")
        }
    }
    Component {
        id: app
        AppPage {
            readonly property string link: "apps/" + appId
            portal: stack.portal
            appId: ""
            onBack: stack.leaving(() => stack.pop())
        }
    }
    Component {
        id: support
        SupportPage {
            readonly property string link: ["support", "support/orders", "support/plans"][tab]
            portal: stack.portal
            onOpened: (accountId) => stack.push(supportAccount, { accountId: accountId })
            onOrderOpened: (orderId) => stack.push(supportOrder, { orderId: orderId })
            onServersChosen: stack.push(server)
        }
    }
    Component {
        id: server
        ServerPage {
            readonly property string link: "server"
            portal: stack.portal
            canGoBack: stack.depth > 1
            onBack: stack.pop()
        }
    }
    Component {
        id: supportAccount
        SupportAccountPage {
            readonly property string link: "support/accounts/" + accountId
            portal: stack.portal
            accountId: ""
            onBack: stack.pop()
            onCameraOpened: (deviceId) => stack.push(camera, { deviceId: deviceId, guest: true })
            onOrderOpened: (orderId) => stack.push(supportOrder, { orderId: orderId })
        }
    }
    Component {
        id: supportOrder
        SupportOrderPage {
            readonly property string link: "support/orders/" + orderId
            portal: stack.portal
            orderId: ""
            onBack: stack.pop()
            onAccountOpened: (accountId) => stack.push(supportAccount, { accountId: accountId })
        }
    }
    Component {
        id: account
        AccountPage {
            readonly property string link: "account/" + ["profile", "security", "access", "activity", "data"][tab]
            portal: stack.portal
            onPlansChosen: stack.leaving(() => stack.open("waymark://plans"))
            onSecondFactorChanged: stack.secondFactorChanged()
            onDeviceChosen: stack.leaving(() => stack.push(device))
        }
    }
    Component {
        id: device
        DevicePage {
            readonly property string link: "account/device"
            portal: stack.portal
            userCode: ""
            onBack: stack.pop()
        }
    }
}
