// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "server/cameras/devices/cameraleases.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/core/events/eventhub.h"

#include <QObject>
#include <QTimer>

#include <memory>

class Database;
class ServerKey;

/// Opens each camera on exactly one of the servers that share the database, closes it when its device goes, and records
/// the camera's state. The servers share the cameras evenly: one that ends or is killed leaves its cameras to the
/// others (within ServerStore::lifetime), and one that joins is given some.
///
/// Thread: its own, as closing a camera may block for a second.
class IngestSupervisor : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder`: the ID of the data folder, to which the rings of cameras belong (FolderId).
    IngestSupervisor(const ServerKey &key, const ServerIdentity &server, QString dataFolder);
    ~IngestSupervisor() override;

    /// Call on the thread that the supervisor lives on.
    void start(Database &database, MediaHub &media, EventHub &events, const EventOutlet &outlet);
    /// Gives up all cameras. Call on the same thread, after the cameras were closed and before the database is.
    void stop();

private:
    void synchronize();
    void shareOut();
    void hear(const QList<EventRow> &events);
    void recordState(DeviceId device, CameraState state, const QString &reason, const QDateTime &since);
    void recordAttributes(DeviceId device, const StreamAttributes &attributes);
    void recordNumbers(DeviceId device, const SegmentNumbers &next);
    bool isRead(DeviceId device) const;

    const ServerKey &m_key;
    const ServerIdentity &m_server;
    const QString m_dataFolder;
    Database *m_database = nullptr;
    MediaHub *m_media = nullptr;
    std::unique_ptr<CameraLeases> m_leases; ///< none on SQLite
    std::unique_ptr<EventStore> m_events;
    std::unique_ptr<QTimer> m_clock;
    std::unique_ptr<QTimer> m_sharing;
    QSet<DeviceId> m_open;
    /// States that the database did not take, such as while its disk was full.
    QHash<DeviceId, std::function<void()>> m_unrecorded;
};
