// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/http/routerfixture.h"

#include "models/identity/user.h"
#include "server/core/base/durablefile.h"
#include "server/core/db/databaseerror.h"
#include "server/core/http/paging.h"

using namespace Qt::StringLiterals;

namespace {
User named(const QString &name)
{
    User user;
    user.name = name;
    return user;
}

Reply echo(const Call &call, const QString &route)
{
    return Reply::json(
        QJsonDocument(QJsonObject{{u"route"_s, route}, {u"id"_s, call.arg(u"id")}, {u"other"_s, call.arg(u"other")}})
            .toJson(QJsonDocument::Compact));
}

Reply signIn(const Call &call)
{
    if (!call.query(u"fail"_s).isEmpty())
        throw Problem::conflict(u"taken"_s, u"Another request was faster."_s);
    Reply reply = Reply::json("{}");
    reply.headers.append("Cache-Control", "no-store");
    return reply;
}

template <typename Error>
[[noreturn]] void fail()
{
    throw Error("INSERT INTO secret");
}

Route get(const QString &path)
{
    return {.method = Method::Get,
            .path = path,
            .caller = Callers::anyone(),
            .tag = u"Things",
            .handle = [path](const Call &call) { return echo(call, path); }};
}
}

RouteTable RouterFixture::table()
{
    QList<User> people;
    for (int i = 0; i < 45; ++i)
        people += named(QString::number(i));
    return {
        get(u"/things/:id"_s),
        get(u"/things/share/:other"_s),
        get(u"/things/:id/parts/:other"_s),
        {.method = Method::Put, .path = u"/things/:id"_s, .caller = Callers::user(Scope::Devices), .handle = {}},
        {.method = Method::Get,
         .path = u"/boom"_s,
         .caller = Callers::anyone(),
         .handle = [](const Call &) -> Reply { throw std::runtime_error("SELECT secret"); }},
        {.method = Method::Get,
         .path = u"/failures/:failure"_s,
         .caller = Callers::anyone(),
         .handle = [](const Call &call) -> Reply {
             static const QMap<QString, void (*)()> failures{
                 {u"unreachable"_s, &fail<DatabaseUnreachable>},
                 {u"lost"_s, &fail<ConnectionLost>},
                 {u"aborted"_s, &fail<SerializationFailure>},
                 {u"unique"_s, &fail<UniqueViolation>},
                 {u"foreign-key"_s, &fail<ForeignKeyViolation>},
                 {u"disk"_s, &fail<StorageError>},
                 {u"other"_s, &fail<DatabaseError>},
             };
             failures[call.arg(u"failure")]();
             return Reply::noContent();
         }},
        {.method = Method::Post,
         .path = u"/people"_s,
         .caller = Callers::anyone(),
         .body = &User::staticMetaObject,
         .bodyTypes = {u"application/octet-stream"_s},
         .reply = &User::staticMetaObject,
         .status = 201,
         .handle = [](const Call &call) { return replyWith(call.body<User>(), 201); },
         .maxBody = 64 << 20},
        {.method = Method::Get,
         .path = u"/people"_s,
         .caller = Callers::anyone(),
         .reply = &User::staticMetaObject,
         .list = true,
         .handle = [people](const Call &call) { return pageOf(call, people, &User::name); },
         .openQuery = true},
        {.method = Method::Get,
         .path = u"/people/:name"_s,
         .caller = Callers::anyone(),
         .reply = &User::staticMetaObject,
         .handle = [](const Call &call) { return replyWith(named(call.arg(u"name"))); }},
        {.method = Method::Get,
         .path = u"/sign-in"_s,
         .caller = Callers::anyone(),
         .handle = &signIn,
         .atRoot = true,
         .openQuery = true,
         .refuse =
             [](const Problem &problem, const Request &) {
                 Reply reply;
                 reply.status = problem.status;
                 reply.contentType = "text/plain";
                 reply.body = "Sorry: " + problem.code.toLatin1();
                 return reply;
             }},
        {.method = Method::Get,
         .path = u"/broken-page"_s,
         .caller = Callers::anyone(),
         .handle = [](const Call &) -> Reply { throw Problem::notFound(); },
         .atRoot = true,
         .refuse = [](const Problem &, const Request &) -> Reply { throw std::runtime_error("no template"); }},
        {.method = Method::Get,
         .path = u"/well-known"_s,
         .caller = Callers::anyone(),
         .handle = [](const Call &) { return Reply::noContent(); },
         .atRoot = true},
    };
}

Reply RouterFixture::ask(const QByteArray &target, Method method, const Headers &headers, const QByteArray &body)
{
    const Router router(table(),
                        {.authenticate = [](const Request &, const Route &route) -> Caller {
                             if (!route.caller.anyone)
                                 throw Problem::unauthorized(u"credential_required"_s, u"Authenticate first."_s);
                             return {};
                         },
                         .allowsOrigin =
                             [](const QByteArray &origin, AppId) {
                                 if (origin == "https://unlucky.example")
                                     throw std::runtime_error("the database is gone");
                                 return origin == "https://good.example";
                             }});
    Request request;
    request.method = method;
    request.path = before(target, '?');
    if (target.contains('?'))
        request.query = QUrlQuery(QString::fromLatin1(target.mid(target.indexOf('?') + 1)));
    request.headers = headers;
    request.body = body;
    request.id = "r1";
    return router.handle(request);
}

QJsonObject RouterFixture::json(const Reply &reply) { return QJsonDocument::fromJson(reply.body).object(); }
