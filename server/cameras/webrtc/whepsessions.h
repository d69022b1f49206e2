// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/webrtc/viewerplaces.h"
#include "server/cameras/webrtc/whepsession.h"

#include <QObject>

#include <map>
#include <memory>
#include <mutex>

/// The sessions of a process.
///
/// Thread: any, except where stated. The sessions live on the thread of this object.
class WhepSessions : public QObject
{
    Q_OBJECT

public:
    /// `ports`: for how many viewers there are ports.
    explicit WhepSessions(int ports = ViewerPlaces::most);
    ~WhepSessions() override;

    ViewerPlaces &places() { return *m_places; }
    /// Keeps a session until it ends, and returns its ID. `owner` is the session of the user who may end it.
    WhepSessionId add(std::unique_ptr<WhepSession> session, DeviceId device, SessionId owner);
    /// Ends a session. Returns false if there is no such session of the device and of the owner.
    bool end(WhepSessionId id, DeviceId device, SessionId owner);

    /// Returns the number of sessions.
    qsizetype count();
    /// Returns the number of sessions as a metric in the text format of Prometheus.
    QByteArray metrics();

    /// Begins to watch over sessions. `router` makes the router of this thread when there is a first session. The
    /// router must outlive stop().
    ///
    /// Thread: that of this object, as for stop().
    void start(std::function<const Router &()> router);
    /// Ends all sessions, and waits some seconds at most for GStreamer to end its threads.
    void stop();

private:
    struct Kept
    {
        WhepSession *session = nullptr; ///< owned
        DeviceId device;
        SessionId owner;
    };
    void forget(WhepSessionId id);

    const std::shared_ptr<ViewerPlaces> m_places;
    std::mutex m_lock;
    std::map<WhepSessionId, Kept> m_sessions;
    std::function<const Router &()> m_router; ///< used by the thread of this object
};
