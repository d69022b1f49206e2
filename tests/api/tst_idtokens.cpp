// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/forger.h"
#include "tests/support/expect.h"
#include "tests/support/testserver.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

/// ID tokens with one defect each. None signs a user in, and each is refused with its own reason.
class TestIdTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tokens_data();
    void tokens();
    void malformedTokensAreNamed();
    void aNewKeyIsFetchedOnce();

private:
    Answer signIn(const QJsonObject &proof) const;

    std::unique_ptr<Forger> m_forger;
    std::unique_ptr<TestServer> m_server;
};

void TestIdTokens::initTestCase()
{
    m_forger = std::make_unique<Forger>();
    const ProviderList list({m_forger->configuration(u"house"_s)});
    m_server = std::make_unique<TestServer>(list.arguments());
}

Answer TestIdTokens::signIn(const QJsonObject &proof) const
{
    QJsonObject body = proof;
    body.insert(u"provider"_s, u"house"_s);
    return m_server->portal().put(u"/accounts/login/others"_s, body);
}

void TestIdTokens::tokens_data()
{
    QTest::addColumn<QJsonObject>("order");
    QTest::addColumn<QString>("nonce");
    QTest::addColumn<QString>("detail"); // empty: accepted
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QString none = {};
    const auto row = [](const char *name, const QJsonObject &order, const QString &detail, const QString &nonce = {}) {
        QTest::newRow(name) << order << nonce << detail;
    };
    const auto with = [this](const QJsonObject &more) { return QJsonObject{{u"claims"_s, m_forger->claims(more)}}; };
    const auto made = [this](const QString &how) {
        return QJsonObject{{u"claims"_s, m_forger->claims()}, {u"how"_s, how}};
    };
    const auto headed = [this](const QJsonObject &header) {
        return QJsonObject{{u"claims"_s, m_forger->claims()}, {u"header"_s, header}};
    };
    row("right", with({}), none);
    row("right, for several", with({{u"aud"_s, QJsonArray{u"other"_s, u"waymark"_s}}, {u"azp"_s, u"waymark"_s}}), none);
    row("right, asked for by our phone app", with({{u"azp"_s, u"phone"_s}}), none);
    row("right, with its nonce", with({{u"nonce"_s, u"n"_s}}), none, u"n"_s);
    row("a clock that is a little late", with({{u"iat"_s, now + 30}, {u"nbf"_s, now + 30}}), none);
    row("just expired, within the leeway", with({{u"exp"_s, now - 5}}), none);
    row("wrong issuer", with({{u"iss"_s, u"https://accounts.google.com"_s}}), u"another issuer"_s);
    row("issuer with a slash", with({{u"iss"_s, m_forger->origin() + u"/house/"_s}}), u"another issuer"_s);
    row("no issuer", with({{u"iss"_s, QJsonValue::Null}}), u"another issuer"_s);
    row("wrong audience", with({{u"aud"_s, u"other"_s}}), u"another client."_s);
    row("no audience", with({{u"aud"_s, QJsonValue::Null}}), u"another client."_s);
    row("for several, and by nobody", with({{u"aud"_s, QJsonArray{u"other"_s, u"waymark"_s}}}), u"(azp)"_s);
    row("asked for by another", with({{u"azp"_s, u"other"_s}}), u"(azp)"_s);
    row("wrong nonce", with({{u"nonce"_s, u"n"_s}}), u"(nonce)"_s, u"m"_s);
    row("no nonce", with({}), u"(nonce)"_s, u"n"_s);
    row("expired", with({{u"exp"_s, now - 61}}), u"expired"_s);
    row("issued in the future", with({{u"iat"_s, now + 300}}), u"not valid yet"_s);
    row("not yet valid", with({{u"nbf"_s, now + 300}}), u"not valid yet"_s);
    row("good for ever", with({{u"exp"_s, 1e300}}), none);
    row("from a time that never comes", with({{u"iat"_s, 1e300}}), u"not valid yet"_s);
    row("without an end", with({{u"exp"_s, QJsonValue::Null}}), u"lacks its time"_s);
    row("with an end in words", with({{u"exp"_s, u"tomorrow"_s}}), u"lacks its time"_s);
    row("about nobody", with({{u"sub"_s, QJsonValue::Null}}), u"not identify a person"_s);
    row("about something endless", with({{u"sub"_s, QString(256, u'x')}}), u"not identify a person"_s);
    row("about what no database keeps", with({{u"sub"_s, u"a\u0000b"_s}}), u"not identify a person"_s);
    row("about a number", with({{u"sub"_s, 7}}), u"not identify a person"_s);
    row("signed with another key", made(u"stranger"_s), u"signature"_s);
    row("signed with a key that it brings", made(u"embedded"_s), u"signature"_s);
    row("changed afterwards", made(u"changed"_s), u"signature"_s);
    row("signature cut off", made(u"unsigned"_s), u"signature"_s);
    row("alg none", made(u"none"_s), u"signature algorithm"_s);
    row("HS256 with the public key", made(u"hmac"_s), u"signature algorithm"_s);
    row("HS256 with our secret", made(u"secret"_s), u"signature algorithm"_s);
    row("unknown kid", headed({{u"kid"_s, u"no-such-key"_s}}), u"not publish"_s);
    row("kid of no text", headed({{u"kid"_s, u""_s}}), none); // an empty ID means any key
    QJsonObject critical = made(u"unsigned"_s);
    critical.insert(u"header"_s, QJsonObject{{u"crit"_s, QJsonArray{u"b64"_s}}, {u"b64"_s, true}});
    row("something critical", critical, u"(crit)"_s);
}

void TestIdTokens::tokens()
{
    QFETCH(const QJsonObject, order);
    QFETCH(const QString, nonce);
    QFETCH(const QString, detail);
    const QString token = m_forger->mint(order);
    QVERIFY(!token.isEmpty());
    QJsonObject proof{{u"id_token"_s, token}};
    if (!nonce.isEmpty())
        proof.insert(u"nonce"_s, nonce);
    const Answer answer = signIn(proof);
    if (detail.isEmpty()) {
        EXPECT_STATUS(answer, 200);
        return;
    }
    EXPECT_PROBLEM(answer, 401, "identity_refused");
    QVERIFY2(answer.json[u"detail"_s].toString().contains(detail), answer.text().constData());
    QVERIFY(!answer.body.contains(token.left(40).toLatin1()));
}

void TestIdTokens::malformedTokensAreNamed()
{
    for (const QString &text :
         {u"x"_s, u"a.b"_s, u"a.b.c"_s, u"a.b.c.d"_s, u"e30.e30."_s, u"!.!.!"_s, u"W10.e30.x"_s}) {
        const Answer answer = signIn({{u"id_token"_s, text}});
        EXPECT_PROBLEM(answer, 401, "identity_refused");
    }
    QCOMPARE(signIn({{u"id_token"_s, u"x"_s}}).json[u"detail"_s].toString(), u"The ID token is malformed."_s);
}

/// Uses its own server and provider, because the limit on repeated requests and the new key would affect other tests.
void TestIdTokens::aNewKeyIsFetchedOnce()
{
    const Forger forger;
    const ProviderList list({forger.configuration(u"house"_s)});
    const TestServer server(list.arguments());
    const auto signInWith = [&](const QString &token) {
        return server.portal().put(u"/accounts/login/others"_s, {{u"provider"_s, u"house"_s}, {u"id_token"_s, token}});
    };
    const QString keys = u"/house/jwks"_s;
    const QJsonObject unknown{{u"claims"_s, forger.claims()}, {u"header"_s, QJsonObject{{u"kid"_s, u"made-up"_s}}}};
    int minted = 0;
    const auto fresh = [&] { // a token can be used once
        QJsonObject claims = forger.claims();
        claims.insert(u"jti"_s, QString::number(++minted));
        return forger.mint({{u"claims"_s, claims}});
    };
    const int before = forger.requests(keys);
    EXPECT_STATUS(signInWith(fresh()), 200);
    EXPECT_STATUS(signInWith(fresh()), 200);
    QCOMPARE(forger.requests(keys), before + 1);
    forger.post(u"/rotate"_s, {});
    EXPECT_STATUS(signInWith(fresh()), 200);
    QCOMPARE(forger.requests(keys), before + 2);
    for (int i = 0; i < 3; ++i)
        EXPECT_PROBLEM(signInWith(forger.mint(unknown)), 401, "identity_refused");
    QCOMPARE(forger.requests(keys), before + 2);
}

QTEST_GUILESS_MAIN(TestIdTokens)
#include "tst_idtokens.moc"
