// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/meta/metaroutes.h"

#include "server/core/base/durablefile.h"
#include "server/core/http/problem.h"
#include "server/core/meta/apidescription.h"

using namespace Qt::StringLiterals;

namespace {
constexpr auto tag = u"Meta";

/// The answer of a server that is well. One that is not answers with a problem.
class Health
{
    Q_GADGET
    Q_CLASSINFO("status.example", "ok")
    Q_PROPERTY(QString status MEMBER status)

public:
    QString status = u"ok"_s;
};

Reply health() { return replyWith(Health()); }

Reply readiness(const std::function<void()> &ready)
{
    try {
        ready();
    } catch (const StorageError &full) {
        throw ::problemOf(full);
    } catch (const std::exception &) {
        throw Problem::unavailable(u"not_ready"_s, u"The database cannot be reached."_s, std::chrono::seconds(2));
    }
    return health();
}
}

RouteTable metaRoutes(ApiDescription &description, std::function<void()> ready, std::function<QByteArray()> metrics)
{
    return {
        {
            .method = Method::Get,
            .path = u"/health/live"_s,
            .caller = Callers::anyone(),
            .tag = tag,
            .summary = u"Check whether the server is running"_s,
            .reply = &Health::staticMetaObject,
            .handle = [](const Call &) { return health(); },
        },
        {
            .method = Method::Get,
            .path = u"/health/ready"_s,
            .caller = Callers::anyone(),
            .tag = tag,
            .summary =
                u"Check whether the server can answer requests (its database can be reached, and its disk is not full)"_s,
            .reply = &Health::staticMetaObject,
            .handle = [ready = std::move(ready)](const Call &) { return readiness(ready); },
        },
        {
            .method = Method::Get,
            .path = u"/openapi.json"_s,
            .caller = Callers::anyone(),
            .tag = tag,
            .summary = u"Get this description of the API (OpenAPI 3.1)"_s,
            .replyTypes = {u"application/json"_s},
            .handle = [&description](const Call &call) { return description.answer(call.request); },
        },
        {
            .method = Method::Get,
            .path = u"/metrics"_s,
            .caller = Callers::management(),
            .tag = tag,
            .summary = u"Get metrics in the Prometheus format"_s,
            .replyTypes = {u"text/plain"_s},
            .runs = Runs::OnFilePool, // sums over all recordings
            .handle =
                [metrics = std::move(metrics)](const Call &) {
                    Reply reply;
                    reply.contentType = "text/plain; version=0.0.4; charset=utf-8";
                    reply.body = metrics();
                    reply.headers.append("Cache-Control", "no-store");
                    return reply;
                },
        },
    };
}

#include "metaroutes.moc"
