// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/serverstore.h"
#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/watchlist.h"

#include <QObject>
#include <QQueue>
#include <QTimer>

#include <memory>

class AbandonedMarks;
class CameraLeases;
class Database;
class DeviceMark;
class EventHub;
class EventStore;
struct EventOutlet;
class MarkStore;

/// Makes DeviceMarks of what the watchers of the cameras find. The pictures are written first, and then the row and its
/// event in one transaction, so that everything that was announced survives a crash.
///
/// Thread: its own.
class MarkRecorder : public QObject
{
    Q_OBJECT

public:
    struct Folders
    {
        QString marks; ///< MarkFiles
        QString models; ///< of scripts/install-models; may be missing
    };

    MarkRecorder(const Folders &folders, const ServerIdentity &server);
    ~MarkRecorder() override;

    /// Returns a factory of objects that watch the pictures of a camera. They must be destroyed before the recorder.
    FrameSinkFactory sinkFactory();
    /// On the thread that it lives on, once the cameras have been opened.
    void start(Database &database, EventHub &events, const EventOutlet &outlet);
    /// There too, before the database goes and after the cameras have been closed: records what they still reported.
    void stop();

private:
    struct Waiting
    {
        MarkReport report;
        int tries = 0;
    };

    void take(const MarkReport &report);
    void work();
    void record(const MarkReport &report);
    Watcher::FaceSource faceSource() const;
    void open(const MarkReport &report);
    void change(const MarkReport &report);
    void savePictures(const MarkReport &report) const;
    void refreshOrders();
    void closeAbandoned();

    const MarkFiles m_files;
    const Folders m_folders;
    const ServerIdentity &m_server;
    WatchList m_watchList;
    Database *m_database = nullptr;
    std::unique_ptr<EventStore> m_events;
    std::unique_ptr<MarkStore> m_store;
    std::unique_ptr<CameraLeases> m_leases;
    std::unique_ptr<AbandonedMarks> m_abandoned;
    std::unique_ptr<QTimer> m_clock;
    std::unique_ptr<QTimer> m_watch; ///< for marks that a killed server left open
    std::unique_ptr<QTimer> m_retry;
    QQueue<Waiting> m_waiting;
};
