// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/whepsessions.h"

#include <algorithm>

namespace {
constexpr auto endLimit = std::chrono::seconds(3); ///< usual are some tens of milliseconds
}

WhepSessions::WhepSessions(int ports)
    : m_places(std::make_shared<ViewerPlaces>(std::min(ports, ViewerPlaces::most)))
{
    if (ports < ViewerPlaces::most)
        qWarning("There are ports for %d viewers by WebRTC at a time. Without --webrtc-ports, there may be %d.", ports,
                 ViewerPlaces::most);
}

WhepSessions::~WhepSessions() { stop(); }

WhepSessionId WhepSessions::add(std::unique_ptr<WhepSession> made, DeviceId device, SessionId owner)
{
    const auto id = WhepSessionId::generate();
    WhepSession *session = made.release();
    connect(session, &WhepSession::ended, this, [this, id] { forget(id); });
    {
        const std::scoped_lock lock(m_lock);
        m_sessions.emplace(id, Kept{session, device, owner});
    }
    const auto begin = [this, session, id] {
        try {
            if (m_router)
                session->begin(m_router());
        } catch (const std::exception &error) { // the database is unreachable, so that nobody may watch
            qWarning("A viewer's session ends, as its standing cannot be read: %s", error.what());
            forget(id);
        }
    };
    QMetaObject::invokeMethod(session, begin, Qt::QueuedConnection);
    session->moveToThread(thread()); // last: on its thread, it may end at once
    return id;
}

bool WhepSessions::end(WhepSessionId id, DeviceId device, SessionId owner)
{
    {
        const std::scoped_lock lock(m_lock);
        const auto found = m_sessions.find(id);
        if (found == m_sessions.end() || found->second.device != device || found->second.owner != owner)
            return false;
    }
    forget(id);
    return true;
}

qsizetype WhepSessions::count()
{
    const std::scoped_lock lock(m_lock);
    return qsizetype(m_sessions.size());
}

QByteArray WhepSessions::metrics()
{
    return "# HELP waymark_webrtc_viewers Viewers who watch live by WebRTC.\n# TYPE waymark_webrtc_viewers gauge\n"
           "waymark_webrtc_viewers "
        + QByteArray::number(count()) + '\n';
}

/// The session is destroyed on its own thread, because it may be the caller.
void WhepSessions::forget(WhepSessionId id)
{
    const std::scoped_lock lock(m_lock);
    if (const auto node = m_sessions.extract(id))
        node.mapped().session->deleteLater();
}

void WhepSessions::start(std::function<const Router &()> router) { m_router = std::move(router); }

void WhepSessions::stop()
{
    std::map<WhepSessionId, Kept> ending;
    {
        const std::scoped_lock lock(m_lock);
        ending.swap(m_sessions);
    }
    for (const auto &[id, kept] : ending)
        delete kept.session;
    const bool hasRun = bool(std::exchange(m_router, {}));
    if (hasRun && !m_places->awaitNone(endLimit))
        qWarning("GStreamer has not ended its threads for viewers in time. The server stops without them.");
}
