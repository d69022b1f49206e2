// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// Describes the scopes that an app has been granted.
QtObject {
    function name(scope) {
        const names = {
            "account": qsTr("read and change your account"), "account:read": qsTr("read your account"),
            "apps": qsTr("manage your apps"), "apps:read": qsTr("see your apps"),
            "devices": qsTr("manage your cameras"), "devices:read": qsTr("see your cameras"),
            "devices.share": qsTr("share your cameras"), "streams": qsTr("watch live and recorded video"),
            "data": qsTr("manage recordings"), "data:read": qsTr("see recordings"),
            "marks": qsTr("manage marks"), "marks:read": qsTr("see marks"),
            "modes": qsTr("change your rules"), "modes:read": qsTr("see your rules"),
            "retention": qsTr("order plans"), "retention:read": qsTr("see plans and orders"),
            "notifications": qsTr("manage notifications"), "notifications:read": qsTr("read notifications"),
            "vision": qsTr("analyze images"), "manage": qsTr("administer this server"),
            "openid": qsTr("know who you are"), "profile": qsTr("know your name"), "email": qsTr("know your email address"),
            "phone": qsTr("know your phone number"), "offline_access": qsTr("stay signed in")
        }
        return names[scope] ?? scope
    }

    function list(scopes) {
        return scopes.map((scope) => name(scope)).join(", ")
    }
}
