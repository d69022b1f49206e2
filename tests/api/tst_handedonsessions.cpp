// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QThread>

#include <latch>

using namespace Qt::StringLiterals;

/// Sessions that one-time tokens have begun, and what ends them.
class TestHandedOnSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePortalAcceptsOnlyTokensOfThePortal();
    void anAppRedeemsItsOwnToken();
    void signingOutEndsTheChildSessions();
    void anEndedSessionEndsItsChildSessions();
    void aRevokedConsentEndsTheChildSessions();
    void aReusedRefreshTokenEndsTheChildSessions();
    void aRevokedTokenEndsTheChildSessions();
    void aDeactivatedAppEndsTheChildSessions();
    void anExpiredSessionEndsItsChildSessions();
    void aNewPasswordKeepsTheSessionThatSetIt();
    void theConsentToTheOtherAppLimitsTheScopes();
    void anAppHandsOnToConsentedAppsOnly();
    void whatAnAppHasHandedOnCanBeWithdrawn();
    void aTokenOfAnAppLinksNoOtherApp();
    void anAppLinkedByThePortalCanBeUnlinked();
    void redeemingWhileSigningOutLeavesNoSession();

private:
    /// Returns a token of ada for the developer's app, to which ada has consented.
    QJsonObject garden(const QString &scopes = u"account devices"_s) { return m_garden->tokens(*m_ada, scopes); }
    HttpClient with(const QJsonObject &tokens) const;
    QJsonObject handOn(const HttpClient &from, const QJsonObject &toApp) const;
    QString make(const HttpClient &client) const;
    void consentTo(const QJsonObject &app, const TestAccount &account) const
    {
        m_server->sql(u"INSERT INTO consent (user_id, app_id, scopes, given_at) SELECT '%1', app_id, scopes, given_at "
                      "FROM consent WHERE app_id = '%2' LIMIT 1"_s.arg(account.userId(), app[u"app_id"_s].toString()));
    }
    QString path(const QString &token) const { return m_path + u'/' + token; }
    /// Returns whether the access token and the refresh token of a pair are valid.
    bool isOn(const QJsonObject &tokens, const QJsonObject &app) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_garden;
    TestAccount *m_ada = nullptr;
    QJsonObject m_phone; ///< another developer's app
    QJsonObject m_watch;
    QString m_path;
};

void TestHandedOnSessions::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_garden = std::make_unique<TokenClient>(*m_server);
    for (const auto &[app, name] : {std::pair(&m_phone, u"Phone"_s), std::pair(&m_watch, u"Watch"_s)}) {
        TokenClient client(*m_server, name);
        client.tokens(*m_ada, u"account devices"_s); // an app hands on to apps to which the user has consented
        *app = {{u"app_id"_s, client.id()}, {u"app_key"_s, client.app().appKey()}};
    }
    m_path = u"/accounts/%1/token"_s.arg(m_ada->accountId());
}

HttpClient TestHandedOnSessions::with(const QJsonObject &tokens) const
{
    HttpClient client = m_server->anybody();
    client.setBearer(tokens[u"access_token"_s].toString());
    return client;
}

QString TestHandedOnSessions::make(const HttpClient &client) const
{
    return client.post(m_path, {}).json[u"account_token"_s].toString();
}

QJsonObject TestHandedOnSessions::handOn(const HttpClient &from, const QJsonObject &toApp) const
{
    const Answer redeemed = m_server->app(toApp).get(path(make(from)));
    return redeemed.status == 200 ? redeemed.json : throw std::runtime_error(redeemed.text().toStdString());
}

bool TestHandedOnSessions::isOn(const QJsonObject &tokens, const QJsonObject &app) const
{
    const int used = with(tokens).get(u"/devices"_s).status;
    const Answer refreshed =
        m_server->app(app).put(u"/accounts/refresh-token"_s, {{u"refresh_token"_s, tokens[u"refresh_token"_s]}});
    const bool on = used == 200;
    if (on != (refreshed.status == 200) || (!on && used != 401))
        throw std::runtime_error("half on: " + refreshed.text().toStdString());
    return on;
}

void TestHandedOnSessions::thePortalAcceptsOnlyTokensOfThePortal()
{
    const QString token = make(with(garden()));
    EXPECT_PROBLEM(m_server->portal().get(path(token)), 403, "first_party_required");
    EXPECT_STATUS(m_server->app(m_phone).get(path(token)), 200); // the refusal has not used the token up
    const QString again = make(with(handOn(*m_ada, m_phone))); // nor by a detour through another app
    EXPECT_PROBLEM(m_server->portal().get(path(again)), 403, "first_party_required");
    EXPECT_STATUS(m_server->portal().get(path(make(*m_ada))), 200);
}

void TestHandedOnSessions::anAppRedeemsItsOwnToken()
{
    HttpClient app = m_server->anybody();
    app.setAuthorization(m_garden->byKey().constFirst().second);
    const Answer pair = app.get(path(make(with(garden(u"account"_s)))));
    EXPECT_STATUS(pair, 200);
    QCOMPARE(pair.json[u"scope"_s].toString(), u"account"_s);
}

void TestHandedOnSessions::signingOutEndsTheChildSessions()
{
    const HttpClient first = with(garden());
    const QJsonObject phone = handOn(first, m_phone);
    const QJsonObject watch = handOn(with(phone), m_watch);
    EXPECT_STATUS(with(watch).get(u"/devices"_s), 200);
    EXPECT_STATUS(first.get(u"/accounts/logout"_s), 204);
    QVERIFY(!isOn(phone, m_phone));
    QVERIFY(!isOn(watch, m_watch));
}

void TestHandedOnSessions::anEndedSessionEndsItsChildSessions()
{
    const QJsonObject phone = handOn(*m_ada, m_phone);
    const QJsonObject watch = handOn(with(phone), m_watch);
    const QString sessions = u"/accounts/%1/sessions"_s.arg(m_ada->accountId());
    const QJsonArray listed = with(phone).get(sessions).items();
    for (const auto &session : listed) {
        if (session[u"current"_s].toBool())
            EXPECT_STATUS(m_ada->del(sessions + u'/' + session[u"session_id"_s].toString()), 204);
    }
    QVERIFY(!isOn(phone, m_phone));
    QVERIFY(!isOn(watch, m_watch));
    EXPECT_STATUS(m_ada->get(u"/devices"_s), 200); // the portal's session has no parent
}

void TestHandedOnSessions::aRevokedConsentEndsTheChildSessions()
{
    const QJsonObject phone = handOn(with(garden()), m_phone);
    const QJsonObject watch = handOn(with(phone), m_watch);
    const QJsonObject other = handOn(*m_ada, m_phone);
    EXPECT_STATUS(m_ada->del(u"/accounts/%1/consents/%2"_s.arg(m_ada->accountId(), m_garden->id())), 204);
    QVERIFY(!isOn(phone, m_phone));
    QVERIFY(!isOn(watch, m_watch));
    QVERIFY(isOn(other, m_phone)); // begun by a token of the portal
}

void TestHandedOnSessions::aReusedRefreshTokenEndsTheChildSessions()
{
    const QJsonObject first = garden();
    const QJsonObject phone = handOn(with(first), m_phone);
    const auto refresh = m_garden->refreshment(first[u"refresh_token"_s].toString());
    EXPECT_STATUS(m_garden->token(refresh), 200);
    EXPECT_STATUS(with(phone).get(u"/devices"_s), 200);
    m_server->sql(u"UPDATE refresh_token SET spent_at = spent_at - 60000 WHERE spent_at IS NOT NULL"_s);
    EXPECT_STATUS(m_garden->token(refresh), 400); // a second use means that the token was stolen
    QVERIFY(!isOn(phone, m_phone));
}

void TestHandedOnSessions::aRevokedTokenEndsTheChildSessions()
{
    const QJsonObject first = garden();
    const QJsonObject phone = handOn(with(first), m_phone);
    EXPECT_STATUS(
        m_garden->post(u"revoke"_s,
                       {{u"client_id"_s, m_garden->id()}, {u"token"_s, first[u"refresh_token"_s].toString()}}),
        200);
    QVERIFY(!isOn(phone, m_phone));
}

void TestHandedOnSessions::aDeactivatedAppEndsTheChildSessions()
{
    const TestAccount &eve = m_server->account(u"eve"_s);
    const QJsonObject tablet = eve.createApp(u"Tablet"_s);
    const QJsonObject phone = handOn(with(handOn(*m_ada, tablet)), m_phone);
    EXPECT_STATUS(eve.put(u"/apps/%1/status/inactive"_s.arg(tablet[u"app_id"_s].toString()), {}), 200);
    QVERIFY(!isOn(phone, m_phone));
}

void TestHandedOnSessions::anExpiredSessionEndsItsChildSessions()
{
    const QJsonObject first = garden();
    const QJsonObject phone = handOn(with(first), m_phone);
    const QString session =
        u"(SELECT parent_id FROM session WHERE parent_id IS NOT NULL ORDER BY created_at DESC LIMIT 1)"_s;
    for (const QString &table : {u"access_token"_s, u"refresh_token"_s})
        m_server->sql(u"UPDATE %1 SET expires_at = 1 WHERE session_id = %2"_s.arg(table, session));
    m_server->stop();
    m_server->start(); // the start deletes what has expired
    m_ada->setBase(m_server->base());
    QTRY_COMPARE(with(phone).get(u"/devices"_s).status, 401);
    QVERIFY(!isOn(phone, m_phone));
}

void TestHandedOnSessions::aNewPasswordKeepsTheSessionThatSetIt()
{
    const TestAccount &mia = m_server->account(u"mia"_s);
    const QString token =
        mia.post(u"/accounts/%1/token"_s.arg(mia.accountId()), {}).json[u"account_token"_s].toString();
    const HttpClient phone =
        with(m_server->app(m_phone).get(u"/accounts/%1/token/%2"_s.arg(mia.accountId(), token)).json);
    EXPECT_STATUS(
        phone.put(u"/accounts/%1/reset-password"_s.arg(mia.accountId()),
                  {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, u"freshly-Minted!37-okapi"_s}}),
        204);
    EXPECT_STATUS(mia.get(u"/devices"_s), 401);
    EXPECT_STATUS(phone.get(u"/devices"_s), 200);
}

void TestHandedOnSessions::theConsentToTheOtherAppLimitsTheScopes()
{
    const TestAccount &nora = m_server->account(u"nora"_s);
    garden(); // for ada, whose consent limits no other user
    m_garden->tokens(nora, u"devices:read"_s);
    const QString own = u"/accounts/%1/token"_s.arg(nora.accountId());
    HttpClient app = m_server->anybody();
    app.setAuthorization(m_garden->byKey().constFirst().second);
    const Answer pair = app.get(own + u'/' + nora.post(own, {}).json[u"account_token"_s].toString());
    EXPECT_STATUS(pair, 200);
    QCOMPARE(pair.json[u"scope"_s].toString(), u"devices:read"_s);
}

/// A link lets the app post notifications with its key alone, and it would outlive the session.
void TestHandedOnSessions::aTokenOfAnAppLinksNoOtherApp()
{
    const TestAccount &olga = m_server->account(u"olga"_s);
    const QString own = u"/accounts/%1/token"_s.arg(olga.accountId());
    const HttpClient app = with(m_garden->tokens(olga, u"account"_s));
    const QString token = app.post(own, {}).json[u"account_token"_s].toString();
    consentTo(m_phone, olga);
    m_server->sql(u"DELETE FROM account_app WHERE account_id = '%1'"_s.arg(olga.accountId()));
    EXPECT_STATUS(m_server->app(m_phone).get(own + u'/' + token), 200);
    EXPECT_PROBLEM(olga.get(u"/accounts/app/"_s + m_phone[u"app_id"_s].toString()), 404, "not_found");
}

/// Neither to an app that the user was never asked about, nor to one whose access they have withdrawn.
void TestHandedOnSessions::anAppHandsOnToConsentedAppsOnly()
{
    const TestAccount &pat = m_server->account(u"pat"_s);
    const QString own = u"/accounts/%1/token"_s.arg(pat.accountId());
    const HttpClient app = with(m_garden->tokens(pat, u"account devices"_s));
    const HttpClient phone = m_server->app(m_phone);
    const QString token = app.post(own, {}).json[u"account_token"_s].toString();
    EXPECT_PROBLEM(phone.get(own + u'/' + token), 403, "consent_required");
    consentTo(m_phone, pat);
    EXPECT_STATUS(phone.get(own + u'/' + token), 200); // the refusal has not used the token up
    EXPECT_STATUS(pat.del(u"/accounts/%1/consents/%2"_s.arg(pat.accountId(), m_phone[u"app_id"_s].toString())), 204);
    const QString again = app.post(own, {}).json[u"account_token"_s].toString();
    EXPECT_PROBLEM(phone.get(own + u'/' + again), 403, "consent_required");
}

/// Although there is neither a consent nor a link any more, as for sessions of earlier versions.
void TestHandedOnSessions::whatAnAppHasHandedOnCanBeWithdrawn()
{
    const TestAccount &quin = m_server->account(u"quin"_s);
    const QString own = u"/accounts/%1/token"_s.arg(quin.accountId());
    const QString consent = u"/accounts/%1/consents/%2"_s.arg(quin.accountId(), m_phone[u"app_id"_s].toString());
    const QString token = quin.post(own, {}).json[u"account_token"_s].toString();
    const QJsonObject phone = m_server->app(m_phone).get(own + u'/' + token).json;
    m_server->sql(u"DELETE FROM account_app WHERE account_id = '%1'"_s.arg(quin.accountId()));
    QVERIFY(isOn(phone, m_phone));
    EXPECT_STATUS(quin.del(consent), 204);
    QVERIFY(!isOn(phone, m_phone));
    EXPECT_PROBLEM(quin.del(consent), 404, "not_found");
}

void TestHandedOnSessions::anAppLinkedByThePortalCanBeUnlinked()
{
    const QJsonObject phone = handOn(*m_ada, m_watch);
    const QString consent = u"/accounts/%1/consents/%2"_s.arg(m_ada->accountId(), m_watch[u"app_id"_s].toString());
    EXPECT_STATUS(m_ada->del(consent), 204);
    QVERIFY(!isOn(phone, m_watch));
    EXPECT_PROBLEM(m_ada->get(u"/accounts/app/"_s + m_watch[u"app_id"_s].toString()), 404, "not_found");
    EXPECT_PROBLEM(m_ada->del(consent), 404, "not_found");
}

void TestHandedOnSessions::redeemingWhileSigningOutLeavesNoSession()
{
    for (int round = 0; round < 10; ++round) {
        const HttpClient first = m_ada->with(*m_server, {});
        const QString token = make(first);
        Answer redeemed;
        std::latch together(2);
        const std::unique_ptr<QThread> other(QThread::create([&] {
            const HttpClient phone = m_server->app(m_phone);
            together.arrive_and_wait();
            redeemed = phone.get(path(token));
        }));
        other->start();
        together.arrive_and_wait();
        EXPECT_STATUS(first.get(u"/accounts/logout"_s), 204);
        other->wait();
        if (redeemed.status == 200)
            QVERIFY(!isOn(redeemed.json, m_phone));
        else
            EXPECT_PROBLEM(redeemed, 404, "not_found");
    }
}

QTEST_GUILESS_MAIN(TestHandedOnSessions)
#include "tst_handedonsessions.moc"
