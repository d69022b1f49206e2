// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/apicall.h"
#include "app/client/apiclient.h"
#include "tests/portal/cpp/scriptedpeer.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Provides the tokens `token1`, `token2`, …: the next token on each renewal, as long as renewals are allowed.
class CountingTokens : public TokenSource
{
public:
    QByteArray accessToken() const override { return "token" + QByteArray::number(serial); }
    void renew(const QByteArray &spent, std::function<void(bool)> done) override
    {
        ++asked;
        if (mayRenew && spent == accessToken())
            ++serial;
        done(mayRenew);
    }

    int serial = 1;
    int asked = 0;
    bool mayRenew = true;
};
}

class ApiClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void resolvesUrls_data();
    void resolvesUrls();
    void sendsTheRequestedCredentials();
    void readsProblemDocuments();
    void readsOAuthErrors();
    void reportsInvalidJsonAsMalformed();
    void reportsARefusedConnectionAsUnreachable();
    void reportsATruncatedAnswerAsUnreachable();
    void reportsSilenceAsTimeout();
    void renewsTheTokenOnceAndRepeats();
    void doesNotRenewTwiceForOneCall();
    void reportsTheRefusalWithoutRenewal();
    void doesNotRenewForAppCalls();
    void doesNotAnswerACanceledCall();
    void doesNotAnswerADestroyedContext();
    void repeatsCreationWithItsKey();
    void sendsTheEtagBack();

private:
    ApiAnswer answerTo(const ApiRequest &request);

    std::unique_ptr<ScriptedPeer> m_peer;
    std::unique_ptr<ApiClient> m_client;
    CountingTokens m_tokens;
};

void ApiClientTest::init()
{
    m_peer = std::make_unique<ScriptedPeer>();
    m_client = std::make_unique<ApiClient>(m_peer->url(), AppCredential{u"app_1"_s, u"key"_s});
    m_tokens = {};
    m_client->setTokenSource(&m_tokens);
}

void ApiClientTest::cleanup()
{
    m_client.reset();
    m_peer.reset();
}

ApiAnswer ApiClientTest::answerTo(const ApiRequest &request)
{
    std::optional<ApiAnswer> got;
    m_client->send(request, this, [&got](const ApiAnswer &answer) { got = answer; });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
        QTest::qFail("No answer", __FILE__, __LINE__);
    return got.value_or(ApiAnswer{});
}

void ApiClientTest::resolvesUrls_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("url");
    QTest::newRow("path") << u"http://h:1"_s << u"/devices"_s << u"http://h:1/v1/devices"_s;
    QTest::newRow("server with slash") << u"https://h/"_s << u"/devices"_s << u"https://h/v1/devices"_s;
    QTest::newRow("signed path") << u"http://h:1"_s << u"/v1/a?sig=x%2By"_s << u"http://h:1/v1/a?sig=x%2By"_s;
    QTest::newRow("whole address") << u"http://h:1"_s << u"https://media/a"_s << u"https://media/a"_s;
}

void ApiClientTest::resolvesUrls()
{
    QFETCH(QString, server);
    QFETCH(QString, path);
    QFETCH(QString, url);
    QCOMPARE(ApiClient(QUrl(server), {}).url(path).toString(QUrl::FullyEncoded), url);
}

void ApiClientTest::sendsTheRequestedCredentials()
{
    m_peer->on("POST /v1/apps", QJsonObject{{u"app_id"_s, u"app_2"_s}});
    m_peer->on("PUT /v1/accounts/verifycode", QJsonObject{});
    const auto answer = answerTo(ApiRequest::create(u"/apps"_s, {{u"name"_s, u"前门"_s}}));
    QVERIFY(answer.ok());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json["app_id"_L1].toString(), u"app_2"_s);

    const auto asUser = m_peer->requests("POST /v1/apps").value(0);
    QCOMPARE(asUser.headers["authorization"], "Bearer token1");
    QCOMPARE(asUser.headers["content-type"], "application/json");
    QCOMPARE(asUser.json()["name"_L1].toString(), u"前门"_s);

    answerTo(ApiRequest::put(u"/accounts/verifycode"_s, {}).asApp());
    const auto asApp = m_peer->requests("PUT /v1/accounts/verifycode").value(0);
    QCOMPARE(asApp.headers["authorization"], "Basic " + QByteArray("app_1:key").toBase64());
    QCOMPARE(asApp.body, "{}");
}

void ApiClientTest::readsProblemDocuments()
{
    m_peer->on("POST /v1/apps", [](const PeerExchange &exchange) {
        const QJsonObject field{
            {u"pointer"_s, u"/name"_s}, {u"code"_s, u"required"_s}, {u"detail"_s, u"is required"_s}};
        exchange.answer(422,
                        {{u"code"_s, u"invalid"_s}, {u"detail"_s, u"See errors"_s}, {u"errors"_s, QJsonArray{field}}},
                        "Content-Type: application/problem+json\r\nX-Request-Id: r1\r\nRetry-After: 7\r\n");
    });
    const auto answer = answerTo(ApiRequest::create(u"/apps"_s, {}));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error->kind, ApiError::Kind::Problem);
    QCOMPARE(answer.error->status, 422);
    QCOMPARE(answer.error->code, u"invalid"_s);
    QCOMPARE(answer.error->detail, u"See errors"_s);
    QCOMPARE(answer.error->requestId, u"r1"_s);
    QCOMPARE(answer.error->retryAfter, 7s);
    QCOMPARE(answer.error->fields, (FieldErrors{{u"/name"_s, u"required"_s, u"is required"_s}}));
}

void ApiClientTest::readsOAuthErrors()
{
    m_peer->on("POST /v1/accounts/authorize", [](const PeerExchange &exchange) {
        exchange.answer(400, {{u"error"_s, u"invalid_grant"_s}, {u"error_description"_s, u"Spent"_s}});
    });
    const auto answer = answerTo(ApiRequest::post(u"/accounts/authorize"_s, {}).asApp());
    QCOMPARE(answer.error->code, u"invalid_grant"_s);
    QCOMPARE(answer.error->detail, u"Spent"_s);
}

void ApiClientTest::reportsInvalidJsonAsMalformed()
{
    m_peer->on("GET /v1/apps", [](const PeerExchange &exchange) {
        exchange.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{\"a\":");
    });
    const auto answer = answerTo(ApiRequest::get(u"/apps"_s));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error->kind, ApiError::Kind::Malformed);
}

void ApiClientTest::reportsARefusedConnectionAsUnreachable()
{
    m_peer->close();
    QCOMPARE(answerTo(ApiRequest::get(u"/apps"_s)).error->kind, ApiError::Kind::Unreachable);
}

void ApiClientTest::reportsATruncatedAnswerAsUnreachable()
{
    m_peer->on("GET /v1/apps", [](const PeerExchange &exchange) {
        exchange.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"items\":");
        exchange.hangUp();
    });
    QCOMPARE(answerTo(ApiRequest::get(u"/apps"_s)).error->kind, ApiError::Kind::Unreachable);
}

void ApiClientTest::reportsSilenceAsTimeout()
{
    m_peer->on("GET /v1/apps", [](const PeerExchange &) {});
    const auto answer = answerTo(ApiRequest::get(u"/apps"_s).within(50ms));
    QCOMPARE(answer.error->kind, ApiError::Kind::Timeout);
    QCOMPARE(m_peer->count("GET /v1/apps"), 1);
}

void ApiClientTest::renewsTheTokenOnceAndRepeats()
{
    m_peer->on("GET /v1/apps", [](const PeerExchange &exchange) {
        if (exchange.request.headers["authorization"] == "Bearer token2")
            exchange.answer(200, {{u"items"_s, QJsonArray{}}});
        else
            exchange.problem(401, u"invalid_token"_s);
    });
    QVERIFY(answerTo(ApiRequest::get(u"/apps"_s)).ok());
    QCOMPARE(m_tokens.asked, 1);
    QCOMPARE(m_peer->count("GET /v1/apps"), 2);
}

void ApiClientTest::doesNotRenewTwiceForOneCall()
{
    m_peer->on("GET /v1/apps", [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_token"_s); });
    const auto answer = answerTo(ApiRequest::get(u"/apps"_s));
    QCOMPARE(answer.error->code, u"invalid_token"_s);
    QCOMPARE(m_tokens.asked, 1);
    QCOMPARE(m_peer->count("GET /v1/apps"), 2);
}

void ApiClientTest::reportsTheRefusalWithoutRenewal()
{
    m_tokens.mayRenew = false;
    m_peer->on("GET /v1/apps", [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_token"_s); });
    QCOMPARE(answerTo(ApiRequest::get(u"/apps"_s)).error->code, u"invalid_token"_s);
    QCOMPARE(m_peer->count("GET /v1/apps"), 1);
}

void ApiClientTest::doesNotRenewForAppCalls()
{
    m_peer->on("POST /v1/accounts/login/local",
               [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_credentials"_s); });
    const auto answer = answerTo(ApiRequest::post(u"/accounts/login/local"_s, {}).asApp());
    QCOMPARE(answer.error->code, u"invalid_credentials"_s);
    QCOMPARE(m_tokens.asked, 0);
}

void ApiClientTest::doesNotAnswerACanceledCall()
{
    std::optional<PeerExchange> held;
    m_peer->on("GET /v1/apps", [&held](const PeerExchange &exchange) { held = exchange; });
    m_peer->on("GET /v1/devices", QJsonObject{});
    bool called = false;
    const QPointer<ApiCall> call =
        m_client->send(ApiRequest::get(u"/apps"_s), this, [&called](const ApiAnswer &) { called = true; });
    QTRY_VERIFY(held);
    call->cancel();
    QTRY_VERIFY(!held->isOpen());
    QTRY_VERIFY(!call);
    answerTo(ApiRequest::get(u"/devices"_s));
    QVERIFY(!called);
}

void ApiClientTest::doesNotAnswerADestroyedContext()
{
    std::optional<PeerExchange> held;
    m_peer->on("GET /v1/apps", [&held](const PeerExchange &exchange) { held = exchange; });
    bool called = false;
    auto context = std::make_unique<QObject>();
    m_client->send(ApiRequest::get(u"/apps"_s), context.get(), [&called](const ApiAnswer &) { called = true; });
    QTRY_VERIFY(held);
    context.reset();
    QTRY_VERIFY(!held->isOpen());
    QVERIFY(!called);
}

void ApiClientTest::repeatsCreationWithItsKey()
{
    // Qt itself repeats a request if a kept-alive connection breaks.
    m_peer->on("GET /v1/apps", QJsonObject{});
    m_peer->on("POST /v1/apps", [this](const PeerExchange &exchange) {
        if (m_peer->count("POST /v1/apps") == 1)
            exchange.hangUp();
        else
            exchange.answer(201, {{u"app_id"_s, u"app_2"_s}});
    });
    answerTo(ApiRequest::get(u"/apps"_s));
    QVERIFY(answerTo(ApiRequest::create(u"/apps"_s, {{u"name"_s, u"a"_s}})).ok());
    const auto sent = m_peer->requests("POST /v1/apps");
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[1].body, sent[0].body);
    QVERIFY(!sent[0].headers["idempotency-key"].isEmpty());
    QCOMPARE(sent[1].headers["idempotency-key"], sent[0].headers["idempotency-key"]);
}

void ApiClientTest::sendsTheEtagBack()
{
    m_peer->on("GET /v1/devices/dev_1", [](const PeerExchange &exchange) {
        exchange.answer(200, {{u"device_id"_s, u"dev_1"_s}}, "ETag: \"v7\"\r\n");
    });
    m_peer->on("PUT /v1/devices/dev_1",
               [](const PeerExchange &exchange) { exchange.problem(412, u"precondition_failed"_s); });
    const auto read = answerTo(ApiRequest::get(u"/devices/dev_1"_s));
    QCOMPARE(read.etag, "\"v7\"");
    const auto written = answerTo(ApiRequest::put(u"/devices/dev_1"_s, {}).ifMatch(read.etag));
    QCOMPARE(written.error->status, 412);
    QCOMPARE(m_peer->requests("PUT /v1/devices/dev_1").value(0).headers["if-match"], "\"v7\"");
}

QTEST_GUILESS_MAIN(ApiClientTest)
#include "tst_apiclient.moc"
