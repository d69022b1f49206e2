// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"
#include "tests/support/testapp.h"

using namespace Qt::StringLiterals;

namespace {
using Fields = TokenClient::Fields;
}

/// The consents that users give to apps, and signing out of an app.
class TestConsents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usersSeeTheirConsents();
    void signInsWithThePasswordAreListed();
    void aConsentCanBeRevoked();
    void anAppLocksNobodyOut();
    void anAppSignsOutOfItselfOnly();
    void signingOutRedirectsToRegisteredAddressesOnly_data();
    void signingOutRedirectsToRegisteredAddressesOnly();

private:
    const TestAccount &account(const QString &name) { return m_server->account(name); }
    Answer refresh(const QJsonObject &tokens) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_client;
};

void TestConsents::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_client = std::make_unique<TokenClient>(*m_server);
}

Answer TestConsents::refresh(const QJsonObject &tokens) const
{
    return m_client->token(m_client->refreshment(tokens[u"refresh_token"_s].toString()));
}

void TestConsents::usersSeeTheirConsents()
{
    const TestAccount &cleo = account(u"cleo"_s);
    const QString path = u"/accounts/%1/consents"_s.arg(cleo.accountId());
    QCOMPARE(cleo.get(path).items(), QJsonArray());
    m_client->tokens(cleo, u"openid account:read"_s);
    m_client->tokens(cleo, u"devices:read"_s);
    const QJsonArray items = cleo.get(path).items();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items[0][u"app_id"_s].toString(), m_client->id());
    QCOMPARE(items[0][u"app_name"_s].toString(), u"Garden Watch"_s);
    QCOMPARE(items[0][u"description"_s].toString(), u"Shows cameras"_s);
    QCOMPARE(items[0][u"scopes"_s].toArray(), (QJsonArray{u"account:read"_s, u"devices:read"_s, u"openid"_s}));
    QVERIFY(!items[0][u"given_at"_s].toString().isEmpty());
    QVERIFY(!items[0][u"last_used_at"_s].toString().isEmpty());

    EXPECT_PROBLEM(account(u"ada"_s).get(path), 404, "not_found");
    EXPECT_PROBLEM(m_server->anybody().get(path), 401, "credential_required");
    EXPECT_PROBLEM(cleo.with(*m_server, u"devices:read"_s).get(path), 403, "insufficient_scope");
}

/// An app that signs the user in with the password asks for no consent. Its access is listed where it is revoked.
void TestConsents::signInsWithThePasswordAreListed()
{
    const TestAccount &pia = account(u"pia"_s);
    const QString path = u"/accounts/%1/consents"_s.arg(pia.accountId());
    const TestApp viewer(*m_server, account(u"dora"_s));
    const auto signIn = [&](const QString &scope) {
        return viewer.client.post(
            u"/accounts/login/local"_s,
            {{u"name"_s, pia.email()}, {u"password"_s, TestAccount::password()}, {u"scope"_s, scope}});
    };
    const Answer narrow = signIn(u"account:read"_s);
    EXPECT_STATUS(narrow, 200);
    EXPECT_STATUS(signIn(u"marks:read"_s), 200);
    QJsonArray items = pia.get(path).items(); // without the portal
    QCOMPARE(items.size(), 1);
    QCOMPARE(items[0][u"app_id"_s].toString(), viewer.id);
    QCOMPARE(items[0][u"scopes"_s].toArray(), (QJsonArray{u"account:read"_s, u"marks:read"_s}));
    QVERIFY(!items[0][u"last_used_at"_s].toString().isEmpty());

    // The link stays when the app signs out.
    HttpClient app = m_server->anybody();
    app.setBearer(narrow.json[u"access_token"_s].toString());
    EXPECT_STATUS(app.get(u"/accounts/logout"_s), 204);
    m_client->tokens(pia, u"devices:read"_s); // a consent is listed beside it
    items = pia.get(path).items();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0][u"app_id"_s].toString(), m_client->id()); // the latest
    QCOMPARE(items[1][u"app_id"_s].toString(), viewer.id);

    EXPECT_STATUS(pia.del(path + u'/' + viewer.id), 204);
    QCOMPARE(pia.get(path).items().size(), 1);
    EXPECT_PROBLEM(pia.del(path + u'/' + viewer.id), 404, "not_found");
}

void TestConsents::aConsentCanBeRevoked()
{
    const TestAccount &dan = account(u"dan"_s);
    const QString path = u"/accounts/%1/consents/%2"_s.arg(dan.accountId(), m_client->id());
    EXPECT_PROBLEM(dan.del(path), 404, "not_found");
    TokenClient other(*m_server, u"Another app"_s);
    const QJsonObject others = other.tokens(dan);
    const QJsonObject tokens = m_client->tokens(dan);
    const QJsonObject byPassword = m_client->tokensByKey(dan);
    const QString code = m_client->code(dan);

    EXPECT_PROBLEM(account(u"ada"_s).del(path), 404, "not_found");
    EXPECT_PROBLEM(dan.with(*m_server, u"account:read"_s).del(path), 403, "insufficient_scope");
    QCOMPARE(m_client->use(dan, tokens), 200);
    EXPECT_STATUS(dan.del(path), 204);
    QCOMPARE(m_client->use(dan, tokens), 401);
    QCOMPARE(m_client->use(dan, byPassword), 401);
    EXPECT_STATUS(refresh(tokens), 400);
    EXPECT_STATUS(m_client->token(m_client->exchange(code)), 400); // issued before, but not used yet
    QCOMPARE(other.use(dan, others), 200);
    EXPECT_STATUS(dan.get(u"/accounts/"_s + dan.accountId()), 200); // the portal stays signed in
    EXPECT_PROBLEM(dan.del(path), 404, "not_found");

    // The user is asked again.
    FormBrowser browser(*m_server);
    browser.open(m_client->app().target());
    Authorizing::signIn(browser, dan);
    QVERIFY(browser.has(u"consent"_s));

    const QByteArray log = m_server->sql(
        u"SELECT action, object, address FROM audit_entry WHERE account_id = '%1' AND action LIKE 'consent%' AND "
        "object = '%2' ORDER BY at, audit_id"_s.arg(dan.accountId(), m_client->id()));
    const QByteArray id = m_client->id().toLatin1();
    QVERIFY2(log.contains("consent_given|" + id + "|127.0.0.1"), log.constData());
    QVERIFY2(log.trimmed().endsWith("consent_withdrawn|" + id + "|127.0.0.1"), log.constData());
}

/// What an app with the scope `account` may not do: keep its user out, or end what other apps were allowed.
void TestConsents::anAppLocksNobodyOut()
{
    TokenClient other(*m_server, u"Another app"_s);
    const TestAccount &finn = account(u"finn"_s);
    const QJsonObject others = other.tokens(finn);
    HttpClient app = m_server->anybody();
    app.setBearer(m_client->tokens(finn, u"account"_s)[u"access_token"_s].toString());
    const QString path = u"/accounts/"_s + finn.accountId();
    EXPECT_PROBLEM(app.post(u"/accounts/status"_s, {{u"account_id"_s, finn.accountId()}, {u"status"_s, u"inactive"_s}}),
                   403, "first_party_required");
    EXPECT_PROBLEM(app.del(path + u"/consents/"_s + other.id()), 403, "first_party_required");
    EXPECT_PROBLEM(app.del(path + u"/sessions"_s), 403, "first_party_required");
    QString own;
    for (const QJsonValue &session : app.get(path + u"/sessions"_s).items()) {
        const QString one = path + u"/sessions/"_s + session[u"session_id"_s].toString();
        if (session[u"current"_s].toBool())
            own = one;
        else
            EXPECT_PROBLEM(app.del(one), 403, "first_party_required");
    }
    QCOMPARE(other.use(finn, others), 200);
    EXPECT_STATUS(app.del(own), 204);

    app.setBearer(m_client->tokens(finn, u"account"_s)[u"access_token"_s].toString());
    EXPECT_STATUS(app.del(path + u"/consents/"_s + m_client->id()), 204); // it may go itself
    EXPECT_STATUS(finn.get(path), 200);
}

void TestConsents::anAppSignsOutOfItselfOnly()
{
    const TestAccount &gwen = account(u"gwen"_s);
    TokenClient other(*m_server, u"Another app"_s);
    FormBrowser browser = m_client->app().allowed(gwen);
    const QString others = other.code(gwen);
    HttpClient app = m_server->anybody();
    const QString sessions = u"/accounts/%1/sessions"_s.arg(gwen.accountId());
    for (const bool byId : {false, true}) {
        app.setBearer(m_client->tokens(gwen, u"account"_s)[u"access_token"_s].toString());
        QString own;
        for (const QJsonValue &session : app.get(sessions).items()) {
            if (session[u"current"_s].toBool())
                own = session[u"session_id"_s].toString();
        }
        EXPECT_STATUS(byId ? app.del(sessions + u'/' + own) : app.get(u"/accounts/logout"_s), 204);
        QCOMPARE(app.get(sessions).status, 401);
    }
    browser.open(m_client->app().target());
    QVERIFY(!browser.has(u"sign_in"_s)); // the browser is still signed in
    EXPECT_STATUS(other.token(other.exchange(others)), 200);
}

void TestConsents::signingOutRedirectsToRegisteredAddressesOnly_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("redirect");
    QTest::addColumn<QByteArray>("location"); // empty: 204
    const QString own = m_client->id();
    const QString there = Authorizing::redirectUri();
    QTest::newRow("registered") << own << there << there.toLatin1();
    QTest::newRow("of the token's app") << QString() << there << there.toLatin1();
    QTest::newRow("nowhere") << own << QString() << ""_ba;
    QTest::newRow("elsewhere") << own << u"https://evil.example/cb"_s << ""_ba;
    QTest::newRow("of another app") << portalAppId << there << ""_ba;
    QTest::newRow("of no app") << u"app_x"_s << there << ""_ba;
}

void TestConsents::signingOutRedirectsToRegisteredAddressesOnly()
{
    QFETCH(const QString, client);
    QFETCH(const QString, redirect);
    QFETCH(const QByteArray, location);
    const TestAccount &eve = account(u"eve"_s);
    const QJsonObject tokens = m_client->tokens(eve);
    HttpClient user = m_server->anybody();
    user.setBearer(tokens[u"access_token"_s].toString());
    Fields query{{u"client_id"_s, client}, {u"redirect_uri"_s, redirect}};
    query.removeIf([](const auto &field) { return field.value().isEmpty(); });
    const Answer answer = user.get(u"/accounts/logout?"_s + FormBrowser::encoded(query));
    EXPECT_STATUS(answer, location.isEmpty() ? 204 : 302);
    QCOMPARE(answer.header("Location"), location);
    QCOMPARE(m_client->use(eve, tokens), 401); // whatever the target is
}

QTEST_GUILESS_MAIN(TestConsents)
#include "tst_consents.moc"
