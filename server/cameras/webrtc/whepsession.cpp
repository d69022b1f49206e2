// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/whepsession.h"

#include "server/cameras/webrtc/sessionoffer.h"
#include "server/cameras/webrtc/viewerplaces.h"

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {
constexpr auto connectLimit = 15s;
constexpr auto silenceLimit = 15s; ///< a viewer reports at least every five seconds
constexpr auto betweenLooks = 1s;
constexpr auto betweenChecks = 500ms; ///< as for streams over HTTP
}

WhepSession::WhepSession(const SessionOffer &offer, const MediaPlace &place, Parts parts)
    : m_parts(std::move(parts))
    , m_hears(offer.accepted(m_parts.format.sound) != CodedFormat::Sound::None)
    , m_pipeline(offer, offer.accepted(m_parts.format.sound), place,
                 {.connected = [this] { connected(); }, .ended = [this] { end(); }}, m_parts.place)
{
    m_parts.request.body.clear();
    m_parts.place->onLeave([this] { end(); });
}

WhepSession::~WhepSession()
{
    m_parts.place->ended();
    {
        const std::scoped_lock lock(m_lock);
        m_closed = true;
    }
    m_parts.feed->leave(*this);
}

void WhepSession::begin(const Router &router)
{
    m_standing = std::make_unique<StandingWatch>(router);
    connect(m_standing.get(), &StandingWatch::ended, this, &WhepSession::ended);
    m_standing->begin({m_parts.request, router.find(m_parts.request)}, betweenChecks);
    m_clock = std::make_unique<QTimer>();
    connect(m_clock.get(), &QTimer::timeout, this, &WhepSession::look);
    m_clock->start(betweenLooks);
}

/// Called on threads of the camera, of GStreamer, and of other viewers.
void WhepSession::end() { QMetaObject::invokeMethod(this, &WhepSession::ended, Qt::QueuedConnection); }

/// Called on a thread of GStreamer. From here on, packets have somewhere to go.
void WhepSession::connected()
{
    const std::scoped_lock lock(m_lock);
    if (m_closed || m_connected.exchange(true))
        return;
    m_parts.place->connected();
    if (!m_parts.feed->watch(*this, m_parts.format))
        end();
}

void WhepSession::look()
{
    const auto now = Clock::now();
    if (m_connected ? now - m_pipeline.heard() > silenceLimit : now - m_made > connectLimit)
        Q_EMIT ended();
}
