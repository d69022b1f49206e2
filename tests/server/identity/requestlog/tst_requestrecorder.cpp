// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/registration.h"
#include "server/core/http/problem.h"
#include "server/core/http/router.h"
#include "server/identity/requestlog/callredaction.h"
#include "server/identity/requestlog/curlline.h"
#include "server/identity/requestlog/requestflusher.h"
#include "server/identity/requestlog/requestrecorder.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
const AppId app = AppId::generate();
const QString device = DeviceId::generate().toString();

Route route(Method method, const QString &path, std::function<Reply(const Call &)> handle)
{
    return {.method = method,
            .path = path,
            .caller = Callers::user(Scope::DevicesRead),
            .query = {{u"q"_s, u"Text"_s}, {u"device_id"_s, u"Device"_s}, Parameters::time(u"from"_s, u"Time"_s)},
            .body = method == Method::Post ? &NewAccount::staticMetaObject : nullptr,
            .handle = std::move(handle)};
}

RouteTable routes()
{
    return {
        route(Method::Get, u"/devices/:device_id"_s, [](const Call &) { return Reply::json("{}"); }),
        route(Method::Get, u"/links/:token"_s, [](const Call &) { return Reply::json("{}"); }),
        route(Method::Get, u"/late"_s,
              [](const Call &) {
                  Reply reply;
                  reply.later = [](const std::function<void(Reply)> &done) { done(Reply::json("{}", 202)); };
                  return reply;
              }),
        route(Method::Post, u"/accounts"_s,
              [](const Call &) -> Reply { throw Problem::invalid(u"/email"_s, u"malformed"_s, u"Not an address."_s); }),
    };
}
}

/// What the request log keeps of calls before they are written, and what it never keeps.
class RequestRecorderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCallIsRecordedWithItsAnswer();
    void anAnswerThatIsMadeLaterIsRecordedThen();
    void aCallWithoutARouteIsRecorded();
    void callsOfNobodyAreNotRecorded();
    void onlyErrorsOfThePortalAreRecorded();
    void secretsInAddressesAreRedacted_data();
    void secretsInAddressesAreRedacted();
    void secretsInBodiesAreRedacted();
    void bodiesThatAreNotReadAreDescribed();
    void aBusyAppLeavesRoomForErrorsAndOthers();
    void callsThatCouldNotBeWrittenAreKept();
    void leftOutCallsAreReportedOnceAMinute();
    void manyThreadsRecordAtOnce();
    void theCurlLineIsOneCommandOfTheShell();

private:
    Reply ask(Method method, const QByteArray &target, const QByteArray &body = {});
    AppCall only();

    Caller m_caller;
    std::unique_ptr<RequestRecorder> m_recorder;
    std::unique_ptr<Router> m_router;
};

void RequestRecorderTest::init()
{
    m_caller = {.kind = Caller::Kind::User, .appId = app};
    m_recorder = std::make_unique<RequestRecorder>(RequestRecorder::Limits{.calls = 8, .ofOneApp = 5, .succeeded = 3});
    m_router = std::make_unique<Router>(
        routes(),
        Router::Hooks{.authenticate = [this](const Request &, const Route &) { return m_caller; },
                      .observer = m_recorder.get()});
}

Reply RequestRecorderTest::ask(Method method, const QByteArray &target, const QByteArray &body)
{
    Request request;
    request.method = method;
    request.path = before(target, '?');
    request.query = QUrlQuery(QString::fromLatin1(target.mid(request.path.size() + 1)));
    request.headers.append("Authorization", "Bearer secret");
    if (!body.isEmpty())
        request.headers.append("Content-Type", "application/json");
    request.body = body;
    request.id = "r-1";
    request.peer = QHostAddress(u"192.0.2.1"_s);
    return m_router->handle(request);
}

AppCall RequestRecorderTest::only()
{
    const QList<AppCall> calls = m_recorder->take().calls;
    return calls.size() == 1 ? calls[0] : throw std::runtime_error("not one call");
}

void RequestRecorderTest::aCallIsRecordedWithItsAnswer()
{
    const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-1);
    ask(Method::Get, "/v1/devices/" + device.toLatin1());
    const AppCall call = only();
    QCOMPARE(call.appId, app);
    QCOMPARE(call.credential, AppCall::Credential::User);
    QCOMPARE(call.method, u"GET"_s);
    QCOMPARE(call.route, u"/v1/devices/:device_id"_s);
    QCOMPARE(call.path, u"/v1/devices/"_s + device);
    QCOMPARE(call.status, 200);
    QCOMPARE(call.code, QString());
    QCOMPARE(call.requestId, u"r-1"_s);
    QCOMPARE(call.address, u"192.0.2.1"_s);
    QVERIFY(call.at >= before && call.at <= QDateTime::currentDateTimeUtc());
    QVERIFY(call.durationMs >= 0);
    QVERIFY(!call.replayed);
}

void RequestRecorderTest::anAnswerThatIsMadeLaterIsRecordedThen()
{
    const Reply reply = ask(Method::Get, "/v1/late");
    QVERIFY(m_recorder->take().calls.isEmpty());
    int answered = 0;
    reply.later([&](const Reply &made) { answered = made.status; });
    QCOMPARE(answered, 202);
    QCOMPARE(only().status, 202);
}

void RequestRecorderTest::aCallWithoutARouteIsRecorded()
{
    ask(Method::Get, "/v1/devicez/Secret-Token-0123456789-abcdefghijklmnop");
    AppCall call = only();
    QCOMPARE(call.path, u"/v1/devicez/REDACTED"_s);
    QCOMPARE(call.route, QString());
    QCOMPARE(call.status, 404);
    ask(Method::Delete, "/v1/late");
    call = only();
    QCOMPARE(call.status, 405);
    QCOMPARE(call.code, u"method_not_allowed"_s);
}

void RequestRecorderTest::callsOfNobodyAreNotRecorded()
{
    m_caller.appId = {};
    ask(Method::Get, "/v1/late?x=1");
    ask(Method::Get, "/v1/nowhere");
    QVERIFY(m_recorder->take().calls.isEmpty());
}

void RequestRecorderTest::onlyErrorsOfThePortalAreRecorded()
{
    m_caller.firstParty = true;
    ask(Method::Get, "/v1/devices/" + device.toLatin1());
    QVERIFY(m_recorder->take().calls.isEmpty());
    ask(Method::Post, "/v1/accounts", "{}");
    QCOMPARE(only().status, 422);
}

void RequestRecorderTest::secretsInAddressesAreRedacted_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("kept");
    const QByteArray path = "/v1/devices/" + device.toLatin1();
    const QString whole = QString::fromLatin1(path) + u'?';
    QTest::newRow("time") << path + "?from=2026-11-23T13:26:06Z" << whole + u"from=2026-11-23T13%3A26%3A06Z"_s;
    QTest::newRow("id") << path + "?device_id=" + device.toLatin1() << whole + u"device_id="_s + device;
    QTest::newRow("not an id") << path + "?device_id=hunter2" << whole + u"device_id=REDACTED"_s;
    QTest::newRow("page") << path + "?page=2&sort=-at" << whole + u"page=2&sort=-at"_s;
    QTest::newRow("cursor") << path + "?cursor=WyJhIl0" << whole + u"cursor=REDACTED"_s;
    QTest::newRow("text") << path + "?q=ada@example.org" << whole + u"q=REDACTED"_s;
    QTest::newRow("signature") << path + "?sig=abc&expires=123" << whole + u"sig=REDACTED&expires=REDACTED"_s;
    QTest::newRow("name") << path + "?S3cret" << whole + u"REDACTED=REDACTED"_s;
    QTest::newRow("path") << QByteArray("/v1/links/hunter2") << u"/v1/links/REDACTED?"_s;
}

void RequestRecorderTest::secretsInAddressesAreRedacted()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QString, kept);
    ask(Method::Get, target);
    const AppCall call = only();
    QCOMPARE(call.path + u'?' + call.query, kept);
}

void RequestRecorderTest::secretsInBodiesAreRedacted()
{
    ask(Method::Post, "/v1/accounts",
        R"({"name":"Ada","email":"ada@example.org","password":"hunter2","code":123456,"Hunter2":true,)"
        R"("more":{"token":"hunter2","list":["hunter2",null]}})");
    const AppCall call = only();
    QCOMPARE(QJsonDocument::fromJson(call.requestBody.toUtf8()).object(),
             QJsonDocument::fromJson(
                 R"({"name":"Ada","email":"REDACTED","password":"REDACTED","code":"REDACTED","REDACTED":true,)"
                 R"("more":{"token":"REDACTED","list":["REDACTED",null]}})")
                 .object());
    const QJsonObject answer = QJsonDocument::fromJson(call.answerBody.toUtf8()).object();
    QCOMPARE(answer[u"code"_s].toString(), u"invalid"_s);
    QCOMPARE(answer[u"errors"_s].toArray()[0].toObject()[u"pointer"_s].toString(), u"/email"_s);
    QVERIFY(!answer.contains(u"request_id"_s));
}

void RequestRecorderTest::bodiesThatAreNotReadAreDescribed()
{
    Request request;
    request.headers.append("Content-Type", "image/png");
    request.body = "hunter2";
    QCOMPARE(CallRedaction::requestBody(request, nullptr), u"(7 bytes of image/png)"_s);
    request.headers = {};
    request.headers.append("Content-Type", "hunter 2");
    QCOMPARE(CallRedaction::requestBody(request, nullptr), u"(7 bytes of an unknown type)"_s);
    request.headers = {};
    request.headers.append("Content-Type", "application/json; charset=utf-8");
    QCOMPARE(CallRedaction::requestBody(request, nullptr), u"(7 bytes that are no JSON object)"_s);
    request.body = "{\"" + QByteArray(20'000, 'x') + "\":1}";
    QCOMPARE(CallRedaction::requestBody(request, nullptr), u"(20006 bytes of application/json)"_s);
}

void RequestRecorderTest::aBusyAppLeavesRoomForErrorsAndOthers()
{
    const QByteArray path = "/v1/devices/" + device.toLatin1();
    for (int i = 0; i < 10; ++i)
        ask(Method::Get, path);
    for (int i = 0; i < 10; ++i)
        ask(Method::Post, "/v1/accounts", "{}");
    m_caller.appId = AppId::generate();
    ask(Method::Get, path);
    const RequestRecorder::Taken taken = m_recorder->take();
    const auto succeeded = std::ranges::count(taken.calls, qint64(200), &AppCall::status);
    QCOMPARE(succeeded, 4); // three of the busy app, and one of the other
    QCOMPARE(taken.calls.size(), 6);
    QCOMPARE(taken.leftOut, 15);
    QCOMPARE(m_recorder->take().leftOut, 0);
}

void RequestRecorderTest::callsThatCouldNotBeWrittenAreKept()
{
    const QByteArray path = "/v1/devices/" + device.toLatin1();
    ask(Method::Get, path);
    ask(Method::Get, path);
    const QList<AppCall> calls = m_recorder->take().calls;
    ask(Method::Get, path);
    m_recorder->putBack(calls);
    m_recorder->putBack(calls); // there is no room for these
    const RequestRecorder::Taken taken = m_recorder->take();
    QCOMPARE(taken.calls.size(), 3);
    QCOMPARE(taken.leftOut, 2);
}

void RequestRecorderTest::leftOutCallsAreReportedOnceAMinute()
{
    const QTemporaryDir folder;
    Database database(u"sqlite:"_s + folder.filePath(u"waymark.db"_s));
    RequestRecorder full({.calls = 0});
    m_router = std::make_unique<Router>(
        routes(),
        Router::Hooks{.authenticate = [this](const Request &, const Route &) { return m_caller; }, .observer = &full});
    RequestFlusher flusher(database, full);
    QTest::failOnWarning(QRegularExpression(u"."_s));
    QTest::ignoreMessage(QtWarningMsg, "The request log leaves out 1 calls, because it is full or cannot be written");
    for (int i = 0; i < 3; ++i) {
        ask(Method::Get, "/v1/devices/" + device.toLatin1());
        flusher.flush(); // the first warns
    }
}

void RequestRecorderTest::manyThreadsRecordAtOnce()
{
    const QByteArray path = "/v1/devices/" + device.toLatin1();
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int k = 0; k < 250; ++k)
                ask(Method::Get, path);
        });
    }
    qint64 seen = 0;
    for (int i = 0; i < 50; ++i) {
        const auto taken = m_recorder->take();
        seen += taken.calls.size() + taken.leftOut;
    }
    for (auto &thread : threads)
        thread.join();
    const auto rest = m_recorder->take();
    QCOMPARE(seen + rest.calls.size() + rest.leftOut, 1000);
}

void RequestRecorderTest::theCurlLineIsOneCommandOfTheShell()
{
    AppCall call;
    call.appId = app;
    call.method = u"GET"_s;
    call.path = u"/v1/devices"_s;
    call.query = u"page=2&q=it's"_s;
    QCOMPARE(curlLine(call, u"https://example.org"_s),
             u"curl \\\n  'https://example.org/v1/devices?page=2&q=it'\\''s' \\\n  --user \"%1:$APP_KEY\""_s.arg(
                 app.toString()));
    call.credential = AppCall::Credential::User;
    call.method = u"POST"_s;
    call.query.clear();
    call.requestBytes = 9;
    const QString start =
        u"curl \\\n  -X POST \\\n  'https://example.org/v1/devices' \\\n  "
        u"-H \"Authorization: Bearer $ACCESS_TOKEN\" \\\n  -H 'Content-Type: application/json' \\\n  "_s;
    QCOMPARE(curlLine(call, u"https://example.org"_s), start + u"--data-binary @body.json"_s);
    call.requestBody = u"{\"name\":\"Ada\"}"_s;
    QCOMPARE(curlLine(call, u"https://example.org"_s), start + u"-d '{\"name\":\"Ada\"}'"_s);
}

QTEST_GUILESS_MAIN(RequestRecorderTest)
#include "tst_requestrecorder.moc"
