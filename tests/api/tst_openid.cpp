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
/// Returns a part of a compact JWS (RFC 7515): 0 is the header, 1 the claims.
QJsonObject part(const QString &token, int index)
{
    return QJsonDocument::fromJson(
               QByteArray::fromBase64(token.split(u'.').value(index).toLatin1(), QByteArray::Base64UrlEncoding))
        .object();
}
}

/// What the server publishes about itself and its users: metadata, signing keys, ID tokens and user info.
class TestOpenid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theServerPublishesItsMetadata_data();
    void theServerPublishesItsMetadata();
    void anIdTokenIdentifiesTheUser();
    void signingKeysRotate();
    void userInfoDependsOnTheScopes();
    void userInfoIsRefused();
    void tokensAndKeysSurviveARestart();
    void aDeviceIsConnectedByItsCode();
    void aDeviceIsRefused();
    void anOpenGrantEndsWithTheSessions_data();
    void anOpenGrantEndsWithTheSessions();
    void anAppSignsTheBrowserOut();
    void aStrangePageAsksBeforeTheSignOut();

private:
    const TestAccount &account(const QString &name) { return m_server->account(name); }
    Answer root(const QString &path) const { return m_server->anybody().get(m_client->app().issuer() + path); }
    Answer userInfo(const QJsonObject &tokens, const QByteArray &method = "GET") const;
    Answer refresh(const QJsonObject &tokens) const;
    QJsonObject beginDevice(const QString &scope = u"account:read"_s) const
    {
        return m_client->post(u"device_authorization"_s, {{u"client_id"_s, m_client->id()}, {u"scope"_s, scope}}).json;
    }
    Answer poll(const QJsonObject &device) const
    {
        return m_client->token({{u"client_id"_s, m_client->id()},
                                {u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s},
                                {u"device_code"_s, device[u"device_code"_s].toString()}});
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TokenClient> m_client;
};

void TestOpenid::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_client = std::make_unique<TokenClient>(*m_server);
}

Answer TestOpenid::userInfo(const QJsonObject &tokens, const QByteArray &method) const
{
    HttpClient user = m_server->anybody();
    user.setBearer(tokens[u"access_token"_s].toString());
    return user.send(method, m_client->app().issuer() + u"/oauth/userinfo"_s);
}

Answer TestOpenid::refresh(const QJsonObject &tokens) const
{
    return m_client->token(m_client->refreshment(tokens[u"refresh_token"_s].toString()));
}

void TestOpenid::theServerPublishesItsMetadata_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("OAuth") << u"/.well-known/oauth-authorization-server"_s;
    QTest::newRow("OpenID Connect") << u"/.well-known/openid-configuration"_s;
}

void TestOpenid::theServerPublishesItsMetadata()
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
    // Each address exists: a path without GET answers 405.
    for (const QString &key : server.keys().filter(QRegularExpression(u"_endpoint$|^jwks_uri$"_s))) {
        const Answer there = m_server->anybody().get(server[key].toString());
        QVERIFY2(there.status != 404 && there.status != 501, qPrintable(key));
    }
}

void TestOpenid::anIdTokenIdentifiesTheUser()
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

/// The old key stays published for as long as its signatures are valid. A running server signs with the new key at
/// once.
void TestOpenid::signingKeysRotate()
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
    // Long afterwards.
    m_server->sql(u"UPDATE signing_key SET retired_at = 1 WHERE retired_at IS NOT NULL"_s);
    QCOMPARE(published(), QSet{second});
}

void TestOpenid::userInfoDependsOnTheScopes()
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
    QCOMPARE(whole[u"phone_number_verified"_s].toBool(), false); // numbers are not verified
}

void TestOpenid::userInfoIsRefused()
{
    EXPECT_STATUS(root(u"/oauth/userinfo"_s), 401);
    QVERIFY(root(u"/oauth/userinfo"_s).header("WWW-Authenticate").startsWith("Bearer "));
    const Answer unknown = userInfo({{u"access_token"_s, u"wma_unknown"_s}});
    EXPECT_STATUS(unknown, 401);
    QVERIFY(unknown.header("WWW-Authenticate").contains("error=\"invalid_token\""));
    const Answer narrow = userInfo(m_client->tokens(account(u"ada"_s)));
    EXPECT_STATUS(narrow, 403);
    QVERIFY(narrow.header("WWW-Authenticate").contains("error=\"insufficient_scope\""));
    // The scopes of the portal do not include it.
    EXPECT_STATUS(userInfo({{u"access_token"_s, account(u"ada"_s).accessToken()}}), 403);
}

void TestOpenid::tokensAndKeysSurviveARestart()
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

/// RFC 8628.
void TestOpenid::aDeviceIsConnectedByItsCode()
{
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject device = beginDevice(u"openid account:read"_s);
    const QString code = device[u"user_code"_s].toString();
    QCOMPARE(device[u"interval"_s].toInt(), 5);
    EXPECT_OAUTH_ERROR(poll(device), 400, u"authorization_pending"_s);
    EXPECT_OAUTH_ERROR(poll(device), 400, u"slow_down"_s);

    FormBrowser browser(*m_server);
    browser.open(device[u"verification_uri"_s].toString().mid(m_client->app().issuer().size()));
    browser.submit(u"user_code"_s, {{u"user_code"_s, u"BBBB-BBBB"_s}});
    QCOMPARE(browser.page().status, 403);
    browser.submit(u"user_code"_s, {{u"user_code"_s, code.toLower().remove(u'-')}});
    Authorizing::signIn(browser, ada);
    QVERIFY(browser.html().contains(code)); // the user compares it with that of the device
    QVERIFY(browser.html().contains(ada.email()));
    browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    QCOMPARE(browser.page().status, 200);

    const Answer answer = poll(device);
    EXPECT_STATUS(answer, 200);
    QCOMPARE(m_client->use(ada, answer.json), 200);
    QCOMPARE(part(answer.json[u"id_token"_s].toString(), 1)[u"sub"_s].toString(), ada.userId());
    EXPECT_OAUTH_ERROR(poll(device), 400, u"invalid_grant"_s);
    browser.open(device[u"verification_uri_complete"_s].toString().mid(m_client->app().issuer().size()));
    QVERIFY(browser.has(u"user_code"_s)); // it has been used
}

void TestOpenid::aDeviceIsRefused()
{
    const TestAccount &ada = account(u"ada"_s);
    const QJsonObject denied = beginDevice();
    FormBrowser browser(*m_server);
    browser.open(denied[u"verification_uri_complete"_s].toString().mid(m_client->app().issuer().size()));
    Authorizing::signIn(browser, ada);
    browser.submit(u"consent"_s, {{u"decision"_s, u"deny"_s}});
    EXPECT_OAUTH_ERROR(poll(denied), 400, u"access_denied"_s);

    const QJsonObject late = beginDevice();
    m_server->sql(u"UPDATE device_authorization SET expires_at = 1"_s);
    EXPECT_OAUTH_ERROR(poll(late), 400, u"expired_token"_s);
    EXPECT_OAUTH_ERROR(
        m_client->post(u"device_authorization"_s, {{u"client_id"_s, portalAppId}, {u"scope"_s, u"account"_s}}), 400,
        u"unauthorized_client"_s);
    EXPECT_OAUTH_ERROR(m_client->post(u"device_authorization"_s, {{u"client_id"_s, m_client->id()}}), 400,
                       u"invalid_scope"_s);
}

void TestOpenid::anOpenGrantEndsWithTheSessions_data()
{
    QTest::addColumn<QString>("ended");
    for (const char *ended : {"consent", "account", "sessions", "session", "browser", "app"})
        QTest::newRow(ended) << QString::fromLatin1(ended);
}

/// A code and an approved device are of no use after whatever ends the sessions, even if all is as before then.
void TestOpenid::anOpenGrantEndsWithTheSessions()
{
    QFETCH(const QString, ended);
    const TestAccount &owner = account(u"owner-"_s + ended);
    const auto approved = [&] {
        const QJsonObject device = beginDevice();
        FormBrowser browser(*m_server);
        browser.open(device[u"verification_uri_complete"_s].toString().mid(m_client->app().issuer().size()));
        Authorizing::signIn(browser, owner);
        browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
        return device;
    };
    const QJsonObject device = approved();
    const QString code = m_client->code(owner);
    const QString path = u"/accounts/"_s + owner.accountId();
    const HttpClient admin = m_server->staff(u"admin"_s);
    if (ended == u"consent"_s) {
        EXPECT_STATUS(owner.del(path + u"/consents/"_s + m_client->id()), 204);
        EXPECT_STATUS(poll(approved()), 200); // the consent is given again, for another device
    } else if (ended == u"sessions"_s) {
        EXPECT_STATUS(owner.del(path + u"/sessions"_s), 204);
    } else if (ended == u"session"_s) {
        HttpClient other = m_server->anybody();
        other.setBearer(m_client->tokens(owner)[u"access_token"_s].toString());
        EXPECT_STATUS(other.get(u"/accounts/logout"_s), 204);
    } else if (ended == u"browser"_s) {
        m_client->tokens(owner);
        const QJsonArray sessions = owner.get(path + u"/sessions"_s).items();
        EXPECT_STATUS(owner.del(path + u"/sessions/"_s + sessions[0][u"session_id"_s].toString()), 204);
    }
    for (const QString &status : {u"inactive"_s, u"active"_s}) {
        if (ended == u"account"_s)
            EXPECT_STATUS(
                admin.post(u"/accounts/status"_s,
                           {{u"account_id"_s, owner.accountId()}, {u"status"_s, status}, {u"reason"_s, u"x"_s}}),
                200);
        if (ended == u"app"_s)
            EXPECT_STATUS(admin.put(u"/apps/%1/status/%2"_s.arg(m_client->id(), status), {}), 200);
    }
    EXPECT_OAUTH_ERROR(poll(device), 400, u"invalid_grant"_s);
    EXPECT_OAUTH_ERROR(m_client->token(m_client->exchange(code)), 400, u"invalid_grant"_s);
}

/// OpenID Connect RP-Initiated Logout 1.0.
void TestOpenid::anAppSignsTheBrowserOut()
{
    const TestAccount &ada = account(u"ada"_s);
    FormBrowser browser = m_client->app().allowed(ada);
    const QString idToken = m_client->tokens(ada, u"openid"_s)[u"id_token"_s].toString();
    browser.open(u"/oauth/logout?"_s
                 + FormBrowser::encoded({{u"id_token_hint"_s, idToken},
                                         {u"post_logout_redirect_uri"_s, Authorizing::redirectUri()},
                                         {u"state"_s, u"a & b"_s}}));
    QVERIFY(browser.left().toString().startsWith(Authorizing::redirectUri()));
    QCOMPARE(browser.answer(u"state"_s), u"a & b"_s);
    browser.open(m_client->app().target());
    QVERIFY(browser.has(u"sign_in"_s));

    const QString foreign = FormBrowser::encoded(
        {{u"client_id"_s, m_client->id()}, {u"post_logout_redirect_uri"_s, u"https://elsewhere.example/"_s}});
    QCOMPARE(browser.open(u"/oauth/logout?"_s + foreign).status, 400);
    QCOMPARE(browser.open(u"/oauth/logout?id_token_hint="_s + idToken.chopped(4) + u"AAAA"_s).status, 400);
}

void TestOpenid::aStrangePageAsksBeforeTheSignOut()
{
    FormBrowser browser = m_client->app().allowed(account(u"ada"_s));
    browser.open(u"/oauth/logout"_s);
    QVERIFY(browser.has(u"logout"_s));
    browser.submit(u"logout"_s);
    QCOMPARE(browser.page().status, 200);
    browser.open(u"/oauth/logout"_s); // nobody is signed in
    QVERIFY(!browser.has(u"logout"_s));
}

QTEST_GUILESS_MAIN(TestOpenid)
#include "tst_openid.moc"
