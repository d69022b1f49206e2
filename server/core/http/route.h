// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/access.h"
#include "server/core/http/call.h"
#include "server/core/http/message.h"
#include "server/core/http/ratestanding.h"

#include <QMetaObject>
#include <QString>

#include <functional>

/// The thread that a handler runs on. A handler always gets the services of its thread.
enum class Runs {
    OnWorker, ///< the connection's own event loop: well under a millisecond, short queries
    OnHashPool, ///< password hashing: tens of milliseconds of processor time
    OnFilePool, ///< reading and writing files
    OnUploadPool, ///< taking in pictures and videos: writing and decoding, up to seconds
    OnVisionPool, ///< image analysis: slow, so only a few requests may wait
    OnNetworkPool, ///< requests to other servers, which may take seconds
};

/// A query parameter, for the documentation and for the refusal of unknown parameters.
struct QueryParameter
{
    QString name;
    QString summary;
    QString type = QStringLiteral("string"); ///< JSON Schema type
    QString format = {}; ///< JSON Schema format of a text
    QStringList values = {}; ///< the only values of a text
    std::optional<double> min = {}; ///< of a number
    std::optional<double> max = {};
};

/// A header field of a request or of an answer, for the documentation.
struct HeaderField
{
    QString name;
    QString summary;
    bool required = true; ///< in each request, or in each successful answer
    QString type = QStringLiteral("string"); ///< JSON Schema type
    QString value = {}; ///< the only one that is allowed, if there is one
};

/// Query parameters that are not free text.
namespace Parameters {
inline QueryParameter flag(const QString &name, const QString &summary)
{
    return {.name = name, .summary = summary, .type = QStringLiteral("boolean")};
}
inline QueryParameter time(const QString &name, const QString &summary)
{
    return {.name = name, .summary = summary, .format = QStringLiteral("date-time")};
}
inline QueryParameter day(const QString &name, const QString &summary)
{
    return {.name = name, .summary = summary, .format = QStringLiteral("date")};
}
inline QueryParameter oneOf(const QString &name, const QString &summary, const QStringList &values)
{
    return {.name = name, .summary = summary, .values = values};
}
inline QueryParameter integer(const QString &name, const QString &summary, double min, double max)
{
    return {.name = name, .summary = summary, .type = QStringLiteral("integer"), .min = min, .max = max};
}
inline QueryParameter number(const QString &name, const QString &summary, double min, double max)
{
    return {.name = name, .summary = summary, .type = QStringLiteral("number"), .min = min, .max = max};
}
}

/// A line of a route table: documentation, authorization and code in one.
struct Route
{
    Method method = Method::Get;
    QString path = {}; ///< below /v1, such as `/devices/:device_id`
    Access caller = {};
    QStringView tag = {}; ///< category in the OpenAPI document
    QString summary = {};
    QList<QueryParameter> query = {};
    QList<QueryParameter> pathValues = {}; ///< path parameters that have a few values, for the documentation
    QList<HeaderField> requestHeaders = {}; ///< beside those that follow from the other members
    const QMetaObject *body = nullptr; ///< model of the request body
    QStringList bodyTypes = {}; ///< or media types of a raw body, for the documentation
    bool patch = false; ///< members that are absent from the body keep their values
    bool bodyOptional = false; ///< a request without a body is allowed
    const QMetaObject *reply = nullptr; ///< model of the response
    QList<const QMetaObject *> replies = {}; ///< models of which the response is one, instead of `reply`
    const QMetaObject *accepted = nullptr; ///< model of a 202, if the client may choose a job instead of the result
    QStringList replyTypes = {}; ///< or media types of a raw response, for the documentation
    bool list = false; ///< the response is a page of `reply` items
    int status = 200; ///< status of a successful response
    QList<int> otherStatuses = {}; ///< beside those that follow from the other members, for the documentation
    QList<HeaderField> replyHeaders = {}; ///< beside those that follow from the other members
    Runs runs = Runs::OnWorker;
    Limit limit = Limit::None; ///< a limit beside those of every request
    /// The handler holds `If-Match` against what it changes (Call::precondition()). The router refuses a PUT or DELETE
    /// with `If-Match` otherwise: there is no state that a tag could stand for.
    bool conditional = false;
    std::function<Reply(const Call &)> handle = {}; ///< empty: 501, not implemented yet
    /// Requires what the answer stands on besides the credential, such as a share or a signature. It is asked again and
    /// again while a stream that the route answers with is being sent, and its Problem ends that answer.
    std::function<void(const Call &)> stands = {};
    qint64 maxBody = 1 << 20; ///< bytes
    bool atRoot = false; ///< `path` is not below /v1, because a standard places it elsewhere
    bool internal = false; ///< for other servers on the database: not in the OpenAPI document
    bool safe = true; ///< false: a GET changes something, so that a HEAD does not call the handler
    QString location = {}; ///< path of what a POST creates, below /v1; empty: see Locations
    bool openQuery = false; ///< unknown parameters are ignored, as OAuth requires (RFC 6749, 3.1)
    /// Builds the answer to a refused request; empty: a problem document. For routes that serve people instead of
    /// programs. Must not throw.
    std::function<Reply(const Problem &, const Request &)> refuse = {};
    QString refusalType = {}; ///< media type of what `refuse` returns, for the documentation

    /// Returns whether the route takes an `Idempotency-Key`: each key creates the object at most once.
    bool takesIdempotencyKey() const
    {
        return method == Method::Post && (status == 201 || status == 202 || accepted != nullptr);
    }
    /// Returns whether the router may call the handler again after its transaction was aborted. A request to another
    /// server, such as the exchange of a code, is not repeated.
    bool mayBeRepeated() const { return runs != Runs::OnNetworkPool; }
    QString fullPath() const { return atRoot ? path : QStringLiteral("/v1") + path; }
};

using RouteTable = QList<Route>;
