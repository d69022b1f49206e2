// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"
#include "server/core/net/destination.h"

#include <QByteArray>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>
#include <chrono>
#include <stdexcept>

class HostResolver;

/// The answer to a request that this server sent.
struct WebAnswer
{
    int status = 0;
    Headers headers;
    QByteArray body;
    /// The pause that `Retry-After` asks for, as seconds or as a date (RFC 9110, 10.2.3); 0: none.
    std::chrono::seconds retryAfter{0};
};

/// No usable answer. The text is for the log and contains nothing of the request.
class WebError : public std::runtime_error
{
public:
    enum class Kind {
        Unreachable, ///< no connection, an invalid certificate, or an answer that broke off or took too long
        TooLarge,
        Stopped, ///< this server is shutting down
    };
    WebError(Kind kind, const std::string &text)
        : std::runtime_error(text)
        , kind(kind)
    {
    }
    Kind kind;
};

struct WebLimits
{
    std::chrono::milliseconds connect = std::chrono::seconds(4);
    std::chrono::milliseconds whole = std::chrono::seconds(8);
    qsizetype body = 512 * 1024; ///< bytes
    bool publicOnly = false; ///< refuses hosts with addresses that are not public
    /// The status line alone makes the answer. A body that is longer than `body`, comes slowly or breaks off is cut,
    /// and is no error.
    bool statusDecides = false;
};

/// Which hosts a request may reach.
enum class Reach {
    Configured, ///< the operator has named the host: any address, unless WebLimits::publicOnly
    Published, ///< another server has named the host: public addresses only
};

/// Sends HTTP requests to other servers. A request blocks for as long as the limits allow, so routes that send one run
/// on the network pool (Runs::OnNetworkPool).
///
/// Each request resolves the host, and connects to the addresses that were found and checked, and to no others.
/// Certificates are verified. Redirects are not followed. Thread: any; one object serves all threads.
class WebClient
{
public:
    explicit WebClient(const HostResolver &hosts, WebLimits limits = {});
    Q_DISABLE_COPY_MOVE(WebClient)

    /// Returns the answer, whatever its status.
    /// Throws: WebError.
    WebAnswer get(const QUrl &url, const Headers &headers = {}, Reach reach = Reach::Configured) const;
    /// Sends a form (application/x-www-form-urlencoded).
    WebAnswer post(const QUrl &url, const QList<QPair<QString, QString>> &form, const Headers &headers = {},
                   Reach reach = Reach::Configured) const;

    /// Sends a body of another media type. `owner` is the account whose share of name look-ups the request uses.
    WebAnswer post(const QUrl &url, const QByteArray &body, const QByteArray &contentType, const Headers &headers = {},
                   const QString &owner = {}) const;

    /// Sends the body by PUT.
    WebAnswer put(const QUrl &url, const QByteArray &body, const QByteArray &contentType,
                  const Headers &headers = {}) const;

    /// Aborts all requests, and makes later requests fail.
    void stop() { m_stopping = true; }

    /// Returns the parameters as a form or a query carries them.
    static QByteArray encoded(const QList<QPair<QString, QString>> &parameters);
    /// Returns the address with the parameters added to its query.
    static QUrl withQuery(const QUrl &url, const QList<QPair<QString, QString>> &parameters);
    /// Returns whether this is an HTTPS address, or an HTTP address of this machine, without user name, password and
    /// fragment.
    static bool isSafe(const QUrl &url);

private:
    WebAnswer fetch(const Destination &destination, const Headers &headers, const QByteArray *body,
                    const char *method = nullptr) const;
    Destination resolved(const QUrl &url, Reach reach, const QString &owner = {}) const;

    const HostResolver &m_hosts;
    WebLimits m_limits;
    std::atomic_bool m_stopping = false;
};
