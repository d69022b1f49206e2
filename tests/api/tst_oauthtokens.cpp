// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QDateTime>

#include <future>

using namespace Qt::StringLiterals;

namespace {
using Fields = TokenClient::Fields;
}

/// The token endpoint: exchanging codes, and invalid requests (OAuth 2.1, 3.2 and 4.1).
class TestOAuthTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aCodeGivesTokens();
    void anAppAuthenticatesInEachWay_data();
    void anAppAuthenticatesInEachWay();
    void codesAreRefused_data();
    void codesAreRefused();
    void aCodeBelongsToItsApp();
    void aCodeExpires();
    void aReusedCodeEndsItsSession();
    void concurrentExchangesAreRefused();
    void theRedirectUriIsComparedAsAUrl();
    void inactiveAccountsAreRefused();
    void inactiveAppsAreRefused();
    void invalidRequestsAreRefused_data();
    void invalidRequestsAreRefused();

private:
    const TestAccount &ada() { return m_server->account(u"ada"_s); }
    Answer refresh(const QJsonObject &tokens, const Fields &fields = {}, const HttpClient::Headers &headers = {}) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_client;
};

void TestOAuthTokens::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_client = std::make_unique<TokenClient>(*m_server, u"Garden Watch"_s,
                                             QJsonObject{{u"origins"_s, QJsonArray{u"https://app.example"_s}}});
}

/// Reactivates what a test has deactivated.
void TestOAuthTokens::init()
{
    m_server->sql(u"UPDATE account SET status = 'active'"_s);
    m_server->sql(u"UPDATE app SET status = 'active', trial_ends_at = NULL"_s);
}

Answer TestOAuthTokens::refresh(const QJsonObject &tokens, const Fields &fields,
                                const HttpClient::Headers &headers) const
{
    return m_client->token(m_client->refreshment(tokens[u"refresh_token"_s].toString(), fields), headers);
}

void TestOAuthTokens::aCodeGivesTokens()
{
    const QString code = m_client->code(ada(), {{u"scope"_s, u"account:read devices:read"_s}});
    const Answer answer = m_client->token(m_client->exchange(code));
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.header("Content-Type"), "application/json");
    QCOMPARE(answer.header("Cache-Control"), "no-store");
    QCOMPARE(answer.json[u"token_type"_s].toString(), u"Bearer"_s);
    QCOMPARE(answer.json[u"expires_in"_s].toInt(), 3600);
    QCOMPARE(answer.json[u"scope"_s].toString(), u"account:read devices:read"_s);
    QVERIFY(!answer.json.contains(u"id_token"_s)); // the scope openid was not requested
    QCOMPARE(m_client->use(ada(), answer.json), 200);
    QVERIFY(!m_server->sql(u"SELECT code_hash FROM authorization_code"_s).contains(code.toLatin1()));

    HttpClient user = m_server->anybody();
    user.setBearer(answer.json[u"access_token"_s].toString());
    EXPECT_PROBLEM(user.put(u"/accounts/"_s + ada().accountId(), {{u"name"_s, u"Eve"_s}}), 403, "insufficient_scope");
}

void TestOAuthTokens::anAppAuthenticatesInEachWay_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<QByteArray>("basic");
    QTest::addColumn<bool>("json");
    const QString id = m_client->id();
    const QString key = m_client->app().appKey();
    const Fields noId{{u"client_id"_s, {}}};
    QTest::newRow("a public app") << Fields{} << ""_ba << false;
    QTest::newRow("basic") << noId << (id + u':' + key).toLatin1() << false;
    QTest::newRow("basic with its id in the body") << Fields{} << (id + u':' + key).toLatin1() << false;
    // Form-encoded before it becomes HTTP Basic (RFC 6749, 2.3.1).
    QTest::newRow("basic, encoded") << noId << QString(id + u':' + key).replace(u'_', u"%5F"_s).toLatin1() << false;
    QTest::newRow("basic without a key") << noId << (id + u':').toLatin1() << false;
    QTest::newRow("in the body") << Fields{{u"client_secret"_s, key}} << ""_ba << false;
    QTest::newRow("JSON") << Fields{{u"client_secret"_s, key}} << ""_ba << true;
}

void TestOAuthTokens::anAppAuthenticatesInEachWay()
{
    QFETCH(const Fields, fields);
    QFETCH(const QByteArray, basic);
    QFETCH(const bool, json);
    const Fields form = m_client->exchange(m_client->code(ada()), fields);
    HttpClient::Headers headers;
    if (!basic.isEmpty())
        headers.emplaceBack("Authorization", "Basic " + basic.toBase64());
    if (!json) {
        EXPECT_STATUS(m_client->token(form, headers), 200);
        return;
    }
    QJsonObject body;
    for (auto it = form.begin(); it != form.end(); ++it)
        body.insert(it.key(), it.value());
    EXPECT_STATUS(m_server->anybody().post(u"/accounts/authorize"_s, body), 200);
}

void TestOAuthTokens::codesAreRefused_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QString &field, const QString &value, const QString &error,
                        int status = 400) {
        QTest::newRow(name) << Fields{{field, value}} << status << error;
    };
    const QString grant = u"invalid_grant"_s;
    const QString request = u"invalid_request"_s;
    const QString client = u"invalid_client"_s;
    row("another verifier", u"code_verifier"_s, QString(43, u'a'), grant);
    row("the challenge as verifier", u"code_verifier"_s, u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s, grant);
    row("no verifier", u"code_verifier"_s, {}, request);
    row("another address", u"redirect_uri"_s, u"https://app.example/other?x=1"_s, grant);
    row("an unknown code", u"code"_s, u"wmg_unknown"_s, grant);
    row("no code", u"code"_s, {}, request);
    row("no grant", u"grant_type"_s, {}, request);
    row("the password grant", u"grant_type"_s, u"password"_s, u"unsupported_grant_type"_s);
    row("no app", u"client_id"_s, {}, client, 401);
    row("an unknown app", u"client_id"_s, u"app_01ARZ3NDEKTSV4RRFFQ69G5FAV"_s, client, 401);
    row("no id", u"client_id"_s, u"Garden Watch"_s, client, 401);
    row("a wrong key", u"client_secret"_s, u"wmk_wrong"_s, client, 401);
}

/// A request refused for a mistake can be corrected while the code is valid.
void TestOAuthTokens::codesAreRefused()
{
    QFETCH(const Fields, fields);
    QFETCH(const int, status);
    QFETCH(const QString, error);
    const QString code = m_client->code(ada());
    EXPECT_OAUTH_ERROR(m_client->token(m_client->exchange(code, fields)), status, error);
    EXPECT_STATUS(m_client->token(m_client->exchange(code)), 200);
}

void TestOAuthTokens::aCodeBelongsToItsApp()
{
    const TokenClient other(*m_server, u"Another app"_s);
    const QString code = m_client->code(ada());
    EXPECT_OAUTH_ERROR(other.token(other.exchange(code)), 400, u"invalid_grant"_s);
    const Answer answer = m_client->token(m_client->exchange(code));
    EXPECT_STATUS(answer, 200);
    // Another app cannot end the session either.
    EXPECT_OAUTH_ERROR(other.token(other.exchange(code)), 400, u"invalid_grant"_s);
    EXPECT_STATUS(refresh(answer.json), 200);
}

void TestOAuthTokens::aCodeExpires()
{
    const QString code = m_client->code(ada());
    const QByteArray life = m_server->sql(u"SELECT max(expires_at) FROM authorization_code"_s);
    const qint64 left = life.trimmed().toLongLong() - QDateTime::currentMSecsSinceEpoch();
    QVERIFY2(left > 0 && left <= 600'000, qPrintable(QString::number(left)));
    m_server->sql(u"UPDATE authorization_code SET expires_at = %1 WHERE session_id IS NULL"_s.arg(
        QDateTime::currentMSecsSinceEpoch() - 1));
    EXPECT_OAUTH_ERROR(m_client->token(m_client->exchange(code)), 400, u"invalid_grant"_s);
}

void TestOAuthTokens::aReusedCodeEndsItsSession()
{
    const QJsonObject others = m_client->tokens(ada());
    const Fields form = m_client->exchange(m_client->code(ada(), {{u"scope"_s, u"account:read"_s}}));
    const Answer first = m_client->token(form);
    EXPECT_STATUS(first, 200);
    QCOMPARE(m_client->use(ada(), first.json), 200);
    EXPECT_OAUTH_ERROR(m_client->token(form), 400, u"invalid_grant"_s);
    QCOMPARE(m_client->use(ada(), first.json), 401);
    EXPECT_OAUTH_ERROR(refresh(first.json), 400, u"invalid_grant"_s);
    QCOMPARE(m_client->use(ada(), others), 200);
}

void TestOAuthTokens::concurrentExchangesAreRefused()
{
    const Fields form = m_client->exchange(m_client->code(ada(), {{u"scope"_s, u"account:read"_s}}));
    std::vector<std::future<Answer>> attempts;
    for (int i = 0; i < 4; ++i)
        attempts.push_back(std::async(std::launch::async, [&] { return m_client->token(form); }));
    QJsonObject taken;
    int refused = 0;
    for (auto &attempt : attempts) {
        const Answer answer = attempt.get();
        refused += answer.status == 400;
        if (answer.status == 200)
            taken = answer.json;
    }
    QCOMPARE(refused, 3);
    QVERIFY(!taken.isEmpty());
    QCOMPARE(m_client->use(ada(), taken), 401); // the other requests have ended the session
}

/// Spellings in capitals or without the implied parts mean the same address.
void TestOAuthTokens::theRedirectUriIsComparedAsAUrl()
{
    const QString address = u"HTTPS://App.Example/cb/%7Egarden"_s;
    TokenClient client(*m_server, u"Capital"_s, {{u"redirect_uris"_s, QJsonArray{address}}});
    const Fields there{{u"redirect_uri"_s, address}};
    EXPECT_STATUS(client.token(client.exchange(client.code(ada(), there), there)), 200);
    const Fields port{{u"redirect_uri"_s, u"http://127.0.0.1:51234/cb"_s}};
    EXPECT_STATUS(m_client->token(m_client->exchange(m_client->code(ada(), port), port)), 200);
    const Fields otherPort{{u"redirect_uri"_s, u"http://127.0.0.1:51235/cb"_s}};
    EXPECT_OAUTH_ERROR(m_client->token(m_client->exchange(m_client->code(ada(), port), otherPort)), 400,
                       u"invalid_grant"_s);
}

void TestOAuthTokens::inactiveAccountsAreRefused()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QJsonObject tokens = m_client->tokens(bea);
    const QString code = m_client->code(bea);
    m_server->sql(u"UPDATE account SET status = 'inactive' WHERE account_id = '%1'"_s.arg(bea.accountId()));
    EXPECT_OAUTH_ERROR(m_client->token(m_client->exchange(code)), 400, u"invalid_grant"_s);
    EXPECT_OAUTH_ERROR(refresh(tokens), 400, u"invalid_grant"_s);
    QCOMPARE(m_client->use(bea, tokens), 403);
}

void TestOAuthTokens::inactiveAppsAreRefused()
{
    const QJsonObject tokens = m_client->tokens(ada());
    const QString code = m_client->code(ada());
    const auto expect = [&](const QString &reason) {
        for (const Answer &answer : {m_client->token(m_client->exchange(code)), refresh(tokens)}) {
            EXPECT_OAUTH_ERROR(answer, 400, u"unauthorized_client"_s);
            QCOMPARE(answer.json[u"reason"_s].toString(), reason);
        }
    };
    const QString app = u" WHERE app_id = '%1'"_s.arg(m_client->id());
    m_server->sql(u"UPDATE app SET status = 'inactive'"_s + app);
    expect(u"app_inactive"_s);
    m_server->sql(u"UPDATE app SET status = 'active', trial_ends_at = 1"_s + app);
    expect(u"app_trial_ended"_s);
}

void TestOAuthTokens::invalidRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("basic");
    QTest::addColumn<QString>("error");
    const QByteArray form = "application/x-www-form-urlencoded";
    const QByteArray json = "application/json";
    const QByteArray grant = "grant_type=client_credentials";
    const QByteArray id = m_client->id().toLatin1();
    const QByteArray right = id + ':' + m_client->app().appKey().toLatin1();
    const QString request = u"invalid_request"_s;
    QTest::newRow("twice the same") << grant + '&' + grant << form << right << request;
    QTest::newRow("U+0000") << grant + "&scope=%00" << form << right << request;
    QTest::newRow("another type") << grant << "text/plain"_ba << right << request;
    QTest::newRow("no type") << grant << ""_ba << right << request;
    QTest::newRow("no JSON") << grant << json << right << request;
    QTest::newRow("a list") << "[]"_ba << json << right << request;
    QTest::newRow("a number") << R"({"grant_type": 1})"_ba << json << right << request;
    QTest::newRow("two proofs") << grant + "&client_secret=x" << form << right << request;
    QTest::newRow("two apps") << grant + "&client_id=app_x" << form << right << request;
    QTest::newRow("too large") << grant + "&x=" + QByteArray(70'000, 'a') << form << right << request;
    QTest::newRow("nothing") << ""_ba << form << right << request;
    QTest::newRow("no scope") << grant + "&scope=everything" << form << right << u"invalid_scope"_s;
    QTest::newRow("a wrong key by Basic") << grant << form << id + ":wrong" << u"invalid_client"_s;
    QTest::newRow("no app by Basic") << grant << form << "x"_ba << u"invalid_client"_s;
    QTest::newRow("the portal, which has no key")
        << grant << form << portalAppId.toLatin1() + ":x" << u"invalid_client"_s;
}

void TestOAuthTokens::invalidRequestsAreRefused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, basic);
    QFETCH(const QString, error);
    const bool byWrongKey = error == u"invalid_client"_s;
    const Answer answer =
        m_server->anybody().send("POST", u"/accounts/authorize"_s, body,
                                 {{"Authorization", "Basic " + basic.toBase64()}, {"Content-Type", type}});
    EXPECT_OAUTH_ERROR(answer, byWrongKey ? 401 : 400, error);
    QCOMPARE(answer.header("WWW-Authenticate").startsWith("Basic "), byWrongKey);
}

QTEST_GUILESS_MAIN(TestOAuthTokens)
#include "tst_oauthtokens.moc"
