// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Portal

TestCase {
    name: "Pages"

    // Main.qml names every page, and each page the components that it has.
    function test_everyPageCanBeCreated() {
        const component = Qt.createComponent("qrc:/qt/qml/Waymark/Portal/Main.qml")
        compare(component.errorString(), "")
        compare(component.status, Component.Ready)
    }
}
