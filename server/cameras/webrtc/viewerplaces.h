// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>

class ViewerPlace;

/// The places for the viewers of a process. Each viewer has about ten threads and a few MiB. These are the rules:
///
/// - A camera has mostOfCamera viewers. Guests have mostOfGuests of them together, so that the owner always has some,
///   and mostOfGuest for each account.
/// - An account has a third of all places. Half of these may be for viewers that have not connected yet.
/// - Viewers with signed URLs of an account count as those of another account, which has half as many places. So they
///   take none of those whose users have a token.
/// - If all places are taken, another viewer may have to leave: the oldest that has not connected, of the account with
///   the most of these, as long as that account has more viewers than the one that asks. A viewer that has connected
///   leaves only for an account without a viewer. It is the newest of the account with the most viewers, which has two
///   at least. So an account without a viewer gets a place as long as another account has two viewers.
///
/// A shared pointer owns this object.
///
/// Thread: any.
class ViewerPlaces : public std::enable_shared_from_this<ViewerPlaces>
{
public:
    static constexpr int most = 48;
    static constexpr int mostOfCamera = 8;
    static constexpr int mostOfGuests = 4; ///< of a camera
    static constexpr int mostOfGuest = 2; ///< of a camera for an account

    /// `leaveLimit`: how long a new viewer waits for the end of the one that leaves. Usual are some tens of
    /// milliseconds.
    explicit ViewerPlaces(int all = most, std::chrono::milliseconds leaveLimit = std::chrono::seconds(3));

    enum class Kind {
        Owner, ///< is of the camera's account
        Guest, ///< is of another account
        Link, ///< has a signed URL; a guest as well
    };

    /// Takes a place as long as the returned object exists. Blocks while another viewer leaves.
    ///
    /// `account`: that of the viewer, or of the user who has signed the URL.
    ///
    /// Throws: 429 `too_many_viewers` if the account, the camera, its guests, or the account as a guest have all of
    /// their places, with the number as `limit`; 503 `overloaded` if all places are taken and no viewer leaves.
    [[nodiscard]] std::shared_ptr<ViewerPlace> take(AccountId account, DeviceId device, Kind kind = Kind::Owner);
    /// Waits until no place is taken. Returns false if that takes longer than the limit.
    bool awaitNone(std::chrono::milliseconds limit);

private:
    friend class ViewerPlace;
    enum class State {
        Waiting, ///< has no place yet
        Connecting,
        Connected,
        Leaving, ///< has its place until its threads have ended
    };
    struct Viewer
    {
        AccountId account;
        DeviceId device;
        Kind kind = Kind::Owner;
        State state = State::Waiting;
        std::function<void()> leave = {};

        /// Returns whether both viewers share the places of an account, or of its signed URLs.
        bool isOfParty(const Viewer &other) const
        {
            return account == other.account && (kind == Kind::Link) == (other.kind == Kind::Link);
        }
    };

    int mostOf(Kind kind) const;
    int count(const std::function<bool(const Viewer &)> &isCounted) const;
    int staying(const Viewer &party) const;
    void requireRoom(const Viewer &viewer) const;
    Viewer *leavingFor(const Viewer &viewer);
    bool getPlace(std::unique_lock<std::mutex> &lock, Viewer &viewer);

    const int m_all;
    const std::chrono::milliseconds m_leaveLimit;
    std::mutex m_lock;
    std::condition_variable m_freed;
    std::list<Viewer> m_viewers; ///< the oldest first
};

/// The place of a viewer.
///
/// Thread: any.
class ViewerPlace
{
public:
    ViewerPlace(std::shared_ptr<ViewerPlaces> places, std::list<ViewerPlaces::Viewer>::iterator viewer);
    /// Frees the place.
    ~ViewerPlace();
    Q_DISABLE_COPY_MOVE(ViewerPlace)

    /// States how the viewer's session is ended, if another viewer needs the place. `leave` is called once at most, on
    /// any thread, and now if the place is needed already. It must neither block nor free the place.
    void onLeave(std::function<void()> leave);
    void connected();
    /// States that the session has ended. `leave` is not called any more.
    void ended();

private:
    const std::shared_ptr<ViewerPlaces> m_places;
    const std::list<ViewerPlaces::Viewer>::iterator m_viewer;
};
