// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"

#include <QByteArray>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>
#include <chrono>
#include <stdexcept>

/// What a request of ours was answered with.
struct WebAnswer
{
    int status = 0;
    Headers headers;
    QByteArray body;
};

/// No answer that could be used. The text is for the log, and says nothing of what was sent.
class WebError : public std::runtime_error
{
public:
    enum class Kind {
        Unreachable, ///< no connection, a certificate that is not valid, an answer that broke off or took too long
        TooLarge,
        Stopped, ///< this server is going down
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
    bool publicOnly = false; ///< no connection to private, link-local or loopback addresses, whatever the name says
};

/// HTTP requests to other servers. They block for as long as the limits allow: only on the network pool
/// (Runs::OnNetworkPool), never on an event loop.
///
/// Certificates are verified, and no redirect is followed: what was asked for was configured, or published by who was.
/// One object serves all threads.
class WebClient
{
public:
    explicit WebClient(WebLimits limits = {});
    Q_DISABLE_COPY_MOVE(WebClient)

    /// Throws WebError. An answer with an error's status is an answer.
    WebAnswer get(const QUrl &url, const Headers &headers = {}) const;
    /// Sends a form (application/x-www-form-urlencoded).
    WebAnswer post(const QUrl &url, const QList<QPair<QString, QString>> &form, const Headers &headers = {}) const;

    /// Sends anything else.
    WebAnswer post(const QUrl &url, const QByteArray &body, const QByteArray &contentType,
                   const Headers &headers = {}) const;

    /// The same by PUT.
    WebAnswer put(const QUrl &url, const QByteArray &body, const QByteArray &contentType,
                  const Headers &headers = {}) const;

    /// Ends all requests, and lets no more begin.
    void stop() { m_stopping = true; }

    /// The parameters as a form or a query has them.
    static QByteArray encoded(const QList<QPair<QString, QString>> &parameters);
    /// The address with these added to its query.
    static QUrl withQuery(const QUrl &url, const QList<QPair<QString, QString>> &parameters);
    /// Whether it is an https address, or one of this very machine.
    static bool isSafe(const QUrl &url);

private:
    WebAnswer fetch(const QUrl &url, const Headers &headers, const QByteArray *body,
                    const char *method = nullptr) const;

    WebLimits m_limits;
    std::atomic_bool m_stopping = false;
};
