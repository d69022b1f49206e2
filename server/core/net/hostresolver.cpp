// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/net/hostresolver.h"

#include <QUrl>

#include <netdb.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {
const char *textOf(HostError::Kind kind)
{
    switch (kind) {
    case HostError::Kind::NotFound:
        return "the host name cannot be resolved";
    case HostError::Kind::TimedOut:
        return "the look-up of the host name timed out";
    case HostError::Kind::TooMany:
        return "too many host names are being looked up";
    case HostError::Kind::NotPublic:
        return "the host has an address that is not public";
    case HostError::Kind::Stopped:
        return "the look-up of the host name was stopped";
    }
    return "the host name cannot be resolved";
}

QList<QHostAddress> lookUpBySystem(const QString &host)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo *found = nullptr;
    if (getaddrinfo(QUrl::toAce(host).constData(), nullptr, &hints, &found) != 0)
        return {};
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> list(found, &freeaddrinfo);
    QList<QHostAddress> addresses;
    for (const addrinfo *each = list.get(); each; each = each->ai_next) {
        if (const QHostAddress address(each->ai_addr); !address.isNull() && !addresses.contains(address))
            addresses += address;
    }
    return addresses;
}

/// A look-up that a caller waits for.
struct Query
{
    QString host;
    LookUpOwner owner;
    std::optional<QList<QHostAddress>> answer;
    bool abandoned = false;
};
using SharedQuery = std::shared_ptr<Query>;
}

/// Outlives the resolver while a thread is in a look-up of the system.
struct HostResolver::State : std::enable_shared_from_this<State>
{
    State(Limits limits, LookUp lookUp)
        : limits(limits)
        , lookUp(std::move(lookUp))
    {
    }
    SharedQuery enqueue(const QString &host, const LookUpOwner &owner);
    SharedQuery next();
    int runningOf(const LookUpOwner &owner) const;
    void work();

    const Limits limits;
    const LookUp lookUp;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::map<LookUpOwner, std::deque<SharedQuery>> waiting;
    std::map<LookUpOwner, int> running;
    LookUpOwner servedLast;
    int threads = 0;
    int idle = 0;
    bool stopped = false;
};

HostError::HostError(Kind kind)
    : std::runtime_error(textOf(kind))
    , kind(kind)
{
}

/// Must be called with the mutex locked.
int HostResolver::State::runningOf(const LookUpOwner &owner) const
{
    const auto found = running.find(owner);
    return found == running.end() ? 0 : found->second;
}

/// Must be called with the mutex locked.
SharedQuery HostResolver::State::enqueue(const QString &host, const LookUpOwner &owner)
{
    const bool isRequest = owner.kind == LookUpOwner::Kind::Request;
    auto &queue = waiting[owner];
    const int ahead = int(queue.size()) + (isRequest ? runningOf(owner) : 0);
    if (ahead >= (isRequest ? limits.runningPerOwner : limits.waitingPerOwner))
        throw HostError(HostError::Kind::TooMany);
    queue.push_back(std::make_shared<Query>(Query{host, owner, {}}));
    const SharedQuery query = queue.back();
    if (idle == 0 && threads < limits.threads) {
        ++threads;
        std::thread([self = shared_from_this()] { self->work(); }).detach();
    }
    changed.notify_all();
    return query;
}

/// Returns the next query of the owner whose turn it is, or null. Must be called with the mutex locked.
SharedQuery HostResolver::State::next()
{
    for (auto queue = waiting.begin(); queue != waiting.end();) {
        std::erase_if(queue->second, [](const SharedQuery &query) { return query->abandoned; });
        queue = queue->second.empty() ? waiting.erase(queue) : std::next(queue);
    }
    auto turn = waiting.upper_bound(servedLast);
    for (std::size_t i = 0; i < waiting.size(); ++i, ++turn) {
        if (turn == waiting.end())
            turn = waiting.begin();
        auto &[owner, queue] = *turn;
        if (runningOf(owner) >= limits.runningPerOwner)
            continue;
        servedLast = owner;
        const SharedQuery query = queue.front();
        queue.pop_front();
        ++running[owner];
        return query;
    }
    return nullptr;
}

void HostResolver::State::work()
{
    std::unique_lock lock(mutex);
    while (!stopped) {
        const SharedQuery query = next();
        if (!query) {
            ++idle;
            changed.wait(lock);
            --idle;
            continue;
        }
        lock.unlock();
        QList<QHostAddress> answer = lookUp(query->host);
        lock.lock();
        query->answer = std::move(answer);
        if (--running[query->owner] == 0)
            running.erase(query->owner);
        changed.notify_all();
    }
    --threads;
}

HostResolver::HostResolver()
    : HostResolver({}, &lookUpBySystem)
{
}

HostResolver::HostResolver(Limits limits, LookUp lookUp)
    : d(std::make_shared<State>(limits, std::move(lookUp)))
{
}

HostResolver::~HostResolver()
{
    const std::scoped_lock lock(d->mutex);
    d->stopped = true;
    d->changed.notify_all();
}

QList<QHostAddress> HostResolver::resolve(const QString &host, const LookUpOwner &owner,
                                          const std::stop_token &stop) const
{
    if (const QHostAddress literal(host); !literal.isNull())
        return {literal};
    const auto deadline = Clock::now() + d->limits.time;
    std::unique_lock lock(d->mutex);
    const SharedQuery query = d->enqueue(host, owner);
    d->changed.wait_until(lock, stop, deadline, [&] { return query->answer || d->stopped; });
    if (!query->answer) {
        query->abandoned = true;
        const bool ended = d->stopped || stop.stop_requested();
        throw HostError(ended ? HostError::Kind::Stopped : HostError::Kind::TimedOut);
    }
    if (query->answer->isEmpty())
        throw HostError(HostError::Kind::NotFound);
    return *query->answer;
}

QList<QHostAddress> HostResolver::resolvePublic(const QString &host, const LookUpOwner &owner,
                                                const std::stop_token &stop) const
{
    const QList<QHostAddress> addresses = resolve(host, owner, stop);
    if (!std::ranges::all_of(addresses, &isPublicAddress))
        throw HostError(HostError::Kind::NotPublic);
    return addresses;
}
