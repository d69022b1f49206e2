// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Waymark.Style

// The state of servers in words.
QtObject {
    readonly property StorageWords sizes: StorageWords { }

    function standingText(standing) {
        switch (standing) {
        case "running": return qsTr("Running")
        case "silent": return qsTr("No answer")
        case "gone": return qsTr("Stopped")
        case "unknown": return qsTr("Unknown")
        default: return standing ?? ""
        }
    }

    function modelText(model) {
        switch (model) {
        case "available": return qsTr("Available")
        case "off": return qsTr("Turned off")
        case "not_installed": return qsTr("Model not installed")
        case "failed": return qsTr("Model can't be used")
        default: return model ?? ""
        }
    }

    function recordingText(health) {
        if (health.diskFull || health.recording.refused)
            return qsTr("Stopped: the disk refuses it")
        if (health.recording.waitingBytes > 0)
            return qsTr("%1 wait for the disk").arg(sizes.bytes(health.recording.waitingBytes))
        return health.cameras > 0 ? qsTr("No problems") : qsTr("No cameras")
    }

    function diskText(disk) {
        return qsTr("%1 free of %2").arg(sizes.bytes(disk.freeBytes)).arg(sizes.bytes(disk.totalBytes))
    }

    function diskName(use) {
        return use === "recordings" ? qsTr("Disk for recordings") : qsTr("Disk")
    }

    // What is wrong. `trouble`: see ServerTroubles::of().
    function troubleText(trouble) {
        const server = trouble.server
        switch (trouble.kind) {
        case "disk_full": return qsTr("The disk of %1 is full: nothing is recorded.").arg(server)
        case "recording_refused": return qsTr("The disk of %1 refuses recordings.").arg(server)
        case "gone": return qsTr("%1 has stopped unexpectedly.").arg(server)
        case "silent": return qsTr("%1 does not answer.").arg(server)
        case "no_address": return qsTr("The other servers can't reach %1: no address is set.").arg(server)
        case "disk_low": return qsTr("The disk of %1 is almost full: %2 left.").arg(server).arg(sizes.bytes(trouble.bytes))
        case "recording_sheds": return qsTr("The disk of %1 was too slow %n time(s). Video is missing from recordings.", "", trouble.count).arg(server)
        case "detector_sheds": return qsTr("%1 skipped %2 of the images to be searched for objects.").arg(server).arg(Times.percent(trouble.share, 1))
        case "observations_lost": return qsTr("%1 could not store %n minute(s) of observations.", "", trouble.count).arg(server)
        case "objects_failed": return qsTr("%1 can't find objects: the model can't be used.").arg(server)
        case "objects_missing": return qsTr("%1 can't find objects: the model is not installed.").arg(server)
        case "faces_missing": return qsTr("%1 can't find faces: the models are not installed.").arg(server)
        case "mail_failed": return qsTr("%n message(s) could not be sent.", "", trouble.count)
        case "jobs_failed": return qsTr("%n background job(s) failed.", "", trouble.count)
        default: return trouble.kind
        }
    }

    // What to do about it.
    function adviceText(trouble) {
        switch (trouble.kind) {
        case "disk_full":
        case "disk_low": return qsTr("Free some space, or lower the storage budgets of the cameras.")
        case "recording_refused":
        case "observations_lost": return qsTr("Check the disk. The server's log contains the reason.")
        case "gone": return qsTr("The other servers have taken over its cameras. Start the server again.")
        case "silent": return qsTr("Check the machine, and the network between the servers.")
        case "no_address": return qsTr("Start the server with the option --advertise.")
        case "recording_sheds": return qsTr("Use a faster disk, or record fewer cameras on this server.")
        case "detector_sheds": return qsTr("Give the detector more threads by --object-threads, or add a server.")
        case "objects_failed": return qsTr("The server's log contains the reason.")
        case "objects_missing":
        case "faces_missing": return qsTr("Run scripts/install-models on the server's machine.")
        case "mail_failed": return qsTr("Check the address and the password of the mail server.")
        case "jobs_failed": return qsTr("The server's log contains the reason.")
        default: return ""
        }
    }
}
