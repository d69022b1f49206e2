// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/meta/apidescription.h"
#include "tests/server/core/http/routerfixture.h"

using namespace Qt::StringLiterals;

/// Finding routes, and turning errors into answers, without a socket.
class RouterTest : public RouterFixture
{
    Q_OBJECT

private Q_SLOTS:
    void findsRoutes_data();
    void findsRoutes();
    void listsTheMethodsOfAPath();
    void authenticatesBeforeItAnswers501();
    void turnsExceptionsIntoAnswers();
    void turnsDatabaseErrorsIntoAnswers_data();
    void turnsDatabaseErrorsIntoAnswers();
    void letsARouteBuildItsRefusals();
    void answersPreflightsOfRegisteredOrigins();
    void answersWhenOriginsCannotBeRead_data();
    void answersWhenOriginsCannotBeRead();
    void answersWhenTheRefusalPageFails();
    void describesEveryRoute();
};

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

void RouterTest::listsTheMethodsOfAPath()
{
    const Reply wrong = ask("/v1/things/7", Method::Delete);
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.headers.value("Allow"), "GET, HEAD, OPTIONS, PUT"_ba);
    const Reply options = ask("/v1/things/7", Method::Options);
    QCOMPARE(options.status, 204);
    QCOMPARE(options.headers.value("allow"), "GET, HEAD, OPTIONS, PUT"_ba);
    QCOMPARE(ask("/v1/things/7", Method::Head).status, 200);
}

void RouterTest::authenticatesBeforeItAnswers501() { QCOMPARE(ask("/v1/things/7", Method::Put).status, 401); }

void RouterTest::turnsExceptionsIntoAnswers()
{
    const Reply reply = ask("/v1/boom");
    QCOMPARE(reply.status, 500);
    const QJsonObject problem = json(reply);
    QCOMPARE(problem[u"code"_s].toString(), u"internal_error"_s);
    QCOMPARE(problem[u"request_id"_s].toString(), u"r1"_s);
    QCOMPARE(problem[u"instance"_s].toString(), u"/v1/boom"_s);
    QVERIFY(!reply.body.contains("secret"));
}

void RouterTest::turnsDatabaseErrorsIntoAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("unreachable") << 503 << u"database_unavailable"_s;
    QTest::newRow("lost") << 503 << u"database_unavailable"_s;
    QTest::newRow("aborted") << 503 << u"database_busy"_s;
    QTest::newRow("unique") << 409 << u"already_exists"_s;
    QTest::newRow("foreign-key") << 409 << u"reference_changed"_s;
    QTest::newRow("disk") << 503 << u"storage_full"_s;
    QTest::newRow("other") << 500 << u"internal_error"_s;
}

void RouterTest::turnsDatabaseErrorsIntoAnswers()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    const Reply reply = ask("/v1/failures/"_ba + QTest::currentDataTag());
    QCOMPARE(reply.status, status);
    QCOMPARE(json(reply)[u"code"_s].toString(), code);
    const QByteArray retryAfter = code == u"storage_full"_s ? "60" : "2"; // disks take longer to heal than databases
    QCOMPARE(reply.headers.value("Retry-After"), status == 503 ? retryAfter : QByteArray());
    QVERIFY(!reply.body.contains("secret"));
}

void RouterTest::letsARouteBuildItsRefusals()
{
    const Reply reply = ask("/sign-in?fail=1");
    QCOMPARE(reply.status, 409);
    QCOMPARE(reply.contentType, "text/plain"_ba);
    QCOMPARE(reply.body, "Sorry: taken"_ba);
    const Reply other = ask("/sign-in", Method::Put); // a method that the path does not support
    QCOMPARE(other.status, 405);
    QCOMPARE(other.body, "Sorry: method_not_allowed"_ba);
    QCOMPARE(ask("/sign-in/none", Method::Put).contentType, "application/problem+json"_ba);
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

void RouterTest::answersWhenOriginsCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Method>("method");
    QTest::addColumn<int>("status");
    QTest::newRow("what is there") << "/well-known"_ba << Method::Get << 204;
    QTest::newRow("what is not") << "/v1/nothing"_ba << Method::Get << 404;
    QTest::newRow("a preflight") << "/v1/things/7"_ba << Method::Options << 204;
}

void RouterTest::answersWhenOriginsCannotBeRead()
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

void RouterTest::answersWhenTheRefusalPageFails()
{
    const Reply reply = ask("/broken-page");
    QCOMPARE(reply.status, 404);
    QCOMPARE(json(reply)[u"code"_s].toString(), u"not_found"_s);
}

void RouterTest::describesEveryRoute()
{
    ApiDescription description(u"1"_s);
    description.describe(table()
                             + metaRoutes(
                                 description, [] {}, [] { return QByteArray(); }),
                         {});
    const QJsonObject document = QJsonDocument::fromJson(description.document()).object();
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
