// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <stop_token>
#include <tuple>

/// Returns true if an address is globally reachable unicast: it is in no block of the IANA special-purpose address
/// registries for IPv4 and IPv6 (RFC 6890) whose "Globally Reachable" is not True, and it is not multicast.
///
/// A mapped IPv6 address, or one of NAT64 or ISATAP, is public only if the IPv4 address in it is, because a gateway on
/// the way forwards to that one. Addresses of 6to4 and Teredo, and compatible ones, are never public: the registries do
/// not call them globally reachable.
///
/// Thread: any.
bool isPublicAddress(const QHostAddress &address);

/// A host name has no usable address. The text is for the log.
class HostError : public std::runtime_error
{
public:
    enum class Kind {
        NotFound, ///< the name does not exist, or the look-up failed
        TimedOut,
        TooMany, ///< too many look-ups of the same owner are waiting
        NotPublic, ///< an address of the host is not public
        Stopped,
    };
    explicit HostError(Kind kind);
    Kind kind;
};

/// The account that a look-up counts for.
struct LookUpOwner
{
    enum class Kind {
        Background, ///< a camera or a delivery, which can wait
        Request, ///< a request to the API, which holds a thread of the network pool and is refused instead
    };
    QString account;
    Kind kind = Kind::Background;

    friend bool operator<(const LookUpOwner &a, const LookUpOwner &b)
    {
        return std::tie(a.account, a.kind) < std::tie(b.account, b.kind);
    }
};

/// Resolves host names by the system's resolver, on threads of its own. A look-up of the system cannot be interrupted,
/// so one owner's slow names could take all threads. Therefore an owner has a number of threads at most, and waiting
/// owners are served in turn.
///
/// Thread: any; one object serves the whole process.
class HostResolver
{
public:
    using LookUp = std::function<QList<QHostAddress>(const QString &host)>;
    struct Limits
    {
        std::chrono::milliseconds time{5000}; ///< from the call to the answer
        int threads = 8;
        int runningPerOwner = 2;
        int waitingPerOwner = 50; ///< of LookUpOwner::Kind::Background
    };

    HostResolver();
    /// `lookUp` replaces the system's resolver. It may block.
    HostResolver(Limits limits, LookUp lookUp);
    /// Ends all waiting calls. Does not wait for look-ups of the system.
    ~HostResolver();
    Q_DISABLE_COPY_MOVE(HostResolver)

    /// Returns the addresses of a host name, or the address that `host` itself is. Blocks for at most Limits::time, or
    /// until `stop` is requested.
    ///
    /// Throws: HostError.
    /// Transaction: none.
    QList<QHostAddress> resolve(const QString &host, const LookUpOwner &owner, const std::stop_token &stop = {}) const;
    /// Does the same, and requires that all addresses are public.
    QList<QHostAddress> resolvePublic(const QString &host, const LookUpOwner &owner,
                                      const std::stop_token &stop = {}) const;

private:
    struct State;
    std::shared_ptr<State> d;
};
