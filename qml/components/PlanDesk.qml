// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// The plans that this server sells. Administrators add plans and stop selling them.
StateView {
    id: desk

    required property PlanDeskModel plans
    required property OrderWords words

    loadState: plans.state
    errorText: plans.errorText
    emptyIcon: "wallet-open"
    emptyTitle: qsTr("No plans yet")
    emptyText: qsTr("Without plans, all data is kept for every account.")
    emptyAction: qsTr("Add plan")
    onEmptyActionTriggered: begin()
    onRetry: plans.reload()

    function begin() {
        adding.begin()
    }

    CardGrid {
        list: desk.plans
        least: 480

        delegate: CardFrame {
            id: plan

            required property int index
            required property string retentionId
            required property string name
            required property string description
            required property var days
            required property var devices
            required property var price
            required property string period

            RowLayout {
                spacing: Theme.large

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.tiny

                    Label {
                        objectName: "deskPlan" + plan.index
                        Layout.fillWidth: true
                        text: plan.name
                        elide: Text.ElideRight
                        font.weight: Font.Bold
                    }
                    Label {
                        Layout.fillWidth: true
                        text: desk.words.coverage(plan.days, plan.devices)
                        color: Theme.muted
                        font.pixelSize: Theme.chipText
                        wrapMode: Text.Wrap
                    }
                }
                Label {
                    text: desk.words.money(plan.price.amount, plan.price.currency) + " " + desk.words.periodText(plan.period)
                }
                Button {
                    objectName: "withdrawPlan" + plan.index
                    enabled: !desk.plans.busy
                    text: qsTr("Stop selling")
                    onClicked: withdrawal.begin(plan.retentionId, plan.name)
                }
            }
        }
    }

    PlanDialog {
        id: adding
        plans: desk.plans
        words: desk.words
    }
    ConfirmDialog {
        id: withdrawal
        property string retentionId

        function begin(id, name) {
            retentionId = id
            title = qsTr("Stop selling “%1”?").arg(name)
            open()
        }

        parent: T.Overlay.overlay
        question: qsTr("New orders are no longer possible. Current customers keep the plan until it ends.")
        action: qsTr("Stop selling")
        onConfirmed: desk.plans.withdraw(retentionId)
    }
}
