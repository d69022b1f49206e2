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

/// Opens each camera on exactly one of the servers that share the database, closes it when its device is deleted, and
/// records the camera's state. The cameras are distributed evenly over the servers. When a server ends or is killed,
/// the others take its cameras over (within ServerStore::lifetime). When a server joins, the others release cameras for
/// it.
///
/// Thread: one of its own. It never waits for a camera or its disk.
class IngestSupervisor : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder` is the ID of the folder in which the rings of cameras are stored (FolderId).
    IngestSupervisor(const ServerKey &key, const ServerIdentity &server, QString dataFolder);
    ~IngestSupervisor() override;

    /// Returns the attributes of a stream as the API has them.
    static DeviceAttributes attributesOf(const StreamAttributes &stream);

    /// Opens the cameras. The arguments must exist until stop().
    ///
    /// Thread: the one that the supervisor lives on.
    void start(Database &database, MediaHub &media, EventHub &events, const EventOutlet &outlet);
    /// Releases the leases of all cameras. Call it after the cameras are closed, and before the database is closed.
    ///
    /// Thread: the one that the supervisor lives on.
    void stop();

private:
    void synchronize();
    void distribute();
    void releaseClosed();
    void handleClosed(DeviceId device);
    void handleEvents(const QList<EventRow> &events);
    void recordState(DeviceId device, CameraState state, const QString &reason, const QDateTime &since);
    void recordAttributes(DeviceId device, const StreamAttributes &attributes);
    void recordNumbers(DeviceId device, const SegmentNumbers &next);
    bool isRead(DeviceId device) const;

    const ServerKey &m_key;
    const ServerIdentity &m_server;
    const QString m_dataFolder;
    Database *m_database = nullptr;
    MediaHub *m_media = nullptr;
    std::unique_ptr<CameraLeases> m_leases; ///< null on SQLite
    std::unique_ptr<EventStore> m_events;
    std::unique_ptr<QTimer> m_synchronizing; ///< calls synchronize()
    std::unique_ptr<QTimer> m_distributing; ///< calls distribute()
    std::unique_ptr<QTimer> m_settling; ///< calls both, after cameras were closed
    QSet<DeviceId> m_open; ///< cameras that this server reads
    QSet<DeviceId> m_closing; ///< cameras that are being closed; their leases are released afterwards
    /// Functions that record again what could not be written to the database.
    QHash<DeviceId, std::function<void()>> m_unrecordedStates;
    QHash<DeviceId, std::function<void()>> m_unrecordedAttributes;
};
