// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Style

// The user's second factor: its state, and what can be done with it.
Card {
    id: card

    required property Portal portal
    readonly property bool hasCodes: factor.enabled || factor.securityKeys > 0
    readonly property url keysPage: factor.securityKeysPage

    signal done(string text)
    // Other devices may have been signed out.
    signal sessionsChanged

    function reload() {
        factor.reload()
    }

    title: qsTr("Two-factor sign-in")

    SecondFactorModel {
        id: factor
        portal: card.portal
        onEnabledNow: {
            setup.close()
            codes.open()
            card.sessionsChanged()
        }
        onCodesRenewed: {
            proof.close()
            codes.open()
        }
        onDisabledNow: {
            proof.close()
            card.done(qsTr("Two-factor sign-in is off."))
        }
    }

    BusyIndicator {
        visible: factor.loadState === LoadState.Loading
        Layout.alignment: Qt.AlignHCenter
        Accessible.name: qsTr("Loading")
    }
    RowLayout {
        Layout.fillWidth: true
        visible: factor.loadState === LoadState.Failed
        spacing: Theme.medium

        ErrorNote {
            Layout.fillWidth: true
            text: factor.errorText
        }
        Button {
            text: qsTr("Try again")
            onClicked: factor.reload()
        }
    }
    Label {
        objectName: "secondFactorState"
        Layout.fillWidth: true
        visible: factor.loadState === LoadState.Ready
        text: factor.enabled ? qsTr("On since %1. A sign-in asks for a code of your authenticator app.").arg(Times.date(factor.enabledAt))
              : factor.securityKeys > 0 ? qsTr("On with security keys. Apps that open no web page ask for a code: set up an authenticator app, or use your recovery codes.")
              : factor.required ? qsTr("Off. This server requires it of staff: until you set it up, you can't do anything else.")
              : qsTr("Off. With an authenticator app, nobody can sign in with your password alone.")
        color: factor.required && !card.hasCodes ? Theme.danger : Theme.muted
        wrapMode: Text.Wrap
    }
    Label {
        objectName: "recoveryCodesLeft"
        Layout.fillWidth: true
        visible: factor.loadState === LoadState.Ready && card.hasCodes
        text: qsTr("%n unused recovery code(s).", "", factor.recoveryCodesLeft)
        color: factor.recoveryCodesLeft < 3 ? Theme.danger : Theme.muted
        wrapMode: Text.Wrap
    }
    Flow {
        Layout.fillWidth: true
        visible: factor.loadState === LoadState.Ready
        spacing: Theme.small

        Button {
            objectName: "secondFactorSetupButton"
            visible: !factor.enabled
            highlighted: factor.required && !card.hasCodes
            text: qsTr("Set up…")
            onClicked: setup.begin()
        }
        Button {
            objectName: "renewCodesButton"
            visible: card.hasCodes
            text: qsTr("New recovery codes…")
            onClicked: proof.begin(false)
        }
        Button {
            objectName: "secondFactorOffButton"
            visible: factor.enabled
            text: qsTr("Switch off…")
            onClicked: proof.begin(true)
        }
    }

    SecondFactorSetupDialog {
        id: setup
        factor: factor
        anchors.centerIn: T.Overlay.overlay
        parent: T.Overlay.overlay
    }
    SecondFactorProofDialog {
        id: proof
        factor: factor
        anchors.centerIn: T.Overlay.overlay
        parent: T.Overlay.overlay
    }
    RecoveryCodesDialog {
        id: codes
        codes: factor.recoveryCodes
        anchors.centerIn: T.Overlay.overlay
        parent: T.Overlay.overlay
        onClosed: factor.forgetSecrets()
    }
}
