// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// Shows the marks that a sandbox camera is to have within the next hour.
Dialog {
    id: dialog

    required property Portal portal
    property string camera

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(520, (parent ? parent.width : 560) - 2 * Theme.large)
    height: Math.min(480, (parent ? parent.height : 520) - 2 * Theme.large)
    title: qsTr("Expected marks of %1").arg(camera)

    function begin(deviceId, name) {
        camera = name
        marks.deviceId = deviceId
        marks.portal = portal
        open()
        list.forceActiveFocus(Qt.TabFocusReason)
    }

    MarkNames {
        id: names
    }
    ExpectedMarksModel {
        id: marks
        portal: null // loads nothing before a camera is chosen
    }

    contentItem: ColumnLayout {
        spacing: Theme.large

        StateView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            loadState: marks.state
            errorText: marks.errorText
            emptyText: qsTr("No marks are expected within the next hour.")
            onRetry: marks.reload()

            ListView {
                id: list
                objectName: "expectedList"
                anchors.fill: parent
                clip: true
                model: marks
                ScrollBar.vertical: ScrollBar { }
                onAtYEndChanged: if (atYEnd)
                    marks.loadMore()

                delegate: Label {
                    required property string label
                    required property date startedAt
                    required property date endedAt
                    required property int toleranceSeconds

                    width: ListView.view.width
                    padding: Theme.small
                    elide: Text.ElideRight
                    text: qsTr("%1: %2 to %3, ±%n second(s)", "", toleranceSeconds).arg(names.labelText(label)).arg(Times.clock(startedAt)).arg(Times.clock(endedAt))
                }
            }
        }
        Button {
            objectName: "closeExpectedButton"
            Layout.alignment: Qt.AlignRight
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}
