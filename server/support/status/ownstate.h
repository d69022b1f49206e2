// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/support/serverstate.h"
#include "server/insight/insight.h"

/// The settings of the status.
struct StatusSettings
{
    QString version; ///< of this server
    QString data; ///< folders whose disks the status shows
    QString recordings;
    bool ownerSees = false; ///< the server belongs to one person, who has its first account
};

/// Looks at this process: what it reads, records and analyzes, and the machine under it. It asks neither the database
/// nor another server. The counts are those of GET /metrics.
class OwnState
{
public:
    OwnState(CoreServices &core, CameraServices &cameras, InsightServices &insight, const StatusSettings &settings)
        : m_core(core)
        , m_cameras(cameras)
        , m_insight(insight)
        , m_settings(settings)
    {
    }

    ServerState look() const;

    static constexpr qsizetype mostLoads = 100;

private:
    AnalysisState analysis() const;
    QList<CameraLoad> loads(const QList<DeviceId> &cameras) const;
    QList<DiskState> disks() const;

    CoreServices &m_core;
    CameraServices &m_cameras;
    InsightServices &m_insight;
    const StatusSettings &m_settings;
};
