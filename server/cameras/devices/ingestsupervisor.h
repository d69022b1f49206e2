// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/core/events/eventhub.h"

#include <QObject>
#include <QTimer>

#include <memory>

class Database;
class ServerKey;

/// Sees to it that each camera is taken in by exactly one of the servers on the database: holds leases, opens and
/// closes cameras as they come and go, and records how they do. It has a thread of its own.
class IngestSupervisor : public QObject
{
    Q_OBJECT

public:
    IngestSupervisor(const QString &dataDir, const ServerKey &key);
    ~IngestSupervisor() override;

    /// On the thread that it lives on.
    void start(Database &database, MediaHub &media, EventHub &events, const EventOutlet &outlet);
    /// There too, before the database goes.
    void stop();

private:
    void synchronize();
    void recordState(DeviceId device, CameraState state, const QString &reason, const QDateTime &since);
    void recordAttributes(DeviceId device, const StreamAttributes &attributes);
    QString serverId() const;
    bool lease(DeviceId device);

    const QString m_dataDir;
    const ServerKey &m_key;
    Database *m_database = nullptr;
    MediaHub *m_media = nullptr;
    std::unique_ptr<EventStore> m_events;
    std::unique_ptr<QTimer> m_clock;
    QString m_serverId;
    QSet<DeviceId> m_open;
};
