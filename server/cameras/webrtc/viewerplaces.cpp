// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/webrtc/viewerplaces.h"

#include "server/core/http/problem.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
void require(int taken, int most, const QString &detail, std::chrono::seconds retryAfter = 5s)
{
    if (taken >= most)
        throw Problem::tooManyRequests(u"too_many_viewers"_s, detail, retryAfter).with(u"limit"_s, most);
}
}

ViewerPlaces::ViewerPlaces(int all, std::chrono::milliseconds leaveLimit)
    : m_all(all)
    , m_leaveLimit(leaveLimit)
{
}

std::shared_ptr<ViewerPlace> ViewerPlaces::take(AccountId account, DeviceId device, Kind kind)
{
    std::unique_lock lock(m_lock);
    const Viewer wanted{account, device, kind};
    requireRoom(wanted);
    const auto viewer = m_viewers.insert(m_viewers.end(), wanted);
    if (!getPlace(lock, *viewer)) {
        m_viewers.erase(viewer);
        throw Problem::unavailable(u"overloaded"_s, u"The server is overloaded. Try again in a moment."_s, 2s);
    }
    viewer->state = State::Connecting;
    return std::make_shared<ViewerPlace>(shared_from_this(), viewer);
}

bool ViewerPlaces::awaitNone(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_lock);
    return m_freed.wait_for(lock, limit, [this] { return m_viewers.empty(); });
}

int ViewerPlaces::count(const std::function<bool(const Viewer &)> &isCounted) const
{
    return int(std::count_if(m_viewers.begin(), m_viewers.end(), isCounted));
}

/// Returns how many places there are for an account's viewers of that kind.
int ViewerPlaces::mostOf(Kind kind) const { return std::max(1, kind == Kind::Link ? m_all / 6 : m_all / 3); }

/// Returns how many viewers of the party have a place and are not about to leave it.
int ViewerPlaces::staying(const Viewer &party) const
{
    return count([&](const Viewer &each) {
        return each.isOfParty(party) && (each.state == State::Connecting || each.state == State::Connected);
    });
}

void ViewerPlaces::requireRoom(const Viewer &viewer) const
{
    const auto isOfAccount = [&](const Viewer &each) { return each.account == viewer.account; };
    const auto isOfCamera = [&](const Viewer &each) { return each.device == viewer.device; };
    const auto isGuest = [&](const Viewer &each) { return isOfCamera(each) && each.kind != Kind::Owner; };
    const auto isOfParty = [&](const Viewer &each) { return each.isOfParty(viewer); };
    require(count(isOfParty), mostOf(viewer.kind),
            viewer.kind == Kind::Link
                ? u"Signed URLs of the account are used for too many viewers by WebRTC. Use live.m3u8."_s
                : u"The account watches too many cameras by WebRTC. Close one, or use live.m3u8."_s);
    if (viewer.kind != Kind::Owner) {
        require(count([&](const Viewer &each) { return isGuest(each) && isOfAccount(each); }), mostOfGuest,
                u"You have too many viewers of this camera by WebRTC. Close one, or use live.m3u8."_s);
        require(count(isGuest), mostOfGuests,
                u"Too many guests of the camera's owner watch it by WebRTC. Use live.m3u8."_s);
    }
    require(count(isOfCamera), mostOfCamera, u"Too many viewers watch this camera by WebRTC. Use live.m3u8."_s);
    const auto isConnecting = [&](const Viewer &each) {
        return isOfParty(each) && (each.state == State::Waiting || each.state == State::Connecting);
    };
    require(count(isConnecting), std::max(1, mostOf(viewer.kind) / 2),
            u"Too many viewers of the account have not connected yet. Try again in a moment."_s, 1s);
}

/// Waits for the place of another viewer if all are taken. Returns false if there is no place for the viewer.
bool ViewerPlaces::getPlace(std::unique_lock<std::mutex> &lock, Viewer &viewer)
{
    if (int(m_viewers.size()) <= m_all) // those that wait come first
        return true;
    Viewer *const leaving = leavingFor(viewer);
    if (!leaving)
        return false;
    leaving->state = State::Leaving;
    if (leaving->leave)
        std::exchange(leaving->leave, {})();
    return m_freed.wait_for(lock, m_leaveLimit, [this] {
        return count([](const Viewer &each) { return each.state != State::Waiting; }) < m_all;
    });
}

/// Returns the viewer that has to leave for another one, or null.
ViewerPlaces::Viewer *ViewerPlaces::leavingFor(const Viewer &viewer)
{
    const int own = count([&](const Viewer &each) { return each.isOfParty(viewer); });
    Viewer *found = nullptr;
    int most = 0;
    for (Viewer &each : m_viewers) {
        const int connecting =
            count([&](const Viewer &other) { return other.isOfParty(each) && other.state == State::Connecting; });
        if (each.state == State::Connecting && staying(each) > own && connecting > most) {
            found = &each;
            most = connecting;
        }
    }
    if (found || own > 1)
        return found;
    for (Viewer &each : m_viewers) {
        const int others = staying(each);
        if (each.state == State::Connected && others > 1 && others >= most) {
            found = &each;
            most = others;
        }
    }
    return found;
}

ViewerPlace::ViewerPlace(std::shared_ptr<ViewerPlaces> places, std::list<ViewerPlaces::Viewer>::iterator viewer)
    : m_places(std::move(places))
    , m_viewer(viewer)
{
}

ViewerPlace::~ViewerPlace()
{
    const std::scoped_lock lock(m_places->m_lock);
    m_places->m_viewers.erase(m_viewer);
    m_places->m_freed.notify_all();
}

void ViewerPlace::onLeave(std::function<void()> leave)
{
    const std::scoped_lock lock(m_places->m_lock);
    if (m_viewer->state == ViewerPlaces::State::Leaving)
        leave();
    else
        m_viewer->leave = std::move(leave);
}

void ViewerPlace::connected()
{
    const std::scoped_lock lock(m_places->m_lock);
    if (m_viewer->state == ViewerPlaces::State::Connecting)
        m_viewer->state = ViewerPlaces::State::Connected;
}

void ViewerPlace::ended()
{
    const std::scoped_lock lock(m_places->m_lock);
    m_viewer->state = ViewerPlaces::State::Leaving;
    m_viewer->leave = {};
}
