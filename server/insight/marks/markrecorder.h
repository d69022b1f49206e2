// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/cluster/serverstore.h"
#include "server/insight/marks/markfiles.h"
#include "server/insight/marks/reportqueue.h"
#include "server/insight/marks/watchlist.h"
#include "server/insight/observations/observationtrail.h"

#include <QDeadlineTimer>
#include <QObject>
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

/// Stores the marks that the watchers of the cameras report. The pictures are written first, and then the row and its
/// event in one transaction. Therefore, a mark that was announced is complete even after a crash.
///
/// Thread: one of its own.
class MarkRecorder : public QObject
{
    Q_OBJECT

public:
    struct Folders
    {
        QString marks; ///< folder of MarkFiles
        QString models; ///< folder with the files of scripts/install-models; may not exist
    };

    /// `objects` and the objects of `observations` must outlive the objects that the sink factory makes.
    MarkRecorder(const Folders &folders, const ServerIdentity &server, ObjectFinder &objects,
                 const ObservationOutlet &observations = {});
    ~MarkRecorder() override;

    /// Returns a factory of objects that watch the pictures of a camera. They must be destroyed before the recorder.
    FrameSinkFactory sinkFactory();
    /// Starts to record reports.
    ///
    /// Thread: the one that the recorder lives on.
    void start(Database &database, EventHub &events, const EventOutlet &outlet);
    /// Records the last reports of the cameras. Call it after the cameras are closed, and before the database is
    /// closed.
    ///
    /// Thread: the one that the recorder lives on.
    void stop();

private:
    void enqueue(const MarkReport &report);
    void recordWaiting();
    void record(const MarkReport &report);
    void record(const NearMissReport &report);
    Watcher::FaceSource faceSource() const;
    void open(const MarkReport &report);
    void change(const MarkReport &report);
    void savePictures(const MarkReport &report) const;
    void refreshSoon();
    void refreshOrders();
    void closeAbandoned();

    const MarkFiles m_files;
    const Folders m_folders;
    const ServerIdentity &m_server;
    ObjectFinder &m_objects;
    const ObservationOutlet m_observations;
    WatchList m_watchList;
    Database *m_database = nullptr;
    std::unique_ptr<EventStore> m_events;
    std::unique_ptr<MarkStore> m_store;
    std::unique_ptr<CameraLeases> m_leases;
    std::unique_ptr<AbandonedMarks> m_abandoned;
    std::unique_ptr<QTimer> m_clock; ///< calls refreshOrders()
    std::unique_ptr<QTimer> m_soon; ///< calls refreshOrders() after a change
    QDeadlineTimer m_rest; ///< until the next refresh after a change
    std::unique_ptr<QTimer> m_watch; ///< calls closeAbandoned()
    std::unique_ptr<QTimer> m_retry; ///< calls recordWaiting() after a failure
    ReportQueue m_waiting;
};
