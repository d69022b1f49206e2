// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/access.h"
#include "server/core/http/call.h"
#include "server/core/http/message.h"
#include "server/core/http/ratestanding.h"

#include <QMetaObject>
#include <QString>

#include <functional>

/// Where a handler runs. It always gets the services of the thread that it runs on.
enum class Runs {
    OnWorker, ///< on the connection's own event loop: well under a millisecond, short queries
    OnHashPool, ///< where passwords are hashed: tens of milliseconds of processor time
    OnFilePool, ///< where files are read and written, pictures made
    OnVisionPool, ///< where pictures are looked at: few wait, as each takes long
    OnNetworkPool, ///< where other servers are asked, and may take seconds to answer
};

/// One query parameter, for the documentation and the check that no unknown one is sent.
struct QueryParameter
{
    QString name;
    QString summary;
    QString type = QStringLiteral("string"); ///< of JSON Schema
};

/// One line of the route tables: it is the documentation, the authorization and the code in one.
struct Route
{
    Method method = Method::Get;
    QString path = {}; ///< below /v1, such as `/devices/:device_id`
    Access caller = {};
    QStringView tag = {}; ///< the category in the OpenAPI document
    QString summary = {};
    QList<QueryParameter> query = {};
    const QMetaObject *body = nullptr; ///< what goes in
    QStringList bodyTypes = {}; ///< or goes in as it is: media types, for the documentation
    const QMetaObject *reply = nullptr; ///< what comes out
    bool list = false; ///< `reply` comes as a page of items
    int status = 200; ///< of success
    Runs runs = Runs::OnWorker;
    Limit limit = Limit::None; ///< a tighter one than every request has
    std::function<Reply(const Call &)> handle = {}; ///< none: 501, until it is built
    qint64 maxBody = 1 << 20; ///< bytes
    bool atRoot = false; ///< `path` is not below /v1: what a standard has placed elsewhere
    bool openQuery = false; ///< unknown parameters are passed over, as OAuth wants it (RFC 6749, 3.1)
    /// What a refusal looks like; none: a problem document. For routes that answer people and not programs. It
    /// must not throw.
    std::function<Reply(const Problem &, const Request &)> refuse = {};

    /// What is made by it is made once for each `Idempotency-Key`.
    bool takesIdempotencyKey() const { return method == Method::Post && (status == 201 || status == 202); }
    /// Whether the router may call the handler again when its transaction was aborted. What another server was asked
    /// for, such as the exchange of a code, is not asked for twice.
    bool mayBeRepeated() const { return runs != Runs::OnNetworkPool; }
    QString fullPath() const { return atRoot ? path : QStringLiteral("/v1") + path; }
};

using RouteTable = QList<Route>;
