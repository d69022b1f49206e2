// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/user.h"
#include "server/core/db/databaseerror.h"
#include "server/core/http/metaroutes.h"
#include "server/core/http/paging.h"
#include "server/core/http/router.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

/// Routes, problems and pages, without a socket.
class RouterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRoutes_data();
    void findsRoutes();
    void tellsTheMethodsOfAPath();
    void asksWhoCallsBeforeItSaysThatSomethingIsNotBuilt();
    void turnsWhatIsThrownIntoAnAnswer();
    void turnsDatabaseErrorsIntoAnAnswer_data();
    void turnsDatabaseErrorsIntoAnAnswer();
    void refusesUnknownParameters();
    void passesOverUnknownParametersWhereTheRouteSaysSo();
    void letsARouteDressItsRefusals();
    void tagsASingleResource();
    void tagsNothingThatMustNotBeStored();
    void readsBodies_data();
    void readsBodies();
    void givesOutPages();
    void refusesBadPages_data();
    void refusesBadPages();
    void answersPreflightsOfRegisteredOrigins();
    void answersThoughOriginsCannotBeLookedUp_data();
    void answersThoughOriginsCannotBeLookedUp();
    void answersThoughARefusalHasNoPage();
    void describesEveryRoute();

private:
    static RouteTable table();
    static Reply ask(const QByteArray &path, Method method = Method::Get, const Headers &headers = {},
                     const QByteArray &body = {});
};

namespace {
QJsonObject json(const Reply &reply) { return QJsonDocument::fromJson(reply.body).object(); }

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
        throw Problem::conflict(u"taken"_s, u"Somebody else was faster."_s);
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

RouteTable RouterTest::table()
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
                 {u"unreachable"_s, &fail<DatabaseUnreachable>}, {u"lost"_s, &fail<ConnectionLost>},
                 {u"aborted"_s, &fail<SerializationFailure>},    {u"unique"_s, &fail<UniqueViolation>},
                 {u"foreign-key"_s, &fail<ForeignKeyViolation>}, {u"other"_s, &fail<DatabaseError>},
             };
             failures[call.arg(u"failure")]();
             return Reply::noContent();
         }},
        {.method = Method::Post,
         .path = u"/people"_s,
         .caller = Callers::anyone(),
         .body = &User::staticMetaObject,
         .reply = &User::staticMetaObject,
         .status = 201,
         .handle = [](const Call &call) { return replyWith(call.body<User>(), 201); }},
        {.method = Method::Get,
         .path = u"/people"_s,
         .caller = Callers::anyone(),
         .reply = &User::staticMetaObject,
         .list = true,
         .handle = [people](const Call &call) { return pageOf(call, people); }},
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

Reply RouterTest::ask(const QByteArray &target, Method method, const Headers &headers, const QByteArray &body)
{
    const Router router(table(),
                        {.authenticate = [](const Request &, const Route &route) -> Caller {
                             if (!route.caller.anyone)
                                 throw Problem::unauthorized(u"credential_required"_s, u"Who are you?"_s);
                             return {};
                         },
                         .allowsOrigin =
                             [](const QByteArray &origin) {
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

void RouterTest::findsRoutes_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("route");
    QTest::newRow("parameter") << "/v1/things/7"_ba << 200 << u"/things/:id"_s;
    QTest::newRow("trailing slash") << "/v1/things/7/"_ba << 200 << u"/things/:id"_s;
    QTest::newRow("static first") << "/v1/things/share/7"_ba << 200 << u"/things/share/:other"_s;
    QTest::newRow("parameter after all") << "/v1/things/share/parts/7"_ba << 200 << u"/things/:id/parts/:other"_s;
    QTest::newRow("encoded") << "/v1/thin%67s/a%20b"_ba << 200 << u"/things/:id"_s;
    QTest::newRow("an encoded slash stays in its segment") << "/v1/things/a%2Fb"_ba << 200 << u"/things/:id"_s;
    QTest::newRow("unknown") << "/v1/nothing"_ba << 404 << QString();
    QTest::newRow("outside of v1") << "/things/7"_ba << 404 << QString();
    QTest::newRow("at the root") << "/well-known"_ba << 204 << QString();
    QTest::newRow("two slashes") << "//v1/things/7"_ba << 400 << QString();
    QTest::newRow("an empty segment") << "/v1//things"_ba << 400 << QString();
    QTest::newRow("dots") << "/v1/things/../boom"_ba << 400 << QString();
    QTest::newRow("encoded dots") << "/v1/things/%2e%2e/boom"_ba << 400 << QString();
    QTest::newRow("NUL") << "/v1/things/a%00"_ba << 400 << QString();
}

void RouterTest::findsRoutes()
{
    QFETCH(QByteArray, path);
    const Reply reply = ask(path);
    QTEST(reply.status, "status");
    if (reply.status == 200)
        QTEST(json(reply)[u"route"_s].toString(), "route");
    if (reply.status >= 400)
        QCOMPARE(reply.contentType, "application/problem+json"_ba);
}

void RouterTest::tellsTheMethodsOfAPath()
{
    const Reply wrong = ask("/v1/things/7", Method::Delete);
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.headers.value("Allow"), "GET, HEAD, OPTIONS, PUT"_ba);
    const Reply options = ask("/v1/things/7", Method::Options);
    QCOMPARE(options.status, 204);
    QCOMPARE(options.headers.value("allow"), "GET, HEAD, OPTIONS, PUT"_ba);
    QCOMPARE(ask("/v1/things/7", Method::Head).status, 200);
}

void RouterTest::asksWhoCallsBeforeItSaysThatSomethingIsNotBuilt()
{
    QCOMPARE(ask("/v1/things/7", Method::Put).status, 401);
}

void RouterTest::turnsWhatIsThrownIntoAnAnswer()
{
    const Reply reply = ask("/v1/boom");
    QCOMPARE(reply.status, 500);
    const QJsonObject problem = json(reply);
    QCOMPARE(problem[u"code"_s].toString(), u"internal_error"_s);
    QCOMPARE(problem[u"request_id"_s].toString(), u"r1"_s);
    QCOMPARE(problem[u"instance"_s].toString(), u"/v1/boom"_s);
    QVERIFY(!reply.body.contains("secret"));
}

void RouterTest::turnsDatabaseErrorsIntoAnAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("unreachable") << 503 << u"database_unavailable"_s;
    QTest::newRow("lost") << 503 << u"database_unavailable"_s;
    QTest::newRow("aborted") << 503 << u"database_busy"_s;
    QTest::newRow("unique") << 409 << u"already_exists"_s;
    QTest::newRow("foreign-key") << 409 << u"reference_changed"_s;
    QTest::newRow("other") << 500 << u"internal_error"_s;
}

void RouterTest::turnsDatabaseErrorsIntoAnAnswer()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    const Reply reply = ask("/v1/failures/"_ba + QTest::currentDataTag());
    QCOMPARE(reply.status, status);
    QCOMPARE(json(reply)[u"code"_s].toString(), code);
    QCOMPARE(reply.headers.value("Retry-After"), status == 503 ? "2"_ba : QByteArray());
    QVERIFY(!reply.body.contains("secret"));
}

void RouterTest::refusesUnknownParameters()
{
    const Reply reply = ask("/v1/things/7?colour=red");
    QCOMPARE(reply.status, 422);
    const QJsonObject error = json(reply)[u"errors"_s].toArray().first().toObject();
    QCOMPARE(error[u"pointer"_s].toString(), u"?colour"_s);
    QCOMPARE(error[u"code"_s].toString(), u"unknown"_s);
}

void RouterTest::passesOverUnknownParametersWhereTheRouteSaysSo() { QCOMPARE(ask("/sign-in?colour=red").status, 200); }

void RouterTest::letsARouteDressItsRefusals()
{
    const Reply reply = ask("/sign-in?fail=1");
    QCOMPARE(reply.status, 409);
    QCOMPARE(reply.contentType, "text/plain"_ba);
    QCOMPARE(reply.body, "Sorry: taken"_ba);
    // What the route's path does not know is refused before the route is met.
    QCOMPARE(ask("/sign-in", Method::Put).contentType, "application/problem+json"_ba);
}

void RouterTest::tagsNothingThatMustNotBeStored() { QVERIFY(!ask("/sign-in").headers.contains("ETag")); }

void RouterTest::tagsASingleResource()
{
    const Reply first = ask("/v1/things/7");
    const QByteArray tag = first.headers.value("ETag");
    QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
    Headers headers;
    headers.append("If-None-Match", "\"other\", " + tag);
    const Reply again = ask("/v1/things/7", Method::Get, headers);
    QCOMPARE(again.status, 304);
    QVERIFY(again.body.isEmpty());
    QCOMPARE(again.headers.value("ETag"), tag);
    QVERIFY(ask("/v1/things/8").headers.value("ETag") != tag);
    QVERIFY(!ask("/v1/people").headers.contains("ETag"));
}

void RouterTest::readsBodies_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << "application/json"_ba
                          << R"({"name":"Ada"})"_ba << 201 << QString();
    QTest::newRow("with a charset") << "Application/JSON; charset=utf-8"_ba
                                    << R"({"name":"Ada"})"_ba << 201 << QString();
    QTest::newRow("a form") << "application/x-www-form-urlencoded"_ba
                            << "name=Ada"_ba << 415 << u"unsupported_media_type"_s;
    QTest::newRow("no type") << QByteArray() << R"({"name":"Ada"})"_ba << 415 << u"unsupported_media_type"_s;
    QTest::newRow("malformed") << "application/json"_ba
                               << R"({"name":)"_ba << 400 << u"malformed_json"_s;
    QTest::newRow("empty") << "application/json"_ba << QByteArray() << 400 << u"malformed_json"_s;
    QTest::newRow("a list") << "application/json"_ba
                            << "[]"_ba << 422 << u"invalid"_s;
    QTest::newRow("missing field") << "application/json"_ba
                                   << "{}"_ba << 422 << u"invalid"_s;
}

void RouterTest::readsBodies()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    Headers headers;
    headers.append("Content-Type", type);
    const Reply reply = ask("/v1/people", Method::Post, headers, body);
    QTEST(reply.status, "status");
    QTEST(json(reply)[u"code"_s].toString(), "code");
}

void RouterTest::givesOutPages()
{
    const Reply first = ask("/v1/people?count=true");
    const QJsonObject page = json(first);
    QCOMPARE(page[u"items"_s].toArray().size(), 20);
    QCOMPARE(page[u"page"_s].toInt(), 1);
    QCOMPARE(page[u"pagesize"_s].toInt(), 20);
    QCOMPARE(page[u"total"_s].toInt(), 45);
    QCOMPARE(first.headers.value("Link"), "</v1/people?count=true&page=2>; rel=\"next\""_ba);

    const Reply last = ask("/v1/people?page=3");
    QCOMPARE(json(last)[u"items"_s].toArray().size(), 5);
    QVERIFY(!json(last).contains(u"next_cursor"_s));
    QCOMPARE(last.headers.value("Link"), "</v1/people?page=2>; rel=\"prev\""_ba);

    QStringList names;
    QString cursor;
    do {
        const QJsonObject next = json(ask("/v1/people?pagesize=7&cursor=" + cursor.toLatin1()));
        for (const QJsonValue &item : next[u"items"_s].toArray())
            names += item[u"name"_s].toString();
        cursor = next[u"next_cursor"_s].toString();
    } while (!cursor.isEmpty());
    QCOMPARE(names.size(), 45);
    QCOMPARE(names.last(), u"44"_s);
}

void RouterTest::refusesBadPages_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("page 0") << "page=0"_ba << u"?page"_s;
    QTest::newRow("page in words") << "page=two"_ba << u"?page"_s;
    QTest::newRow("pagesize 0") << "pagesize=0"_ba << u"?pagesize"_s;
    QTest::newRow("pagesize 101") << "pagesize=101"_ba << u"?pagesize"_s;
    QTest::newRow("count in numbers") << "count=1"_ba << u"?count"_s;
    QTest::newRow("broken cursor") << "cursor=%21%21"_ba << u"?cursor"_s;
    QTest::newRow("cursor of nothing") << "cursor=e30"_ba << u"?cursor"_s;
    QTest::newRow("page and cursor") << "page=1&cursor=WzFd"_ba << u"?cursor"_s;
    QTest::newRow("unknown sort") << "sort=-shoe"_ba << u"?sort"_s;
}

void RouterTest::refusesBadPages()
{
    QFETCH(QByteArray, query);
    const Reply reply = ask("/v1/people?" + query);
    QCOMPARE(reply.status, 422);
    QTEST(json(reply)[u"errors"_s].toArray().first()[u"pointer"_s].toString(), "pointer");
}

void RouterTest::answersPreflightsOfRegisteredOrigins()
{
    Headers good;
    good.append("Origin", "https://good.example");
    good.append("Access-Control-Request-Method", "PUT");
    const Reply allowed = ask("/v1/things/7", Method::Options, good);
    QCOMPARE(allowed.headers.value("Access-Control-Allow-Origin"), "https://good.example"_ba);
    QVERIFY(allowed.headers.value("Access-Control-Allow-Methods").contains("PUT"));
    Headers evil;
    evil.append("Origin", "https://evil.example");
    evil.append("Access-Control-Request-Method", "PUT");
    const Reply refused = ask("/v1/things/7", Method::Options, evil);
    QVERIFY(!refused.headers.contains("Access-Control-Allow-Origin"));
    QVERIFY(!refused.headers.contains("Access-Control-Allow-Methods"));
}

void RouterTest::answersThoughOriginsCannotBeLookedUp_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Method>("method");
    QTest::addColumn<int>("status");
    QTest::newRow("what is there") << "/well-known"_ba << Method::Get << 204;
    QTest::newRow("what is not") << "/v1/nothing"_ba << Method::Get << 404;
    QTest::newRow("a preflight") << "/v1/things/7"_ba << Method::Options << 204;
}

void RouterTest::answersThoughOriginsCannotBeLookedUp()
{
    QFETCH(const QByteArray, path);
    QFETCH(const Method, method);
    Headers headers;
    headers.append("Origin", "https://unlucky.example");
    headers.append("Access-Control-Request-Method", "PUT");
    const Reply reply = ask(path, method, headers);
    QTEST(reply.status, "status");
    QVERIFY(!reply.headers.contains("Access-Control-Allow-Origin"));
}

void RouterTest::answersThoughARefusalHasNoPage()
{
    const Reply reply = ask("/broken-page");
    QCOMPARE(reply.status, 404);
    QCOMPARE(json(reply)[u"code"_s].toString(), u"not_found"_s);
}

void RouterTest::describesEveryRoute()
{
    const RouteTable routes = table() + metaRoutes(table(), u"1"_s, [] {});
    const QJsonObject document = QJsonDocument::fromJson(openApiDocument(routes, u"1"_s)).object();
    QCOMPARE(document[u"openapi"_s].toString(), u"3.1.0"_s);
    const QJsonObject paths = document[u"paths"_s].toObject();
    QVERIFY(paths.contains(u"/v1/openapi.json"_s));
    const QJsonObject thing = paths[u"/v1/things/{id}"_s].toObject();
    QVERIFY(thing[u"put"_s][u"responses"_s].toObject().contains(u"501"_s));
    QCOMPARE(thing[u"put"_s][u"security"_s][0][u"user"_s][0].toString(), u"devices"_s);
    QCOMPARE(thing[u"get"_s][u"parameters"_s][0][u"name"_s].toString(), u"id"_s);
    const QJsonObject schemas = document[u"components"_s][u"schemas"_s].toObject();
    QVERIFY(schemas.contains(u"User"_s));
    QVERIFY(schemas.contains(u"Problem"_s));
}

QTEST_GUILESS_MAIN(RouterTest)
#include "tst_router.moc"
