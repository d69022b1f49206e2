// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/archive/archivefiles.h"
#include "server/cameras/archive/archivestore.h"
#include "server/core/events/eventstore.h"

#include <QTimer>

/// Empties the bin of photos, videos and devices when its time is over, and removes files that a crash has left without
/// a row; MarkJanitor does the same for marks. It lives on the background thread.
class BinKeeper
{
public:
    /// The folders that hold a folder for each device.
    struct Folders
    {
        QString archive;
        QString marks;
        QString media;
    };

    BinKeeper(Database &database, const Folders &folders, const EventOutlet &outlet);

private:
    void removeStrayFiles();
    void keep();
    qsizetype purgeData(const QDateTime &now);
    qsizetype purgeDevices(const QDateTime &now);

    Database &m_database;
    EventStore m_events;
    ArchiveStore m_archive;
    ArchiveFiles m_files;
    QStringList m_folders; ///< that hold a folder a device
    QTimer m_clock;
};
