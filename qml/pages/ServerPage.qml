// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// The state of the servers, for the people who run them. The page reads it again every few seconds while it is visible.
Page {
    id: page

    required property Portal portal
    property bool canGoBack: false
    readonly property bool several: status.servers.length > 1
    // Nobody sees a window that is hidden or minimized.
    readonly property bool seen: visible && Window.window !== null && Window.window.visible && Window.visibility !== Window.Minimized

    signal back

    // Few controls are on the page, so that the focus does not scroll it.
    function scroll(by) {
        column.contentY = Math.max(0, Math.min(column.contentHeight - column.height, column.contentY + by))
    }

    Keys.onUpPressed: scroll(-60)
    Keys.onDownPressed: scroll(60)
    Keys.onPressed: (event) => {
        const pages = { [Qt.Key_PageUp]: -0.9, [Qt.Key_PageDown]: 0.9, [Qt.Key_Home]: -1000, [Qt.Key_End]: 1000 }[event.key]
        event.accepted = pages !== undefined
        if (event.accepted)
            scroll(pages * column.height)
    }

    header: PageHeader {
        title: page.several ? qsTr("Servers") : qsTr("Server")
        detail: status.state === LoadState.Ready && !status.problem ? qsTr("Updated %1").arg(Times.clock(status.at)) : ""
        canGoBack: page.canGoBack
        onBack: page.back()

        ToolButton {
            objectName: "reloadServersButton"
            visible: status.state === LoadState.Ready
            icon.name: "view-refresh"
            Accessible.name: qsTr("Update now")
            ToolTip.visible: hovered
            ToolTip.text: qsTr("Update now")
            onClicked: status.reload()
        }
    }

    ServerStatusModel {
        id: status
        portal: page.portal
        watching: page.seen
    }
    ServerWords {
        id: words
    }
    StateView {
        anchors.fill: parent
        loadState: status.state
        errorText: status.problem
        onRetry: status.reload()

        ScrollColumn {
            id: column
            objectName: "serverScroll"
            anchors.fill: parent

            ErrorNote {
                objectName: "staleNote"
                text: status.state === LoadState.Ready && status.problem
                      ? status.problem + "\n" + qsTr("This is the state of %1.").arg(Times.recent(status.at)) : ""
            }
            ServerTroublesCard {
                objectName: "troublesCard"
                Layout.fillWidth: true
                status: status
                words: words
                opacity: status.problem ? 0.6 : 1
            }
            CardColumns {
                least: 340
                opacity: status.problem ? 0.6 : 1

                CardColumn {
                    Repeater {
                        model: status.servers.length

                        ServerCard {
                            required property int index

                            objectName: "serverCard" + index
                            Layout.fillWidth: true
                            server: status.servers[index] ?? ({})
                            alone: !page.several
                            stale: status.problem !== ""
                            words: words
                        }
                    }
                }
                CardColumn {
                    CameraLoadsCard {
                        objectName: "cameraLoadsCard"
                        Layout.fillWidth: true
                        status: status
                    }
                }
                CardColumn {
                    wide: true

                    SharedServicesCards {
                        Layout.fillWidth: true
                        status: status
                        words: words
                    }
                }
            }
        }
    }
}
