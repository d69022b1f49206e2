// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Waymark.Client
import Waymark.Style

// Selects the language, the color theme, and whether changes move.
Menu {
    id: menu

    required property Portal portal
    readonly property LanguageNames names: LanguageNames { }

    Repeater {
        model: menu.portal.languages

        MenuItem {
            required property string modelData

            objectName: "language-" + modelData
            text: menu.names.text(modelData)
            checkable: true
            checked: menu.portal.language === modelData
            onTriggered: menu.portal.language = modelData
        }
    }
    MenuSeparator { }
    MenuItem {
        objectName: "autoColorsItem"
        text: qsTr("System theme")
        checkable: true
        checked: menu.portal.darkMode === Portal.Auto
        onTriggered: menu.portal.darkMode = Portal.Auto
    }
    MenuItem {
        objectName: "lightItem"
        text: qsTr("Light")
        checkable: true
        checked: menu.portal.darkMode === Portal.Light
        onTriggered: menu.portal.darkMode = Portal.Light
    }
    MenuItem {
        objectName: "darkItem"
        text: qsTr("Dark")
        checkable: true
        checked: menu.portal.darkMode === Portal.Dark
        onTriggered: menu.portal.darkMode = Portal.Dark
    }
    MenuSeparator { }
    MenuItem {
        objectName: "reduceMotionItem"
        text: qsTr("Reduce motion")
        checkable: true
        checked: menu.portal.reduceMotion
        onTriggered: menu.portal.reduceMotion = !menu.portal.reduceMotion
    }
}
