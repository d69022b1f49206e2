// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Waymark.Style

// A name may contain markup or an ampersand. Every control of the style shows it as it is.
Item {
    id: scene

    readonly property string name: "<b>Tom</b> & <img src=\"http://127.0.0.1:9/\">"

    width: 600
    height: 600

    Component {
        id: label
        Label {
            text: scene.name
        }
    }
    Component {
        id: button
        Button {
            text: scene.name
            icon.name: "list-add"
        }
    }
    Component {
        id: toolButton
        ToolButton {
            text: scene.name
        }
    }
    Component {
        id: row
        ItemDelegate {
            text: scene.name
        }
    }
    Component {
        id: checkBox
        CheckBox {
            text: scene.name
        }
    }
    Component {
        id: menuItem
        MenuItem {
            text: scene.name
        }
    }
    Component {
        id: field
        TextField {
            placeholderText: scene.name
        }
    }
    Component {
        id: area
        TextArea {
            placeholderText: scene.name
        }
    }
    Component {
        id: toolTip
        ToolTip {
            text: scene.name
            visible: true
        }
    }
    Component {
        id: dialog
        Dialog {
            title: scene.name
            visible: true
        }
    }

    TestCase {
        name: "PlainText"
        when: windowShown

        // The texts of an item and of everything in it.
        function textsIn(item) {
            let found = item.hasOwnProperty("textFormat") && item.hasOwnProperty("text") ? [item] : []
            for (let i = 0; i < item.children.length; ++i)
                found = found.concat(textsIn(item.children[i]))
            return found
        }

        function test_controlsShowNamesAsTheyAre_data() {
            return [
                { tag: "Label", component: label }, { tag: "Button", component: button },
                { tag: "ToolButton", component: toolButton }, { tag: "ItemDelegate", component: row },
                { tag: "CheckBox", component: checkBox }, { tag: "MenuItem", component: menuItem },
                { tag: "TextField", component: field }, { tag: "TextArea", component: area },
                { tag: "ToolTip", component: toolTip }, { tag: "Dialog", component: dialog }
            ]
        }

        function test_controlsShowNamesAsTheyAre(data) {
            const object = createTemporaryObject(data.component, scene)
            verify(object)
            const root = object.hasOwnProperty("header") ? object.header : object.contentItem ?? object
            const texts = textsIn(root).concat(root === object ? [] : textsIn(object.background ?? root))
            const named = texts.filter((text) => text.text === scene.name)
            verify(named.length > 0, "the name is shown, with its ampersand")
            for (const text of texts)
                compare(text.textFormat, Text.PlainText)
        }
    }
}
