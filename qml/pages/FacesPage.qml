// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Waymark.Client
import Waymark.Portal
import Waymark.Style

// Analyzes the faces in a picture that is dropped on the page or chosen as a file.
Page {
    id: page

    required property Portal portal
    property int current: 0

    signal back

    header: PageHeader {
        title: qsTr("Faces")
        canGoBack: true
        onBack: page.back()

        Button {
            objectName: "choosePictureButton"
            visible: analysis.loadState !== LoadState.Empty
            enabled: analysis.loadState !== LoadState.Loading
            display: page.width < 480 ? T.AbstractButton.IconOnly : T.AbstractButton.TextBesideIcon
            text: qsTr("Choose image")
            icon.name: "document-open"
            onClicked: dialog.open()
        }
    }

    FacesModel {
        id: analysis
        portal: page.portal
        onChanged: page.current = 0
    }

    FileDialog {
        id: dialog
        objectName: "pictureDialog"
        title: qsTr("Choose image")
        currentFolder: analysis.pictureFolder
        nameFilters: [qsTr("Images") + " (*.jpg *.jpeg *.png *.webp *.bmp)"]
        onAccepted: analysis.look(selectedFile)
    }

    StateView {
        objectName: "facesState"
        anchors.fill: parent
        visible: !analysis.modelsMissing
        loadState: analysis.loadState
        errorText: analysis.problem
        emptyIcon: "edit-image-face-detect"
        emptyTitle: qsTr("Analyze a face")
        emptyText: qsTr("Drop an image here or choose a file. Waymark analyzes the image and does not store it.")
        emptyAction: qsTr("Choose image")
        onEmptyActionTriggered: dialog.open()
        onRetry: analysis.lookAgain()

        Flickable {
            anchors.fill: parent
            contentHeight: grid.implicitHeight + 2 * Theme.huge
            clip: true
            ScrollBar.vertical: ScrollBar { }

            GridLayout {
                id: grid
                x: Theme.huge
                width: parent.width - 2 * Theme.huge
                columns: width > 720 ? 2 : 1
                columnSpacing: Theme.large
                rowSpacing: Theme.large

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.small

                    FaceOverlay {
                        // In one column, leaves room for the beginning of the results below the picture.
                        readonly property real highest: grid.columns === 2 ? page.availableHeight - 60 : page.availableHeight * 0.55

                        objectName: "faceOverlay"
                        Layout.fillWidth: true
                        implicitHeight: Math.min(width * 3 / 4, Math.max(240, highest))
                        source: analysis.loadState === LoadState.Ready ? analysis.picture : ""
                        faces: analysis.faces
                        current: page.current
                        onPicked: (index) => page.current = index
                    }
                    Label {
                        objectName: "facesSummary"
                        Layout.fillWidth: true
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        text: qsTr("%n face(s)", "", analysis.faces.length) + " · " + qsTr("%1 ms").arg(Math.round(analysis.elapsedMs)) + " · " + analysis.models
                    }
                }
                FacePanel {
                    objectName: "facePanel"
                    Layout.fillWidth: true
                    Layout.maximumWidth: grid.columns === 2 ? 340 : 100000
                    Layout.alignment: Qt.AlignTop
                    visible: analysis.faces.length > page.current
                    title: analysis.faces.length > 1 ? qsTr("Face %1 of %2").arg(page.current + 1).arg(analysis.faces.length) : ""
                    face: analysis.faces[page.current] ?? { unavailable: ["pose", "emotion", "smile", "eyes", "quality"], score: 0, emotions: {} }
                }
                Card {
                    objectName: "noFaceCard"
                    Layout.fillWidth: true
                    Layout.maximumWidth: grid.columns === 2 ? 340 : 100000
                    Layout.alignment: Qt.AlignTop
                    visible: analysis.faces.length === 0
                    title: qsTr("No faces found")

                    Label {
                        Layout.fillWidth: true
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        text: qsTr("Faces must look toward the camera and be large enough.")
                    }
                }
            }
        }
    }

    ColumnLayout {
        objectName: "modelsMissingNote"
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.huge, 440)
        spacing: Theme.medium
        visible: analysis.modelsMissing

        Symbol {
            Layout.alignment: Qt.AlignHCenter
            name: "package-x-generic"
            size: 48
            color: Theme.muted
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            font.pixelSize: Theme.titleText
            font.weight: Font.Bold
            text: qsTr("Face analysis is not available on this server")
        }
        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            color: Theme.muted
            text: qsTr("The face models are not installed. The server's administrator can install them with scripts/install-models. No restart is needed.")
        }
        Button {
            objectName: "modelsRetryButton"
            Layout.alignment: Qt.AlignHCenter
            text: qsTr("Try again")
            icon.name: "view-refresh"
            onClicked: analysis.lookAgain()
        }
    }

    DropArea {
        objectName: "pictureDrop"
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: (drop) => {
            if (drop.hasUrls) {
                drop.accept(Qt.CopyAction)
                analysis.look(drop.urls[0])
            }
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.medium
            visible: parent.containsDrag
            radius: Theme.cardRadius
            color: Theme.accentSoft
            opacity: 0.85
            border.width: 2
            border.color: Theme.accent

            Label {
                anchors.centerIn: parent
                text: qsTr("Drop the image here")
                font.pixelSize: Theme.titleText
            }
        }
    }
}
