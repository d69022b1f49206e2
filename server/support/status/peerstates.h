// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/support/serverstate.h"

#include <QHash>
#include <QThreadPool>

#include <chrono>
#include <future>
#include <mutex>
#include <optional>

class Relay;

/// Asks the other servers for their state, all at the same time. A server that hangs occupies one thread: whoever asks
/// for it meanwhile waits for the same answer, and nobody waits for longer than two seconds.
///
/// Thread: any.
class PeerStates
{
public:
    explicit PeerStates(const Relay &relay);
    /// Waits for the requests that are still under way. Relay::stop() ends them.
    ~PeerStates();

    /// Returns these servers with what they say of themselves. Those that do not answer in time are silent. Blocks for
    /// two seconds at most.
    QList<ServerState> ask(const QList<ServerState> &servers);

    static constexpr std::chrono::milliseconds patience{2000};

private:
    using Answer = std::shared_future<std::optional<ServerHealth>>;
    Answer answerOf(const ServerState &server);
    std::optional<ServerHealth> read(const ServerState &server) const;

    const Relay &m_relay;
    std::mutex m_lock; ///< guards m_pending
    QHash<QString, Answer> m_pending;
    QThreadPool m_pool; ///< the last member: its threads use the others
};
