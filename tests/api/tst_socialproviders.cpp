// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/socialproviders.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Signing in with Facebook and with WeChat, which each use their own variant of OAuth 2.
class TestSocialProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void facebookSignsInByCode();
    void facebookSignsInByToken();
    void anAddressFromFacebookIsUnverified();
    void facebookRefusalsAreReported_data();
    void facebookRefusalsAreReported();
    void aFacebookCodeNeedsItsVerifier();
    void wechatSignsInByCode();
    void namesThatDeceiveAreLeftOut();
    void aWechatUserKeepsTheAccountAfterBinding();
    void wechatRefusalsAreReported_data();
    void wechatRefusalsAreReported();
    void aWrongSecretIsAServerError();

private:
    Answer facebook(const QJsonObject &proof) const { return signIn(u"facebook"_s, proof); }
    Answer wechat(const QString &code) const { return signIn(u"wechat"_s, {{u"code"_s, code}}); }
    Answer signIn(const QString &provider, const QJsonObject &proof) const;
    QJsonObject account(const Answer &tokens) const;

    std::unique_ptr<SocialProviders> m_providers;
    std::unique_ptr<TestServer> m_server;
};

namespace {
const QString back = u"http://127.0.0.1:9/back"_s;
}

void TestSocialProviders::initTestCase()
{
    m_providers = std::make_unique<SocialProviders>();
    const ProviderList list({m_providers->facebook(), m_providers->wechat()});
    m_server = std::make_unique<TestServer>(list.arguments());
}

Answer TestSocialProviders::signIn(const QString &provider, const QJsonObject &proof) const
{
    QJsonObject body = proof;
    body.insert(u"provider"_s, provider);
    return m_server->portal().put(u"/accounts/login/others"_s, body);
}

QJsonObject TestSocialProviders::account(const Answer &tokens) const
{
    HttpClient client = m_server->anybody();
    client.setBearer(tokens.json[u"access_token"_s].toString());
    return client.get(u"/accounts/"_s + tokens.json[u"account_id"_s].toString()).json;
}

void TestSocialProviders::facebookSignsInByCode()
{
    const QJsonObject person{{u"id"_s, u"100001"_s}, {u"name"_s, u"Fay Book"_s}, {u"redirect_uri"_s, back}};
    const Answer tokens = facebook({{u"code"_s, m_providers->code(person)}, {u"redirect_uri"_s, back}});
    EXPECT_STATUS(tokens, 200);
    QCOMPARE(account(tokens)[u"name"_s].toString(), u"Fay Book"_s);
    QCOMPARE(account(tokens)[u"email"_s].toString(), QString());
    EXPECT_INVALID(facebook({{u"code"_s, u"c"_s}}), "/redirect_uri required");
}

void TestSocialProviders::facebookSignsInByToken()
{
    const QJsonObject person{{u"id"_s, u"100002"_s}, {u"name"_s, u"Tok En"_s}};
    const Answer first = facebook({{u"access_token"_s, m_providers->token(person)}});
    const Answer second = facebook({{u"access_token"_s, m_providers->token(person)}});
    EXPECT_STATUS(first, 200);
    EXPECT_STATUS(second, 200);
    QCOMPARE(second.json[u"user_id"_s], first.json[u"user_id"_s]);
}

void TestSocialProviders::anAddressFromFacebookIsUnverified()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    const QJsonObject person{{u"id"_s, u"100003"_s}, {u"name"_s, u"Not Ada"_s}, {u"email"_s, ada.email()}};
    const Answer tokens = facebook({{u"access_token"_s, m_providers->token(person)}});
    EXPECT_STATUS(tokens, 200);
    QVERIFY(tokens.json[u"account_id"_s].toString() != ada.accountId());
}

void TestSocialProviders::facebookRefusalsAreReported_data()
{
    QTest::addColumn<QJsonObject>("token");
    QTest::addColumn<QString>("detail");
    const QString id = u"100004"_s;
    QTest::newRow("another app's") << QJsonObject{{u"id"_s, id}, {u"app"_s, u"666"_s}} << u"another app"_s;
    QTest::newRow("expired") << QJsonObject{{u"id"_s, id}, {u"expired"_s, true}} << u"has expired"_s;
    QTest::newRow("a page's") << QJsonObject{{u"id"_s, id}, {u"page"_s, true}} << u"not belong to a user"_s;
    QTest::newRow("nobody's") << QJsonObject{} << u"is invalid"_s;
}

void TestSocialProviders::facebookRefusalsAreReported()
{
    QFETCH(const QJsonObject, token);
    QFETCH(const QString, detail);
    const Answer answer = facebook({{u"access_token"_s, token.isEmpty() ? u"made-up"_s : m_providers->token(token)}});
    EXPECT_PROBLEM(answer, 401, "identity_refused");
    QVERIFY2(answer.json[u"detail"_s].toString().contains(detail), answer.text().constData());
}

void TestSocialProviders::aFacebookCodeNeedsItsVerifier()
{
    const QString challenge =
        u"JUS6KzAmEFwO-jkgdc8yjwWmYIpW0hRmlmF1g9ZTmMs"_s; // of a verifier that the test does not know
    const QJsonObject person{{u"id"_s, u"100005"_s}, {u"redirect_uri"_s, back}, {u"challenge"_s, challenge}};
    const QString verifier(43, u'v');
    EXPECT_PROBLEM(
        facebook({{u"code"_s, m_providers->code(person)}, {u"redirect_uri"_s, back}, {u"code_verifier"_s, verifier}}),
        401, "identity_refused");
    EXPECT_PROBLEM(facebook({{u"code"_s, u"made-up"_s}, {u"redirect_uri"_s, back}}), 401, "identity_refused");
}

void TestSocialProviders::wechatSignsInByCode()
{
    const QJsonObject person{
        {u"openid"_s, u"o-1"_s}, {u"unionid"_s, u"u-1"_s}, {u"nickname"_s, u"\u5f20\u4f1f \U0001F431"_s}};
    const Answer tokens = wechat(m_providers->code(person));
    EXPECT_STATUS(tokens, 200);
    const QJsonObject made = account(tokens);
    QCOMPARE(made[u"name"_s].toString(), person[u"nickname"_s].toString());
    QCOMPARE(made[u"locale"_s].toString(), u"zh-CN"_s);
    QCOMPARE(made[u"email"_s].toString(), QString());
    const Answer again = wechat(m_providers->code(person));
    QCOMPARE(again.json[u"user_id"_s], tokens.json[u"user_id"_s]);
}

/// People choose their names at WeChat themselves.
void TestSocialProviders::namesThatDeceiveAreLeftOut()
{
    int number = 0;
    const auto nameOf = [&](const QString &nickname) {
        const QJsonObject person{{u"openid"_s, u"o-name-%1"_s.arg(++number)}, {u"nickname"_s, nickname}};
        return account(wechat(m_providers->code(person)))[u"name"_s].toString();
    };
    QCOMPARE(nameOf(u" Tu\u0308r "_s), u"T\u00fcr"_s);
    for (const QString &name : {u"\u202enimdA"_s, u"Ada\nAdmin"_s, u"\u3164"_s})
        QCOMPARE(nameOf(name), u"WeChat"_s);
}

/// Until an app is bound to the developer's other apps, WeChat identifies users by their ID in that app only.
void TestSocialProviders::aWechatUserKeepsTheAccountAfterBinding()
{
    QJsonObject person{{u"openid"_s, u"o-2"_s}, {u"nickname"_s, u"Li"_s}};
    const Answer before = wechat(m_providers->code(person));
    EXPECT_STATUS(before, 200);
    person.insert(u"unionid"_s, u"u-2"_s);
    const Answer bound = wechat(m_providers->code(person));
    EXPECT_STATUS(bound, 200);
    QCOMPARE(bound.json[u"user_id"_s], before.json[u"user_id"_s]);
    person.insert(u"openid"_s, u"o-2-of-the-phone-app"_s);
    QCOMPARE(wechat(m_providers->code(person)).json[u"user_id"_s], before.json[u"user_id"_s]);
}

void TestSocialProviders::wechatRefusalsAreReported_data()
{
    QTest::addColumn<QString>("codeSent");
    QTest::addColumn<int>("status");
    QTest::newRow("made up") << u"made-up"_s << 401;
    QTest::newRow("used") << u"used"_s << 401;
    QTest::newRow("user info of somebody else")
        << m_providers->code({{u"openid"_s, u"o-3"_s}, {u"answersFor"_s, u"o-1"_s}}) << 502;
    QTest::newRow("nobody's") << m_providers->code({{u"nickname"_s, u"nobody"_s}}) << 502;
}

void TestSocialProviders::wechatRefusalsAreReported()
{
    QFETCH(const QString, codeSent);
    QFETCH(const int, status);
    const Answer answer = wechat(codeSent);
    EXPECT_STATUS(answer, status);
    QCOMPARE(answer.code(), status == 401 ? u"identity_refused"_s : u"provider_failed"_s);
    // A WeChat access token does not tell which app it was issued for, so the server accepts none.
    EXPECT_INVALID(signIn(u"wechat"_s, {{u"access_token"_s, u"t"_s}}), "/access_token not_allowed");
}

void TestSocialProviders::aWrongSecretIsAServerError()
{
    const QString wrong = u"not-the-secret"_s;
    const ProviderList list({m_providers->facebook(wrong), m_providers->wechat(wrong)});
    TestServer server(list.arguments());
    const QList<QJsonObject> proofs{
        {{u"provider"_s, u"facebook"_s}, {u"code"_s, u"c"_s}, {u"redirect_uri"_s, back}},
        {{u"provider"_s, u"wechat"_s}, {u"code"_s, u"c"_s}},
    };
    for (const QJsonObject &proof : proofs)
        EXPECT_PROBLEM(server.portal().put(u"/accounts/login/others"_s, proof), 502, "provider_failed");
    QVERIFY(server.process().waitForError("errcode 40125"));
    QVERIFY(!server.process().errors().contains("not-the-secret"));
}

QTEST_GUILESS_MAIN(TestSocialProviders)
#include "tst_socialproviders.moc"
