// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/apiclient.h"
#include "app/client/session.h"
#include "app/client/tokenstore.h"
#include "tests/portal/cpp/scriptedpeer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QJsonObject tokens(int serial)
{
    return {{u"access_token"_s, u"access%1"_s.arg(serial)},
            {u"refresh_token"_s, u"refresh%1"_s.arg(serial)},
            {u"account_id"_s, u"acc_1"_s},
            {u"user_id"_s, u"usr_1"_s}};
}

/// Answers requests with the latest access token and refuses others.
ScriptedPeer::Script forNewest(const int &serial)
{
    return [&serial](const PeerExchange &exchange) {
        if (exchange.request.headers["authorization"] == "Bearer access" + QByteArray::number(serial))
            exchange.answer(200, {{u"served"_s, true}});
        else
            exchange.problem(401, u"invalid_token"_s);
    };
}
}

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signsInWithTheAppsCredential();
    void explainsAFailedSignIn();
    void asksForASecondFactor();
    void givesUpASecondFactor();
    void resumesAfterARestart();
    void isSignedOutWithoutAStoredSession();
    void renewsOnceForTwentyCalls();
    void usesTheNewTokenForALateCall();
    void endsTheSessionOnARefusedRenewal_data();
    void endsTheSessionOnARefusedRenewal();
    void keepsTheSessionOnANetworkError();
    void staysSignedOutDuringARenewal();
    void endsTheSessionOnTheServer();

private:
    void signIn();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ScriptedPeer> m_peer;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<TokenStore> m_store;
    std::unique_ptr<Session> m_session;
};

void SessionTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_peer = std::make_unique<ScriptedPeer>();
    m_peer->on("POST /v1/accounts/login/local", tokens(1));
    m_client = std::make_unique<ApiClient>(m_peer->url(), AppCredential{u"app_1"_s, {}});
    m_store = std::make_unique<TokenStore>(u"t"_s, m_dir->filePath(u"session"_s), TokenStore::Place::File);
    m_session = std::make_unique<Session>(*m_client, *m_store);
}

void SessionTest::cleanup()
{
    m_session.reset();
    m_store.reset();
    m_client.reset();
    m_peer.reset();
}

void SessionTest::signIn()
{
    m_session->signIn(u"ada@example.org"_s, u"correct horse"_s);
    QTRY_COMPARE(m_session->state(), Session::State::SignedIn);
}

void SessionTest::signsInWithTheAppsCredential()
{
    m_session->signIn(u"ada@example.org"_s, u"correct horse"_s);
    QVERIFY(m_session->isBusy());
    QTRY_COMPARE(m_session->state(), Session::State::SignedIn);
    QVERIFY(!m_session->isBusy());
    QCOMPARE(m_session->accountId(), u"acc_1"_s);
    QCOMPARE(m_session->userId(), u"usr_1"_s);
    QCOMPARE(m_session->accessToken(), "access1");
    const auto sent = m_peer->requests("POST /v1/accounts/login/local").value(0);
    QCOMPARE(sent.json(), (QJsonObject{{u"name"_s, u"ada@example.org"_s}, {u"password"_s, u"correct horse"_s}}));
    QCOMPARE(sent.headers["authorization"], "Basic " + QByteArray("app_1:").toBase64());
}

void SessionTest::explainsAFailedSignIn()
{
    m_peer->on("POST /v1/accounts/login/local",
               [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_credentials"_s); });
    QString code;
    connect(m_session.get(), &Session::signInFailed, this, [&code](const ApiError &error) { code = error.code; });
    m_session->signIn(u"ada@example.org"_s, u"wrong"_s);
    QTRY_COMPARE(code, u"invalid_credentials"_s);
    QVERIFY(!m_session->isBusy());
    QVERIFY(m_session->accessToken().isEmpty());
}

void SessionTest::asksForASecondFactor()
{
    m_peer->on("POST /v1/accounts/login/local", [](const PeerExchange &exchange) {
        exchange.problem(401, u"second_factor_required"_s, {{u"challenge"_s, u"wmc_1"_s}});
    });
    m_peer->on("POST /v1/accounts/login/second-factor",
               [](const PeerExchange &exchange) { exchange.problem(422, u"invalid"_s); });
    QStringList codes;
    connect(m_session.get(), &Session::signInFailed, this, [&codes](const ApiError &error) { codes += error.code; });
    m_session->signIn(u"ada@example.org"_s, u"correct horse"_s);
    QTRY_VERIFY(m_session->needsCode());
    QVERIFY(!m_session->isBusy() && codes.isEmpty());
    QCOMPARE(m_session->state(), Session::State::Restoring); // nothing has been given yet

    m_session->sendCode(u"000000"_s);
    QTRY_COMPARE(codes, QStringList{u"invalid"_s});
    QVERIFY(m_session->needsCode()); // another code may follow
    m_peer->on("POST /v1/accounts/login/second-factor", tokens(1));
    m_session->sendCode(u"123456"_s);
    m_session->sendCode(u"123456"_s); // while the first is on its way
    QTRY_COMPARE(m_session->state(), Session::State::SignedIn);
    QVERIFY(!m_session->needsCode());
    const auto sent = m_peer->requests("POST /v1/accounts/login/second-factor");
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[1].json(), (QJsonObject{{u"challenge"_s, u"wmc_1"_s}, {u"code"_s, u"123456"_s}}));
    QCOMPARE(sent[1].headers["authorization"], "Basic " + QByteArray("app_1:").toBase64());
}

void SessionTest::givesUpASecondFactor()
{
    m_peer->on("POST /v1/accounts/login/local", [](const PeerExchange &exchange) {
        exchange.problem(401, u"second_factor_required"_s, {{u"challenge"_s, u"wmc_1"_s}});
    });
    m_peer->on("POST /v1/accounts/login/second-factor",
               [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_challenge"_s); });
    m_session->signIn(u"ada@example.org"_s, u"correct horse"_s);
    QTRY_VERIFY(m_session->needsCode());
    m_session->cancelCode();
    QVERIFY(!m_session->needsCode());
    m_session->signIn(u"ada@example.org"_s, u"correct horse"_s);
    QTRY_VERIFY(m_session->needsCode());
    m_session->sendCode(u"123456"_s);
    QTRY_VERIFY(!m_session->needsCode()); // the server no longer knows the challenge
    QVERIFY(m_session->accessToken().isEmpty());
}

void SessionTest::resumesAfterARestart()
{
    signIn();
    m_session = std::make_unique<Session>(*m_client, *m_store);
    QCOMPARE(m_session->state(), Session::State::Restoring);
    m_session->restore();
    QTRY_COMPARE(m_session->state(), Session::State::SignedIn);
    QCOMPARE(m_session->accessToken(), "access1");
    QCOMPARE(m_session->accountId(), u"acc_1"_s);
}

void SessionTest::isSignedOutWithoutAStoredSession()
{
    m_session->restore();
    QTRY_COMPARE(m_session->state(), Session::State::SignedOut);
}

void SessionTest::renewsOnceForTwentyCalls()
{
    signIn();
    int newest = 2;
    m_peer->on("GET /v1/apps", forNewest(newest));
    std::optional<PeerExchange> renewal;
    m_peer->on("PUT /v1/accounts/refresh-token", [&renewal](const PeerExchange &exchange) { renewal = exchange; });

    int served = 0;
    for (int i = 0; i < 20; ++i)
        m_client->send(ApiRequest::get(u"/apps"_s), this, [&served](const ApiAnswer &a) { served += a.ok(); });
    // All calls are refused before the renewal is answered.
    QTRY_COMPARE(m_peer->count("GET /v1/apps"), 20);
    QTRY_VERIFY(renewal);
    QCOMPARE(renewal->request.json(), (QJsonObject{{u"refresh_token"_s, u"refresh1"_s}}));
    renewal->answer(200, tokens(2));
    QTRY_COMPARE(served, 20);
    QCOMPARE(m_peer->count("PUT /v1/accounts/refresh-token"), 1);
    QCOMPARE(m_peer->count("GET /v1/apps"), 40);

    // The new pair is stored: the old pair would end the session at the next start.
    QByteArray kept;
    m_store->load([&kept](const QByteArray &secret) { kept = secret; });
    QTRY_VERIFY(kept.contains("refresh2"));
}

void SessionTest::usesTheNewTokenForALateCall()
{
    signIn();
    // The call is refused with the old token after another call has renewed it.
    std::optional<PeerExchange> slow;
    int newest = 2;
    m_peer->on("GET /v1/devices", [&slow, answer = forNewest(newest)](const PeerExchange &exchange) {
        if (exchange.request.headers["authorization"] == "Bearer access1")
            slow = exchange;
        else
            answer(exchange);
    });
    m_peer->on("GET /v1/apps", forNewest(newest));
    m_peer->on("PUT /v1/accounts/refresh-token", tokens(2));

    int served = 0;
    const auto count = [&served](const ApiAnswer &answer) { served += answer.ok(); };
    m_client->send(ApiRequest::get(u"/devices"_s), this, count);
    QTRY_VERIFY(slow);
    m_client->send(ApiRequest::get(u"/apps"_s), this, count);
    QTRY_COMPARE(served, 1);
    slow->problem(401, u"invalid_token"_s);
    QTRY_COMPARE(served, 2);
    QCOMPARE(m_peer->count("PUT /v1/accounts/refresh-token"), 1);
}

void SessionTest::endsTheSessionOnARefusedRenewal_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("invalid grant") << 400;
    QTest::newRow("spent") << 401;
    QTest::newRow("inactive account") << 403;
}

void SessionTest::endsTheSessionOnARefusedRenewal()
{
    QFETCH(int, status);
    signIn();
    m_peer->on("GET /v1/apps", [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_token"_s); });
    m_peer->on("PUT /v1/accounts/refresh-token",
               [status](const PeerExchange &exchange) { exchange.problem(status, u"refused"_s); });
    const QSignalSpy ended(m_session.get(), &Session::ended);
    QString code;
    m_client->send(ApiRequest::get(u"/apps"_s), this, [&code](const ApiAnswer &a) { code = a.error->code; });
    QTRY_COMPARE(code, u"invalid_token"_s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    QVERIFY(!QFile::exists(m_dir->filePath(u"session"_s)));
}

void SessionTest::keepsTheSessionOnANetworkError()
{
    signIn();
    m_peer->on("GET /v1/apps", [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_token"_s); });
    m_peer->on("PUT /v1/accounts/refresh-token",
               [](const PeerExchange &exchange) { exchange.problem(503, u"unavailable"_s); });
    std::optional<ApiAnswer> got;
    m_client->send(ApiRequest::get(u"/apps"_s), this, [&got](const ApiAnswer &answer) { got = answer; });
    QTRY_VERIFY(got);
    QCOMPARE(m_session->state(), Session::State::SignedIn);

    m_peer->on("PUT /v1/accounts/refresh-token", tokens(2));
    int newest = 2;
    m_peer->on("GET /v1/apps", forNewest(newest));
    got.reset();
    m_client->send(ApiRequest::get(u"/apps"_s), this, [&got](const ApiAnswer &answer) { got = answer; });
    QTRY_VERIFY(got);
    QVERIFY(got->ok());
}

void SessionTest::staysSignedOutDuringARenewal()
{
    signIn();
    m_peer->on("GET /v1/apps", [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_token"_s); });
    m_peer->on("GET /v1/accounts/logout", [](const PeerExchange &exchange) { exchange.answer(204, {}); });
    std::optional<PeerExchange> renewal;
    m_peer->on("PUT /v1/accounts/refresh-token", [&renewal](const PeerExchange &exchange) { renewal = exchange; });
    std::optional<ApiAnswer> got;
    m_client->send(ApiRequest::get(u"/apps"_s), this, [&got](const ApiAnswer &answer) { got = answer; });
    QTRY_VERIFY(renewal);

    m_session->signOut();
    QVERIFY(got);
    QCOMPARE(got->status, 401);
    renewal->answer(200, tokens(2));
    QTRY_COMPARE(m_peer->count("GET /v1/accounts/logout"), 1);
    // A request that comes later shows that the answer has arrived, unless the client has dropped its connection.
    got.reset();
    m_client->send(ApiRequest::get(u"/apps"_s), this, [&got](const ApiAnswer &answer) { got = answer; });
    QTRY_VERIFY(got);
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    QVERIFY(m_session->accessToken().isEmpty());
}

void SessionTest::endsTheSessionOnTheServer()
{
    signIn();
    m_peer->on("GET /v1/accounts/logout", [](const PeerExchange &exchange) { exchange.answer(204, {}); });
    m_session->signOut();
    QCOMPARE(m_session->state(), Session::State::SignedOut);
    QTRY_COMPARE(m_peer->count("GET /v1/accounts/logout"), 1);
    QCOMPARE(m_peer->requests("GET /v1/accounts/logout").value(0).headers["authorization"], "Bearer access1");
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
