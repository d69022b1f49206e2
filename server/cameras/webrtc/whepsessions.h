// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/webrtc/whepsession.h"
#include "server/core/limits/places.h"

#include <QHash>
#include <QObject>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>

/// The places for the viewers of a process. Each viewer has about ten threads and a few MiB. A shared pointer owns this
/// object.
///
/// Thread: any.
class ViewerPlaces : public std::enable_shared_from_this<ViewerPlaces>
{
public:
    static constexpr int most = 48;
    static constexpr int mostOfAccount = 16;
    static constexpr int mostOfCamera = 8;
    static constexpr int mostOfGuests = 4; ///< of a camera, so that its owner always has some
    static constexpr int mostOfGuest = 2; ///< of a camera for an account

    explicit ViewerPlaces(int all = most);

    enum class Guest {
        No,
        Yes, ///< the viewer is of another account than the camera, or has a signed URL
    };

    /// Takes a place as long as the returned object exists.
    ///
    /// Throws: 429 `too_many_viewers` if the account, the camera, its guests, or the account as a guest have all of
    /// their places, with the number as `limit`; 503 `overloaded` if all places are taken.
    [[nodiscard]] std::shared_ptr<void> take(AccountId account, DeviceId device, Guest guest = Guest::No);
    /// Waits until no place is taken. Returns false if that takes longer than the limit.
    bool awaitNone(std::chrono::milliseconds limit);

private:
    struct Camera
    {
        int taken = 0;
        int ofGuests = 0;
        QHash<AccountId, int> ofGuest;
    };
    static void requireRoom(const Camera &camera, AccountId account, Guest guest);
    void free(DeviceId device, AccountId account, Guest guest);

    Places m_accounts;
    std::mutex m_lock;
    std::condition_variable m_freed;
    QHash<DeviceId, Camera> m_cameras;
};

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
