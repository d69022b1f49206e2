// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Style

// Opens a payment page in the browser. Shows its address if there is no browser.
Dialog {
    id: dialog

    property string url

    function pay(address) {
        url = address
        if (!Qt.openUrlExternally(address))
            open()
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(520, (parent ? parent.width : 560) - 2 * Theme.large)
    title: qsTr("Can't open the browser")

    contentItem: ColumnLayout {
        spacing: Theme.large

        Label {
            Layout.fillWidth: true
            text: qsTr("Open this address in a browser to pay.")
            color: Theme.muted
            wrapMode: Text.Wrap
        }
        CopyField {
            name: "checkoutUrlField"
            label: qsTr("Payment page")
            text: dialog.url
        }
        Button {
            objectName: "paymentClosedButton"
            Layout.alignment: Qt.AlignRight
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}
