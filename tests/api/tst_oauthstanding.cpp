// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/tokenclient.h"
#include "tests/support/expect.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {
using Fields = TokenClient::Fields;

/// The parts of a compact JWS (RFC 7515): 0 its header, 1 its claims.
QJsonObject part(const QString &token, int index)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(token.split(u'.').value(index).toLatin1(), QByteArray::Base64UrlEncoding))
        .object();
}
}

/// What tokens stand for, who is told, and how they end; what the server tells of itself and of people.
class TestOAuthStanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theServerDescribesItself_data();
    void theServerDescribesItself();
    void anIdTokenTellsWhoSignedIn();
    void keysFollowOneAnother();
    void userInfoTellsAsMuchAsTheScopes();
    void userInfoIsRefused();
    void anAccessTokenIsRevokedAtOnce();
    void aRefreshTokenTakesItsSessionAlong();
    void onlyOwnTokensAreRevoked();
    void appsAskAboutTheirOwnTokens();
    void managementAsksAboutAny();
    void whatHasEndedIsNotActive();
    void usersSeeWhatAppsMayDo();
    void aConsentIsTakenBack();
    void signingOutLeadsToRegisteredAddressesOnly_data();
    void signingOutLeadsToRegisteredAddressesOnly();
    void allOfItOutlivesARestart();

private:
    const TestAccount &account(const QString &name) { return m_server->account(name); }
    Answer root(const QString &path) const { return m_server->anybody().get(m_client->app().issuer() + path); }
    Answer userInfo(const QJsonObject &tokens, const QByteArray &method = "GET") const;
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

Answer TestOAuthStanding::userInfo(const QJsonObject &tokens, const QByteArray &method) const
{
    HttpClient user = m_server->anybody();
    user.setBearer(tokens[u"access_token"_s].toString());
    return user.send(method, m_client->app().issuer() + u"/oauth/userinfo"_s);
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

void TestOAuthStanding::theServerDescribesItself_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("OAuth") << u"/.well-known/oauth-authorization-server"_s;
    QTest::newRow("OpenID Connect") << u"/.well-known/openid-configuration"_s;
}

void TestOAuthStanding::theServerDescribesItself()
{
    QFETCH(const QString, path);
    const QString issuer = m_client->app().issuer();
    const Answer answer = root(path);
    EXPECT_STATUS(answer, 200);
    QCOMPARE(answer.header("Content-Type"), "application/json");
    const QJsonObject &server = answer.json;
    QCOMPARE(server[u"issuer"_s].toString(), issuer);
    QCOMPARE(server[u"code_challenge_methods_supported"_s].toArray(), QJsonArray{u"S256"_s});
    QCOMPARE(server[u"id_token_signing_alg_values_supported"_s].toArray(), QJsonArray{u"ES256"_s});
    QCOMPARE(server[u"response_types_supported"_s].toArray(), QJsonArray{u"code"_s});
    QVERIFY(server[u"authorization_response_iss_parameter_supported"_s].toBool());
    for (const char *scope : {"openid", "profile", "email", "phone", "offline_access", "account", "marks"})
        QVERIFY2(server[u"scopes_supported"_s].toArray().contains(QString::fromLatin1(scope)), scope);
    // Each address is there: what has no answer for GET says which method it has.
    for (const QString &key : server.keys().filter(QRegularExpression(u"_endpoint$|^jwks_uri$"_s))) {
        const Answer there = m_server->anybody().get(server[key].toString());
        QVERIFY2(there.status != 404 && there.status != 501, qPrintable(key));
    }
}

void TestOAuthStanding::anIdTokenTellsWhoSignedIn()
{
    const TestAccount &ada = account(u"ada"_s);
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const QString code = m_client->code(ada, {{u"scope"_s, u"openid account:read"_s}, {u"nonce"_s, u"n-0S6_WzA2Mj"_s}});
    const Answer answer = m_client->token(m_client->exchange(code));
    EXPECT_STATUS(answer, 200);
    const QString token = answer.json[u"id_token"_s].toString();
    const QJsonObject claims = part(token, 1);
    QCOMPARE(part(token, 0)[u"alg"_s].toString(), u"ES256"_s);
    QCOMPARE(claims[u"iss"_s].toString(), m_client->app().issuer());
    QCOMPARE(claims[u"sub"_s].toString(), ada.userId());
    QCOMPARE(claims[u"aud"_s].toString(), m_client->id());
    QCOMPARE(claims[u"nonce"_s].toString(), u"n-0S6_WzA2Mj"_s);
    const qint64 issued = claims[u"iat"_s].toInteger();
    QVERIFY(issued >= before && issued <= QDateTime::currentSecsSinceEpoch());
    QCOMPARE(claims[u"exp"_s].toInteger() - issued, 3600);
    QVERIFY(claims[u"auth_time"_s].toInteger() >= before && claims[u"auth_time"_s].toInteger() <= issued);
    const QByteArray hash =
        QCryptographicHash::hash(answer.json[u"access_token"_s].toString().toLatin1(), QCryptographicHash::Sha256);
    QCOMPARE(claims[u"at_hash"_s].toString().toLatin1(),
             hash.first(16).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// The old key is published for as long as what it signed is good; a running server signs with the new one at once.
void TestOAuthStanding::keysFollowOneAnother()
{
    const auto kid = [this] {
        return part(m_client->tokens(account(u"ada"_s), u"openid"_s)[u"id_token"_s].toString(), 0)[u"kid"_s].toString();
    };
    const auto published = [this] {
        QSet<QString> kids;
        for (const QJsonArray keys = root(u"/oauth/jwks"_s).json[u"keys"_s].toArray(); const auto &key : keys) {
            if (!key[u"d"_s].isUndefined() || key[u"use"_s] != u"sig"_s || key[u"alg"_s] != u"ES256"_s)
                throw std::runtime_error("not a public key for signatures");
            kids += key[u"kid"_s].toString();
        }
        return kids;
    };
    const QString first = kid();
    QCOMPARE(published(), QSet{first});
    const auto rotated = m_server->command({u"rotate-signing-key"_s});
    QVERIFY2(rotated.exitCode == 0, rotated.errors.constData());
    const QString second = kid();
    QVERIFY(second != first);
    QCOMPARE(published(), (QSet{first, second}));
    QVERIFY(!m_server->sql(u"SELECT sealed_key FROM signing_key"_s).contains("\"d\""));
    // Long after.
    m_server->sql(u"UPDATE signing_key SET retired_at = 1 WHERE retired_at IS NOT NULL"_s);
    QCOMPARE(published(), QSet{second});
}

void TestOAuthStanding::userInfoTellsAsMuchAsTheScopes()
{
    const TestAccount &ada = account(u"ada"_s);
    EXPECT_STATUS(ada.put(u"/accounts/"_s + ada.accountId(), {{u"phone"_s, u"+31201234567"_s}}), 200);
    const Answer bare = userInfo(m_client->tokens(ada, u"openid"_s));
    EXPECT_STATUS(bare, 200);
    QCOMPARE(bare.json, (QJsonObject{{u"sub"_s, ada.userId()}}));
    QCOMPARE(bare.header("Cache-Control"), "no-store");

    const QJsonObject whole = userInfo(m_client->tokens(ada, u"openid profile email phone"_s), "POST").json;
    QCOMPARE(whole[u"sub"_s].toString(), ada.userId());
    QCOMPARE(whole[u"name"_s].toString(), u"ada"_s);
    QCOMPARE(whole[u"email"_s].toString(), ada.email());
    QCOMPARE(whole[u"email_verified"_s].toBool(), true);
    QCOMPARE(whole[u"phone_number"_s].toString(), u"+31201234567"_s);
    QCOMPARE(whole[u"phone_number_verified"_s].toBool(), false); // nobody has called it
}

void TestOAuthStanding::userInfoIsRefused()
{
    EXPECT_STATUS(root(u"/oauth/userinfo"_s), 401);
    QVERIFY(root(u"/oauth/userinfo"_s).header("WWW-Authenticate").startsWith("Bearer "));
    const Answer unknown = userInfo({{u"access_token"_s, u"wma_unknown"_s}});
    EXPECT_STATUS(unknown, 401);
    QVERIFY(unknown.header("WWW-Authenticate").contains("error=\"invalid_token\""));
    const Answer narrow = userInfo(m_client->tokens(account(u"ada"_s)));
    EXPECT_STATUS(narrow, 403);
    QVERIFY(narrow.header("WWW-Authenticate").contains("error=\"insufficient_scope\""));
    // What the portal has from the start does not include it.
    EXPECT_STATUS(userInfo({{u"access_token"_s, account(u"ada"_s).accessToken()}}), 403);
}

void TestOAuthStanding::anAccessTokenIsRevokedAtOnce()
{
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject tokens = m_client->tokens(ada);
    const Fields form{{u"token"_s, tokens[u"access_token"_s].toString()}, {u"client_id"_s, m_client->id()}};
    EXPECT_STATUS(m_client->post(u"revoke"_s, form), 200);
    QCOMPARE(m_client->use(ada, tokens), 401);
    EXPECT_STATUS(m_client->post(u"revoke"_s, form), 200); // again
    EXPECT_STATUS(refresh(tokens), 200); // the session goes on (RFC 7009, 2.1)
}

void TestOAuthStanding::aRefreshTokenTakesItsSessionAlong()
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
    EXPECT_STATUS(open, 401); // not without the key (RFC 7662, 2.1)
    QCOMPARE(open.json[u"error"_s].toString(), u"invalid_client"_s);
}

void TestOAuthStanding::managementAsksAboutAny()
{
    const TokenClient manager(*m_server, u"Management"_s);
    m_server->sql(u"UPDATE app SET scopes = '[\"manage\"]' WHERE app_id = '%1'"_s.arg(manager.id()));
    const QJsonObject tokens = m_client->tokens(account(u"ada"_s));
    const QString access = tokens[u"access_token"_s].toString();
    QVERIFY(introspected(manager, access)[u"active"_s].toBool());
    // A token of an app that may not be used is good for nothing.
    m_server->sql(u"UPDATE app SET status = 'inactive' WHERE app_id = '%1'"_s.arg(m_client->id()));
    const QJsonObject closed = introspected(manager, access);
    m_server->sql(u"UPDATE app SET status = 'active' WHERE app_id = '%1'"_s.arg(m_client->id()));
    QCOMPARE(closed, (QJsonObject{{u"active"_s, false}}));
}

void TestOAuthStanding::whatHasEndedIsNotActive()
{
    const TestAccount &bea = account(u"bea"_s);
    const QJsonObject first = m_client->tokens(bea);
    const QJsonObject second = refresh(first).json;
    QVERIFY(!isActive(first[u"refresh_token"_s].toString())); // spent
    QVERIFY(isActive(second[u"access_token"_s].toString()));
    m_server->sql(u"UPDATE account SET status = 'inactive' WHERE account_id = '%1'"_s.arg(bea.accountId()));
    QVERIFY(!isActive(second[u"access_token"_s].toString()));
    m_server->sql(u"UPDATE account SET status = 'active' WHERE account_id = '%1'"_s.arg(bea.accountId()));
    m_server->sql(u"UPDATE access_token SET expires_at = 1 WHERE session_id IN "
                  "(SELECT session_id FROM session WHERE user_id = '%1')"_s.arg(bea.userId()));
    QVERIFY(!isActive(second[u"access_token"_s].toString()));
    QVERIFY(isActive(second[u"refresh_token"_s].toString()));
}

void TestOAuthStanding::usersSeeWhatAppsMayDo()
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

void TestOAuthStanding::aConsentIsTakenBack()
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
    EXPECT_STATUS(m_client->token(m_client->exchange(code)), 400); // given out before, and not yet used
    QCOMPARE(other.use(dan, others), 200);
    EXPECT_STATUS(dan.get(u"/accounts/"_s + dan.accountId()), 200); // the portal goes on
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

void TestOAuthStanding::signingOutLeadsToRegisteredAddressesOnly_data()
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

void TestOAuthStanding::signingOutLeadsToRegisteredAddressesOnly()
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
    QCOMPARE(m_client->use(eve, tokens), 401); // wherever it leads
}

void TestOAuthStanding::allOfItOutlivesARestart()
{
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject tokens = m_client->tokens(ada, u"openid account:read"_s);
    const QString code = m_client->code(ada);
    const QJsonObject keys = root(u"/oauth/jwks"_s).json;
    m_server->kill9();
    m_server->start();
    QCOMPARE(root(u"/oauth/jwks"_s).json, keys);
    QCOMPARE(m_client->use(ada, tokens), 200);
    EXPECT_STATUS(refresh(tokens), 200);
    EXPECT_STATUS(m_client->token(m_client->exchange(code)), 200);
}

QTEST_GUILESS_MAIN(TestOAuthStanding)
#include "tst_oauthstanding.moc"
