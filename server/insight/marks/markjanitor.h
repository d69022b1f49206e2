// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/markstore.h"

#include <QObject>
#include <QTimer>

class EventStore;

/// Empties the bin when its time is over, and brings rows and files together again after a crash. It lives on the
/// background thread.
class MarkJanitor : public QObject
{
    Q_OBJECT

public:
    MarkJanitor(Database &database, EventStore &events, const MarkFiles &files);

    /// Before this server makes new marks: closes those it has left open, and removes files that belong to no mark.
    /// `dataDir` holds the name of this server, by which its cameras are told from other servers'.
    void cleanUpAfterCrash(const QString &dataDir);
    void start();

private:
    void closeWhatIsOpen(const QString &serverId);
    void removeStrayFiles();
    qsizetype purgeSome(const QDateTime &now);
    void emptyBin();

    Database &m_database;
    MarkStore m_store;
    EventStore &m_events;
    const MarkFiles &m_files;
    QTimer m_clock;
};
