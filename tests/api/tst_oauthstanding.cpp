// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/meanwhile.h"
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {
using Fields = TokenClient::Fields;
}

/// Revoking tokens, and asking for their state.
class TestOAuthStanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anAccessTokenIsRevokedAtOnce();
    void revokingARefreshTokenEndsItsSession();
    void onlyOwnTokensAreRevoked();
    void appsAskAboutTheirOwnTokens();
    void managementAsksAboutAnyToken();
    void endedTokensAreNotActive();
    void aCodeDiesWithThePassword_data();
    void aCodeDiesWithThePassword();
    void aCodeDiesWithTheConsent();
    void anAppGetsNothingWhileItIsDeactivated_data();
    void anAppGetsNothingWhileItIsDeactivated();
    void anAppWithoutCallsLeftGetsNothing();

private:
    const TestAccount &account(const QString &name) { return m_server->account(name); }
    QJsonObject introspected(const TokenClient &by, const QString &token) const;
    bool isActive(const QString &token) const { return introspected(*m_client, token)[u"active"_s].toBool(); }
    Answer refresh(const QJsonObject &tokens) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_client;
};

void TestOAuthStanding::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_client = std::make_unique<TokenClient>(*m_server);
}

QJsonObject TestOAuthStanding::introspected(const TokenClient &by, const QString &token) const
{
    const Answer answer = by.post(u"introspect"_s, {{u"token"_s, token}}, by.byKey());
    return answer.status == 200 ? answer.json : throw std::runtime_error(answer.text().toStdString());
}

Answer TestOAuthStanding::refresh(const QJsonObject &tokens) const
{
    return m_client->token(m_client->refreshment(tokens[u"refresh_token"_s].toString()));
}

void TestOAuthStanding::anAccessTokenIsRevokedAtOnce()
{
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject tokens = m_client->tokens(ada);
    const Fields form{{u"token"_s, tokens[u"access_token"_s].toString()}, {u"client_id"_s, m_client->id()}};
    EXPECT_STATUS(m_client->post(u"revoke"_s, form), 200);
    QCOMPARE(m_client->use(ada, tokens), 401);
    EXPECT_STATUS(m_client->post(u"revoke"_s, form), 200); // a second time
    EXPECT_STATUS(refresh(tokens), 200); // the session continues (RFC 7009, 2.1)
}

void TestOAuthStanding::revokingARefreshTokenEndsItsSession()
{
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject tokens = m_client->tokens(ada);
    const Fields form{{u"token"_s, tokens[u"refresh_token"_s].toString()},
                      {u"client_id"_s, m_client->id()},
                      {u"token_type_hint"_s, u"access_token"_s}}; // a wrong hint does not matter
    EXPECT_STATUS(m_client->post(u"revoke"_s, form), 200);
    QCOMPARE(m_client->use(ada, tokens), 401);
    EXPECT_STATUS(refresh(tokens), 400);
}

void TestOAuthStanding::onlyOwnTokensAreRevoked()
{
    const TokenClient other(*m_server, u"Another app"_s);
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject tokens = m_client->tokens(ada);
    for (const char *kind : {"access_token", "refresh_token"})
        EXPECT_STATUS(
            other.post(u"revoke"_s, {{u"token"_s, tokens[QLatin1StringView(kind)].toString()}}, other.byKey()), 200);
    QCOMPARE(m_client->use(ada, tokens), 200);
    EXPECT_STATUS(refresh(tokens), 200);

    EXPECT_STATUS(other.post(u"revoke"_s, {{u"token"_s, u"nonsense"_s}}, other.byKey()), 200);
    const Answer nobody = other.post(u"revoke"_s, {{u"token"_s, u"nonsense"_s}});
    EXPECT_STATUS(nobody, 401);
    QCOMPARE(nobody.json[u"error"_s].toString(), u"invalid_client"_s);
    const Answer nothing = other.post(u"revoke"_s, {}, other.byKey());
    EXPECT_STATUS(nothing, 400);
    QCOMPARE(nothing.json[u"error"_s].toString(), u"invalid_request"_s);

    const Fields own{{u"grant_type"_s, u"client_credentials"_s}};
    const QString appsOwn = m_client->token(own, m_client->byKey()).json[u"access_token"_s].toString();
    EXPECT_STATUS(other.post(u"revoke"_s, {{u"token"_s, appsOwn}}, other.byKey()), 200);
    QVERIFY(isActive(appsOwn));
    EXPECT_STATUS(m_client->post(u"revoke"_s, {{u"token"_s, appsOwn}}, m_client->byKey()), 200);
    QVERIFY(!isActive(appsOwn));
}

void TestOAuthStanding::appsAskAboutTheirOwnTokens()
{
    const TokenClient other(*m_server, u"Another app"_s);
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject tokens = m_client->tokens(ada, u"account:read devices:read"_s);
    const QString access = tokens[u"access_token"_s].toString();
    const QJsonObject known = introspected(*m_client, access);
    QCOMPARE(known[u"active"_s].toBool(), true);
    QCOMPARE(known[u"client_id"_s].toString(), m_client->id());
    QCOMPARE(known[u"sub"_s].toString(), ada.userId());
    QCOMPARE(known[u"iss"_s].toString(), m_client->app().issuer());
    QCOMPARE(known[u"scope"_s].toString(), u"account:read devices:read"_s);
    QCOMPARE(known[u"token_type"_s].toString(), u"Bearer"_s);
    const qint64 left = known[u"exp"_s].toInteger() - QDateTime::currentSecsSinceEpoch();
    QVERIFY2(left > 3500 && left <= 3600, qPrintable(QString::number(left)));

    const QJsonObject inactive{{u"active"_s, false}};
    QVERIFY(isActive(tokens[u"refresh_token"_s].toString()));
    QCOMPARE(introspected(other, access), inactive);
    QCOMPARE(introspected(other, tokens[u"refresh_token"_s].toString()), inactive);
    QCOMPARE(introspected(*m_client, u"nonsense"_s), inactive);
    const Answer open = m_client->post(u"introspect"_s, {{u"token"_s, access}, {u"client_id"_s, m_client->id()}});
    EXPECT_STATUS(open, 401); // the key is required (RFC 7662, 2.1)
    QCOMPARE(open.json[u"error"_s].toString(), u"invalid_client"_s);
}

void TestOAuthStanding::managementAsksAboutAnyToken()
{
    const TokenClient manager(*m_server, u"Management"_s);
    m_server->sql(u"UPDATE app SET scopes = '[\"manage\"]' WHERE app_id = '%1'"_s.arg(manager.id()));
    const QJsonObject tokens = m_client->tokens(account(u"ada"_s));
    const QString access = tokens[u"access_token"_s].toString();
    QVERIFY(introspected(manager, access)[u"active"_s].toBool());
    // A token of an inactive app is not active.
    m_server->sql(u"UPDATE app SET status = 'inactive' WHERE app_id = '%1'"_s.arg(m_client->id()));
    const QJsonObject closed = introspected(manager, access);
    m_server->sql(u"UPDATE app SET status = 'active' WHERE app_id = '%1'"_s.arg(m_client->id()));
    QCOMPARE(closed, (QJsonObject{{u"active"_s, false}}));
}

void TestOAuthStanding::endedTokensAreNotActive()
{
    const TestAccount &bea = account(u"bea"_s);
    const QJsonObject first = m_client->tokens(bea);
    const QJsonObject second = refresh(first).json;
    QVERIFY(!isActive(first[u"refresh_token"_s].toString())); // used
    QVERIFY(isActive(second[u"access_token"_s].toString()));
    m_server->sql(u"UPDATE account SET status = 'inactive' WHERE account_id = '%1'"_s.arg(bea.accountId()));
    QVERIFY(!isActive(second[u"access_token"_s].toString()));
    m_server->sql(u"UPDATE account SET status = 'active' WHERE account_id = '%1'"_s.arg(bea.accountId()));
    m_server->sql(u"UPDATE access_token SET expires_at = 1 WHERE session_id IN "
                  "(SELECT session_id FROM session WHERE user_id = '%1')"_s.arg(bea.userId()));
    QVERIFY(!isActive(second[u"access_token"_s].toString()));
    QVERIFY(isActive(second[u"refresh_token"_s].toString()));
}

void TestOAuthStanding::aCodeDiesWithThePassword_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("reset");
    QTest::newRow("reset") << u"rita"_s << true;
    QTest::newRow("changed") << u"cara"_s << false;
}

/// Whoever could sign in before, and has not exchanged the code yet, cannot any more.
void TestOAuthStanding::aCodeDiesWithThePassword()
{
    QFETCH(const QString, name);
    QFETCH(const bool, reset);
    const TestAccount &owner = account(name);
    const QString code = m_client->code(owner);
    const QString fresh = u"freshly-Minted!37-okapi"_s;
    if (reset) {
        QJsonObject check{{u"address"_s, owner.email()}, {u"purpose"_s, u"forgot_password"_s}};
        EXPECT_STATUS(m_server->portal().post(u"/accounts/verifycode"_s, check), 202);
        const auto codes = [&] {
            QStringList all;
            for (const ReceivedMail &mail : m_server->outbox().mails(owner.email()))
                all += mail.code();
            all.removeAll(QString());
            return all;
        };
        QTRY_COMPARE_WITH_TIMEOUT(codes().size(), 2, 30'000); // that of the registration came first
        const QStringList both = codes();
        check.insert(u"code"_s, both.constLast());
        const Answer checked = m_server->portal().put(u"/accounts/verifycode"_s, check);
        EXPECT_STATUS(checked, 200);
        EXPECT_STATUS(m_server->portal().put(u"/accounts/forgotpassword"_s,
                                             {{u"verification_token"_s, checked.json[u"verification_token"_s]},
                                              {u"new_password"_s, fresh}}),
                      204);
    } else {
        EXPECT_STATUS(owner.put(u"/accounts/%1/reset-password"_s.arg(owner.accountId()),
                                {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, fresh}}),
                      204);
    }
    EXPECT_OAUTH_ERROR(m_client->token(m_client->exchange(code)), 400, u"invalid_grant"_s);
}

/// The consent is gone, and the code is not: it was issued at the same moment.
void TestOAuthStanding::aCodeDiesWithTheConsent()
{
    const TestAccount &owner = account(u"connie"_s);
    const QString code = m_client->code(owner);
    m_server->sql(u"DELETE FROM consent WHERE user_id = '%1'"_s.arg(owner.userId()));
    EXPECT_OAUTH_ERROR(m_client->token(m_client->exchange(code)), 400, u"invalid_grant"_s);
}

void TestOAuthStanding::anAppGetsNothingWhileItIsDeactivated_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"code", "code after a question", "token of its own"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

/// The request was admitted before. What it got would be valid with the next activation.
void TestOAuthStanding::anAppGetsNothingWhileItIsDeactivated()
{
    if (!TestServer::onPostgres())
        QSKIP("SQLite has a single writer, and nothing shows that a request waits for it.");
    QFETCH(const QString, what);
    const TokenClient client(*m_server, u"Slow"_s);
    FormBrowser browser = client.app().allowed(account(u"ada"_s));
    if (what == u"code after a question"_s)
        browser.open(client.app().target({{u"prompt"_s, u"consent"_s}}));
    const Answer late = answerMeanwhile(
        *m_server, {u"UPDATE app SET status = 'inactive' WHERE app_id = '%1'"_s.arg(client.id())}, [&]() -> Answer {
            if (what == u"code"_s)
                return browser.open(client.app().target());
            if (what == u"code after a question"_s)
                return browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
            return client.token({{u"grant_type"_s, u"client_credentials"_s}}, client.byKey());
        });
    EXPECT_STATUS(late, what == u"token of its own"_s ? 400 : 403); // at the token endpoint, as RFC 6749 says
    QVERIFY(browser.answer(u"code"_s).isEmpty() || what == u"token of its own"_s);
}

/// An app whose daily quota is used up is refused where no key or token is required, too. Such requests use up nothing.
void TestOAuthStanding::anAppWithoutCallsLeftGetsNothing()
{
    const TestAccount &ada = account(u"ada"_s);
    TokenClient busy(*m_server, u"Busy"_s);
    const auto setQuota = [&](int calls) {
        m_server->sql(u"UPDATE app SET daily_quota = %1 WHERE app_id = '%2'"_s.arg(calls).arg(busy.id()));
    };
    const QJsonObject tokens = busy.tokens(ada);
    const Fields asksForDevices{{u"client_id"_s, busy.id()}, {u"scope"_s, u"devices"_s}};
    const QString userCode = busy.post(u"device_authorization"_s, asksForDevices).json[u"user_code"_s].toString();
    QVERIFY(!userCode.isEmpty());
    setQuota(2);
    QCOMPARE(busy.use(ada, tokens), 200);
    EXPECT_STATUS(busy.post(u"introspect"_s, {{u"token"_s, u"x"_s}}, busy.byKey()), 200);
    QCOMPARE(busy.use(ada, tokens), 200);

    QCOMPARE(busy.use(ada, tokens), 429);
    const Fields forItself{{u"grant_type"_s, u"client_credentials"_s}};
    const Fields refreshment = busy.refreshment(tokens[u"refresh_token"_s].toString());
    for (const Answer &refused : {busy.token(forItself, busy.byKey()), busy.token(refreshment),
                                  busy.post(u"device_authorization"_s, asksForDevices),
                                  busy.post(u"introspect"_s, {{u"token"_s, u"x"_s}}, busy.byKey()),
                                  busy.post(u"revoke"_s, {{u"client_id"_s, busy.id()}, {u"token"_s, u"x"_s}})}) {
        EXPECT_OAUTH_ERROR(refused, 429, u"unauthorized_client"_s);
        QCOMPARE(refused.json[u"reason"_s].toString(), u"app_quota_exceeded"_s);
        QVERIFY(refused.header("Retry-After").toInt() > 0);
    }
    const HttpClient browser = m_server->anybody();
    for (const QString &page : {busy.app().target(), u"/oauth/device?user_code="_s + userCode}) {
        const Answer shown = browser.get(busy.app().issuer() + page);
        EXPECT_STATUS(shown, 429);
        QVERIFY(shown.body.contains("app_quota_exceeded"));
    }
    const QString request = u"/accounts/%1/device-requests/%2"_s.arg(ada.accountId(), userCode);
    EXPECT_PROBLEM(ada.get(request), 429, "app_quota_exceeded");
    EXPECT_PROBLEM(ada.put(request, {{u"approved"_s, true}}), 429, "app_quota_exceeded");

    setQuota(0);
    EXPECT_STATUS(busy.token(refreshment), 200);
    EXPECT_STATUS(ada.put(request, {{u"approved"_s, true}}), 204);
}

QTEST_GUILESS_MAIN(TestOAuthStanding)
#include "tst_oauthstanding.moc"
