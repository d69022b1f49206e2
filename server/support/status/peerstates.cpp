// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/status/peerstates.h"

#include "models/core/resource.h"
#include "server/core/cluster/relay.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int atOnce = 32; // they wait, and do not work
constexpr qsizetype largestState = 256 * 1024; // bytes; 100 cameras have 20 kB
}

PeerStates::PeerStates(const Relay &relay)
    : m_relay(relay)
{
    m_pool.setMaxThreadCount(atOnce);
}

PeerStates::~PeerStates() = default;

QList<ServerState> PeerStates::ask(const QList<ServerState> &servers)
{
    QList<Answer> answers;
    for (const ServerState &server : servers)
        answers += answerOf(server);
    const auto deadline = std::chrono::steady_clock::now() + patience;
    QList<ServerState> states = servers;
    for (qsizetype i = 0; i < states.size(); ++i) {
        const auto health =
            answers[i].wait_until(deadline) == std::future_status::ready ? answers[i].get() : std::nullopt;
        states[i].standing = health ? ServerState::Standing::Running : ServerState::Standing::Silent;
        states[i].health = health.value_or(ServerHealth());
    }
    return states;
}

PeerStates::Answer PeerStates::answerOf(const ServerState &server)
{
    const std::scoped_lock lock(m_lock);
    if (const auto pending = m_pending.constFind(server.serverId); pending != m_pending.constEnd())
        return *pending;
    const auto promise = std::make_shared<std::promise<std::optional<ServerHealth>>>();
    const Answer answer = promise->get_future().share();
    m_pending.insert(server.serverId, answer);
    m_pool.start([this, server, promise] {
        const auto health = read(server);
        {
            const std::scoped_lock lock(m_lock);
            m_pending.remove(server.serverId);
        }
        promise->set_value(health);
    });
    return answer;
}

/// Returns what the server says of itself, or nothing if it does not answer, or another server has its address now.
/// A server of another version may tell more than this one understands.
std::optional<ServerHealth> PeerStates::read(const ServerState &server) const
{
    if (server.address.isEmpty())
        return std::nullopt;
    try {
        const QByteArray answer = m_relay.read({server.address, "/internal/server-state"}, largestState);
        FieldErrors errors;
        const auto state =
            fromJson<ServerState>(QJsonDocument::fromJson(answer).object(), errors, Resource::Writer::Server);
        const bool understood =
            std::ranges::all_of(errors, [](const FieldError &error) { return error.code == u"unknown"_s; });
        return understood && state.serverId == server.serverId ? std::optional(state.health) : std::nullopt;
    } catch (const std::exception &) { // the relay has written the reason into the log
        return std::nullopt;
    }
}
