// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QDateTime>
#include <QSet>

#include <array>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
using Fields = TokenClient::Fields;
}

/// The token endpoint: refresh tokens, and the tokens of apps themselves (OAuth 2.1, 4.2 and 4.3).
class TestRefreshTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void refreshTokensRotate();
    void aReusedRefreshTokenEndsTheSession();
    void theOrderOfSpentTokensNeedsNoClock();
    void aLostAnswerCanBeHadAgainForHalfAMinute();
    void refreshesAtOnceServeAll();
    void aThiefWhoRefreshesAtOnceIsNoticed();
    void anEarlierServersAnswerIsSpent();
    void aRefreshCanNarrowTheScopes();
    void aRefreshTokenBelongsToItsApp();
    void anOldKeyWorksDuringItsGraceTime();
    void anAppHasTokensOfItsOwn();
    void registeredOriginsMayCall();
    void theCallingAppDecidesTheOrigin();

private:
    const TestAccount &ada() { return m_server->account(u"ada"_s); }
    Answer refresh(const QJsonObject &tokens, const Fields &fields = {}, const HttpClient::Headers &headers = {}) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_client;
};

void TestRefreshTokens::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_client = std::make_unique<TokenClient>(*m_server, u"Garden Watch"_s,
                                             QJsonObject{{u"origins"_s, QJsonArray{u"https://app.example"_s}}});
}

/// Reactivates what a test has deactivated.
void TestRefreshTokens::init()
{
    m_server->sql(u"UPDATE account SET status = 'active'"_s);
    m_server->sql(u"UPDATE app SET status = 'active', trial_ends_at = NULL"_s);
}

Answer TestRefreshTokens::refresh(const QJsonObject &tokens, const Fields &fields,
                                  const HttpClient::Headers &headers) const
{
    return m_client->token(m_client->refreshment(tokens[u"refresh_token"_s].toString(), fields), headers);
}

void TestRefreshTokens::refreshTokensRotate()
{
    const QJsonObject first = m_client->tokens(ada());
    const Answer second = refresh(first);
    EXPECT_STATUS(second, 200);
    QVERIFY(second.json[u"refresh_token"_s] != first[u"refresh_token"_s]);
    QCOMPARE(second.json[u"scope"_s].toString(), u"account:read"_s);
    QCOMPARE(second.header("Cache-Control"), "no-store");
    QCOMPARE(m_client->use(ada(), second.json), 200);
    EXPECT_STATUS(refresh(second.json), 200);
}

void TestRefreshTokens::aReusedRefreshTokenEndsTheSession()
{
    const QJsonObject first = m_client->tokens(ada());
    const Answer second = refresh(first);
    EXPECT_STATUS(second, 200);
    const Answer third = refresh(second.json);
    EXPECT_STATUS(third, 200);
    EXPECT_OAUTH_ERROR(refresh(first), 400, u"invalid_grant"_s);
    QCOMPARE(m_client->use(ada(), third.json), 401);
    EXPECT_OAUTH_ERROR(refresh(third.json), 400, u"invalid_grant"_s);
}

/// Two tokens may be spent in one millisecond, and the clock may be set back between them.
void TestRefreshTokens::theOrderOfSpentTokensNeedsNoClock()
{
    const QJsonObject first = m_client->tokens(ada());
    const Answer second = refresh(first);
    EXPECT_STATUS(second, 200);
    m_server->sql(u"UPDATE refresh_token SET spent_at = spent_at + 10000"_s);
    EXPECT_STATUS(refresh(second.json), 200);
    EXPECT_OAUTH_ERROR(refresh(first), 400, u"invalid_grant"_s);

    // How long ago a token was spent is not known if that is in the future.
    const QJsonObject other = m_client->tokens(ada());
    EXPECT_STATUS(refresh(other), 200);
    m_server->sql(u"UPDATE refresh_token SET spent_at = spent_at + 60000"_s);
    EXPECT_OAUTH_ERROR(refresh(other), 400, u"invalid_grant"_s);
}

void TestRefreshTokens::aLostAnswerCanBeHadAgainForHalfAMinute()
{
    const QJsonObject first = m_client->tokens(ada());
    const Answer lost = refresh(first);
    EXPECT_STATUS(lost, 200);
    const Answer again = refresh(first);
    EXPECT_STATUS(again, 200);
    QCOMPARE(m_client->use(ada(), again.json), 200);
    const Answer next = refresh(again.json);
    EXPECT_STATUS(next, 200);
    EXPECT_OAUTH_ERROR(refresh(first), 400, u"invalid_grant"_s); // not the last any more
    QCOMPARE(m_client->use(ada(), next.json), 401);

    const QJsonObject late = m_client->tokens(ada());
    const Answer used = refresh(late);
    EXPECT_STATUS(used, 200);
    m_server->sql(u"UPDATE refresh_token SET spent_at = spent_at - 31000 WHERE spent_at IS NOT NULL"_s);
    EXPECT_OAUTH_ERROR(refresh(late), 400, u"invalid_grant"_s);
    QCOMPARE(m_client->use(ada(), used.json), 401);
}

/// Two pages of an app may refresh at once, each with the token that they share.
void TestRefreshTokens::refreshesAtOnceServeAll()
{
    const QJsonObject shared = m_client->tokens(ada());
    std::array<Answer, 4> answers;
    std::vector<std::thread> pages;
    for (Answer &answer : answers)
        pages.emplace_back([&] { answer = refresh(shared); });
    for (std::thread &page : pages)
        page.join();
    QSet<QString> accessTokens;
    for (const Answer &answer : answers) {
        EXPECT_STATUS(answer, 200);
        QCOMPARE(answer.json[u"refresh_token"_s], answers[0].json[u"refresh_token"_s]);
        QCOMPARE(m_client->use(ada(), answer.json), 200);
        accessTokens += answer.json[u"access_token"_s].toString();
    }
    QCOMPARE(accessTokens.size(), qsizetype(answers.size()));
    for (const Answer &answer : answers)
        EXPECT_STATUS(refresh(answer.json), 200);
}

/// The first who is a step behind the other one ends both.
void TestRefreshTokens::aThiefWhoRefreshesAtOnceIsNoticed()
{
    const QJsonObject stolen = m_client->tokens(ada());
    const Answer mine = refresh(stolen);
    const Answer theirs = refresh(stolen);
    const Answer next = refresh(theirs.json);
    EXPECT_STATUS(next, 200);
    const Answer last = refresh(next.json);
    EXPECT_STATUS(last, 200);
    EXPECT_OAUTH_ERROR(refresh(mine.json), 400, u"invalid_grant"_s);
    QCOMPARE(m_client->use(ada(), last.json), 401);
}

/// A server of an earlier version has answered with a token that this one cannot compute.
void TestRefreshTokens::anEarlierServersAnswerIsSpent()
{
    const QJsonObject first = m_client->tokens(ada());
    const Answer lost = refresh(first);
    EXPECT_STATUS(lost, 200);
    m_server->sql(u"UPDATE refresh_token SET token_hash = 'random' WHERE spent_at IS NULL AND session_id = "
                  "(SELECT max(session_id) FROM session)"_s);
    const Answer again = refresh(first);
    EXPECT_STATUS(again, 200);
    EXPECT_STATUS(refresh(again.json), 200);
    QCOMPARE(m_server->sql(u"SELECT spent_order FROM refresh_token WHERE token_hash = 'random'"_s), "0\n");
}

void TestRefreshTokens::aRefreshCanNarrowTheScopes()
{
    const QJsonObject whole = m_client->tokens(ada(), u"account:read devices:read"_s);
    const Answer narrow = refresh(whole, {{u"scope"_s, u"devices:read"_s}});
    EXPECT_STATUS(narrow, 200);
    QCOMPARE(narrow.json[u"scope"_s].toString(), u"devices:read"_s);
    QCOMPARE(m_client->use(ada(), narrow.json), 403);
    EXPECT_OAUTH_ERROR(refresh(narrow.json, {{u"scope"_s, u"devices"_s}}), 400, u"invalid_scope"_s);
    EXPECT_OAUTH_ERROR(refresh(narrow.json, {{u"scope"_s, u"everything"_s}}), 400, u"invalid_scope"_s);
    // The session keeps all of its scopes (RFC 6749, 6).
    const Answer again = refresh(narrow.json);
    EXPECT_STATUS(again, 200);
    QCOMPARE(again.json[u"scope"_s].toString(), u"account:read devices:read"_s);
}

void TestRefreshTokens::aRefreshTokenBelongsToItsApp()
{
    const TokenClient other(*m_server, u"Another app"_s);
    const QJsonObject tokens = m_client->tokens(ada());
    EXPECT_OAUTH_ERROR(other.token(other.refreshment(tokens[u"refresh_token"_s].toString())), 400, u"invalid_grant"_s);
    EXPECT_OAUTH_ERROR(refresh(tokens, {{u"refresh_token"_s, u"wmr_unknown"_s}}), 400, u"invalid_grant"_s);
    EXPECT_STATUS(refresh(tokens), 200);

    // A session that was begun with the key needs the key at each refresh.
    const QJsonObject confidential = m_client->tokensByKey(ada());
    EXPECT_OAUTH_ERROR(refresh(confidential), 400, u"invalid_grant"_s);
    EXPECT_OAUTH_ERROR(refresh(confidential, {{u"client_secret"_s, u"wmk_wrong"_s}}), 401, u"invalid_client"_s);
    EXPECT_STATUS(refresh(confidential, {}, m_client->byKey()), 200);
}

void TestRefreshTokens::anOldKeyWorksDuringItsGraceTime()
{
    const Fields form{{u"grant_type"_s, u"client_credentials"_s}};
    const auto expireIn = [this](qint64 milliseconds) {
        m_server->sql(u"UPDATE app_key SET expires_at = %1 WHERE app_id = '%2'"_s
                          .arg(QDateTime::currentMSecsSinceEpoch() + milliseconds)
                          .arg(m_client->id()));
    };
    expireIn(60'000);
    EXPECT_STATUS(m_client->token(form, m_client->byKey()), 200);
    expireIn(-1);
    EXPECT_OAUTH_ERROR(m_client->token(form, m_client->byKey()), 401, u"invalid_client"_s);
    m_server->sql(u"UPDATE app_key SET expires_at = NULL"_s);
}

void TestRefreshTokens::anAppHasTokensOfItsOwn()
{
    const Fields form{{u"grant_type"_s, u"client_credentials"_s}, {u"client_id"_s, m_client->id()}};
    EXPECT_OAUTH_ERROR(m_client->token(form), 401, u"invalid_client"_s); // the key is required
    const Answer answer = m_client->token(form, m_client->byKey());
    EXPECT_STATUS(answer, 200);
    QVERIFY(!answer.json.contains(u"refresh_token"_s)); // RFC 6749, 4.4.3
    QCOMPARE(answer.json[u"expires_in"_s].toInt(), 3600);

    // The token is valid where the app's key is, and nowhere else.
    HttpClient app = m_server->anybody();
    app.setBearer(answer.json[u"access_token"_s].toString());
    EXPECT_STATUS(app.get(u"/accounts/login/others"_s), 200);
    EXPECT_PROBLEM(app.get(u"/accounts/"_s + ada().accountId()), 401, "credential_required");

    const auto asking = [&](const QString &scope) {
        return m_client->token({{u"grant_type"_s, u"client_credentials"_s}, {u"scope"_s, scope}}, m_client->byKey());
    };
    EXPECT_OAUTH_ERROR(asking(u"account:read"_s), 400, u"invalid_scope"_s);
    EXPECT_OAUTH_ERROR(asking(u"manage"_s), 400, u"invalid_scope"_s);
    m_server->sql(u"UPDATE app SET scopes = '[\"manage\"]' WHERE app_id = '%1'"_s.arg(m_client->id()));
    QCOMPARE(asking(u"manage"_s).json[u"scope"_s].toString(), u"manage"_s);
    m_server->sql(u"UPDATE app SET scopes = '[]' WHERE app_id = '%1'"_s.arg(m_client->id()));

    m_server->sql(u"UPDATE app SET status = 'inactive' WHERE app_id = '%1'"_s.arg(m_client->id()));
    EXPECT_PROBLEM(app.get(u"/accounts/login/others"_s), 403, "app_inactive");
    m_server->sql(u"UPDATE app SET status = 'active' WHERE app_id = '%1'"_s.arg(m_client->id()));
    m_server->sql(u"UPDATE app_token SET expires_at = 1"_s);
    EXPECT_PROBLEM(app.get(u"/accounts/login/others"_s), 401, "invalid_token");
}

void TestRefreshTokens::registeredOriginsMayCall()
{
    const auto allowed = [this](const QByteArray &origin) {
        return m_client->token(m_client->exchange(m_client->code(ada())), {{"Origin", origin}})
            .header("Access-Control-Allow-Origin");
    };
    QCOMPARE(allowed("https://app.example"), "https://app.example");
    QCOMPARE(allowed("https://evil.example"), "");
    const Answer preflight = m_server->anybody().send("OPTIONS", u"/accounts/authorize"_s, {},
                                                      {{"Origin", "https://app.example"},
                                                       {"Access-Control-Request-Method", "POST"},
                                                       {"Access-Control-Request-Headers", "authorization"}});
    EXPECT_STATUS(preflight, 204);
    QVERIFY(preflight.header("Access-Control-Allow-Methods").contains("POST"));
    QVERIFY(preflight.header("Access-Control-Allow-Headers").contains("Authorization"));
}

void TestRefreshTokens::theCallingAppDecidesTheOrigin()
{
    TokenClient other(*m_server, u"Other"_s, {{u"origins"_s, QJsonArray{u"https://other.example"_s}}});
    const QString path = u"/accounts/"_s + ada().accountId();
    const auto allowed = [&](const QString &token, const QByteArray &origin) {
        HttpClient client = m_server->anybody();
        client.setBearer(token);
        return client.get(path, {{"Origin", origin}}).header("Access-Control-Allow-Origin");
    };
    const QString mine = m_client->tokens(ada())[u"access_token"_s].toString();
    const QString others = other.tokens(ada())[u"access_token"_s].toString();
    QCOMPARE(allowed(mine, "https://app.example"), "https://app.example");
    QCOMPARE(allowed(mine, "https://other.example"), "");
    QCOMPARE(allowed(others, "https://other.example"), "https://other.example");
    QCOMPARE(allowed(others, "https://app.example"), "");
    QCOMPARE(allowed(ada().accessToken(), "https://app.example"), ""); // the portal is no page
    QCOMPARE(allowed(u"wma_expired"_s, "https://app.example"), "https://app.example"); // a page must see its 401
    QCOMPARE(allowed(u"wma_expired"_s, "https://evil.example"), "");
    const QByteArray ofThePortal =
        m_server->portal()
            .post(u"/accounts/password-strength"_s, {{u"password"_s, u"x"_s}}, {{"Origin", "https://app.example"}})
            .header("Access-Control-Allow-Origin");
    QCOMPARE(ofThePortal, "");
    const QByteArray atTheTokenEndpoint =
        other.token(other.exchange(other.code(ada())), {{"Origin", "https://app.example"}})
            .header("Access-Control-Allow-Origin");
    QCOMPARE(atTheTokenEndpoint, "");

    const QString app = u"/apps/"_s + other.id();
    EXPECT_STATUS(m_server->account(u"dora"_s).put(app, {{u"origins"_s, QJsonArray{u"https://moved.example"_s}}}), 200);
    QCOMPARE(allowed(others, "https://other.example"), "");
    QCOMPARE(allowed(others, "https://moved.example"), "https://moved.example");
}

QTEST_GUILESS_MAIN(TestRefreshTokens)
#include "tst_refreshtokens.moc"
