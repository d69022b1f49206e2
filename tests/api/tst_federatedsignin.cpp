// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/certifiedprovider.h"
#include "tests/api/socialproviders.h"
#include "tests/support/expect.h"
#include "tests/support/nodescript.h"
#include "tests/support/plainbrowser.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

/// Signing in through the server's page at an external provider, as a browser does it.
class TestFederatedSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePageHasAButtonForEachProvider();
    void theReturningUserIsSignedIn();
    void facebookAndWechatWorkToo();
    void twoTabsDoNotDisturbEachOther();
    void aCancelledSignInIsReported_data();
    void aCancelledSignInIsReported();
    void invalidResponsesShowANotice_data();
    void invalidResponsesShowANotice();
    void theResponseOfAnotherBrowserIsRefused();
    void aResponseIsAcceptedOnce();
    void theResponseOfAnotherProviderIsRefused();
    void anInactiveAccountIsReported();
    void unanswerableRequestsAreRefused();
    void overHttpsTheCookieIsSecure();
    void aUserSignsInWithChromium();

private:
    QUrl at(const QString &path, const QUrlQuery &query = {}) const;
    QUrlQuery request() const;
    /// Returns the address to which the provider sends the browser back, without opening it.
    QUrl answerOf(PlainBrowser &browser, const QString &provider, const QJsonObject &person) const;
    /// Returns the page at the end of a callback.
    static PlainBrowser::Page end(PlainBrowser &browser, const QUrl &callback) { return browser.follow(callback); }

    std::unique_ptr<CertifiedProvider> m_provider;
    std::unique_ptr<SocialProviders> m_social;
    std::unique_ptr<TestServer> m_server;
    QString m_app;
};

namespace {
QString viewer(TestServer &server)
{
    const QJsonObject fields{{u"redirect_uris"_s, QJsonArray{u"https://example.org/back"_s}}};
    return server.account(u"dev"_s).createApp(u"Viewer"_s, fields)[u"app_id"_s].toString();
}

QUrl changed(const QUrl &url, const QString &name, const QString &value)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(name);
    if (!value.isNull())
        query.addQueryItem(name, value);
    QUrl other = url;
    other.setQuery(query);
    return other;
}
}

void TestFederatedSignIn::initTestCase()
{
    m_provider = std::make_unique<CertifiedProvider>();
    m_social = std::make_unique<SocialProviders>();
    QJsonObject gone = m_provider->configuration(u"gone"_s, u"Gone"_s);
    gone.insert(u"issuer"_s, m_provider->origin() + u"/nobody"_s);
    const ProviderList list({m_provider->configuration(u"house"_s, u"House"_s),
                             m_provider->configuration(u"second"_s, u"Second"_s), gone, m_social->facebook(),
                             m_social->wechat()});
    m_server = std::make_unique<TestServer>(list.arguments());
    for (const QString &id : {u"house"_s, u"second"_s})
        m_provider->addRedirect(at(u"/oauth/federated/%1/callback"_s.arg(id)));
    m_app = viewer(*m_server);
}

QUrl TestFederatedSignIn::at(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_server->base();
    url.setPath(path);
    url.setQuery(query);
    return url;
}

QUrlQuery TestFederatedSignIn::request() const
{
    return {{u"response_type"_s, u"code"_s},
            {u"client_id"_s, m_app},
            {u"redirect_uri"_s, u"https://example.org/back"_s},
            {u"scope"_s, u"devices:read"_s},
            {u"state"_s, u"app-state"_s},
            {u"code_challenge"_s, u"JUS6KzAmEFwO-jkgdc8yjwWmYIpW0hRmlmF1g9ZTmMs"_s},
            {u"code_challenge_method"_s, u"S256"_s}};
}

QUrl TestFederatedSignIn::answerOf(PlainBrowser &browser, const QString &provider, const QJsonObject &person) const
{
    if (provider == u"facebook"_s || provider == u"wechat"_s)
        m_social->post(u"/test/next"_s, person);
    else
        m_provider->expect(person);
    const QUrl callback = at(u"/oauth/federated/%1/callback"_s.arg(provider));
    return browser.follow(at(u"/oauth/federated/"_s + provider, request()), callback.toString()).location;
}

void TestFederatedSignIn::thePageHasAButtonForEachProvider()
{
    PlainBrowser browser;
    const PlainBrowser::Page page = browser.open(at(u"/oauth/authorize"_s, request()));
    QCOMPARE(page.status, 200);
    for (const QByteArray provider : {"house", "second", "facebook", "wechat"})
        QVERIFY2(page.body.contains("href=\"/oauth/federated/" + provider + "?response_type=code&amp;client_id="),
                 page.body.constData());
}

void TestFederatedSignIn::theReturningUserIsSignedIn()
{
    PlainBrowser browser;
    const QUrl callback = answerOf(browser, u"house"_s,
                                   {{u"sub"_s, u"ida"_s},
                                    {u"email"_s, u"ida@example.org"_s},
                                    {u"email_verified"_s, true},
                                    {u"name"_s, u"Ida In"_s}});
    QVERIFY(QUrlQuery(callback).hasQueryItem(u"code"_s));
    QVERIFY(browser.hasCookie("waymark-sign-in-"));
    const PlainBrowser::Page consent = end(browser, callback);
    QCOMPARE(consent.status, 200);
    QCOMPARE(consent.url.path(), u"/oauth/authorize"_s);
    QVERIFY2(consent.body.contains("Ida In") && consent.body.contains("ida@example.org"), consent.body.constData());
    QVERIFY(consent.body.contains("value=\"consent\""));
    QVERIFY(!browser.hasCookie("waymark-sign-in-"));
    // The original request continues unchanged.
    const QUrlQuery goesOn(consent.url);
    for (const auto &[name, value] : request().queryItems())
        QCOMPARE(goesOn.queryItemValue(name), value);
    QCOMPARE(m_server->sql(u"SELECT role FROM account_user WHERE email = 'ida@example.org'"_s), "member\n");
    const QByteArray told = m_server->sql(u"SELECT detail FROM audit_entry WHERE action = 'sign_in' AND account_id = "
                                          "(SELECT account_id FROM account WHERE email = 'ida@example.org')"_s);
    QCOMPARE(told, "{\"browser\":true,\"provider\":\"house\"}\n");
    // The browser stays signed in.
    QVERIFY(browser.open(at(u"/oauth/authorize"_s, request())).body.contains("Ida In"));
    // A second factor is asked for all the same.
    m_server->sql(u"INSERT INTO second_factor (user_id, sealed_secret, last_step, created_at, confirmed_at) "
                  "SELECT user_id, '', 0, 1, 1 FROM account_user WHERE email = 'ida@example.org'"_s);
    const QUrl again = answerOf(browser, u"house"_s, {{u"sub"_s, u"ida"_s}});
    const QByteArray asked = end(browser, again).body;
    QVERIFY2(asked.contains("value=\"second_factor\"") && !asked.contains("value=\"consent\""), asked.constData());
}

void TestFederatedSignIn::facebookAndWechatWorkToo()
{
    PlainBrowser first;
    const PlainBrowser::Page facebook =
        end(first, answerOf(first, u"facebook"_s, {{u"id"_s, u"f-1"_s}, {u"name"_s, u"Fay Book"_s}}));
    QVERIFY2(facebook.body.contains("Fay Book"), facebook.body.constData());
    PlainBrowser second;
    const PlainBrowser::Page start = second.open(at(u"/oauth/federated/wechat"_s, request()));
    QCOMPARE(start.location.fragment(), u"wechat_redirect"_s);
    const PlainBrowser::Page wechat =
        end(second, answerOf(second, u"wechat"_s, {{u"openid"_s, u"o-9"_s}, {u"nickname"_s, u"Li Na"_s}}));
    QVERIFY2(wechat.body.contains("Li Na"), wechat.body.constData());
}

void TestFederatedSignIn::twoTabsDoNotDisturbEachOther()
{
    PlainBrowser browser;
    const QUrl first = answerOf(browser, u"house"_s, {{u"sub"_s, u"tabs"_s}, {u"name"_s, u"Tabea"_s}});
    const QUrl second = answerOf(browser, u"house"_s, {{u"sub"_s, u"tabs"_s}, {u"name"_s, u"Tabea"_s}});
    QVERIFY(end(browser, first).body.contains("Tabea"));
    QVERIFY(end(browser, second).body.contains("Tabea"));
}

void TestFederatedSignIn::aCancelledSignInIsReported_data()
{
    QTest::addColumn<QString>("error");
    QTest::newRow("house") << u"access_denied"_s;
    QTest::newRow("facebook") << u"access_denied"_s;
    QTest::newRow("wechat") << QString(); // WeChat sends the browser back without a parameter
}

void TestFederatedSignIn::aCancelledSignInIsReported()
{
    QFETCH(const QString, error);
    const QString provider = QString::fromLatin1(QTest::currentDataTag());
    PlainBrowser browser;
    const QUrl callback = answerOf(browser, provider, {{u"cancels"_s, true}});
    QCOMPARE(QUrlQuery(callback).queryItemValue(u"error"_s), error);
    QVERIFY(!QUrlQuery(callback).hasQueryItem(u"code"_s));
    const PlainBrowser::Page page = end(browser, callback);
    QCOMPARE(page.status, 200);
    QVERIFY2(page.body.contains("canceled the sign-in"), page.body.constData());
    QVERIFY(page.body.contains("href=\"/oauth/federated/house?")); // the link to try again
    QVERIFY(!browser.hasCookie("waymark-sign-in-"));
}

void TestFederatedSignIn::invalidResponsesShowANotice_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("value"); // null: left out
    QTest::addColumn<QByteArray>("notice");
    const QByteArray refused = "could not be confirmed";
    QTest::newRow("no code") << u"code"_s << QString() << refused;
    QTest::newRow("a made-up code") << u"code"_s << u"made-up"_s << refused;
    QTest::newRow("another issuer") << u"iss"_s << u"https://evil.example"_s << refused;
    QTest::newRow("no issuer") << u"iss"_s << QString() << refused;
    QTest::newRow("the provider's error") << u"error"_s << u"server_error"_s << refused;
    QTest::newRow("a planted error") << u"error"_s << u"<b>Call 0900"_s << refused;
}

void TestFederatedSignIn::invalidResponsesShowANotice()
{
    QFETCH(const QString, parameter);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, notice);
    PlainBrowser browser;
    const QUrl callback = answerOf(browser, u"house"_s, {{u"sub"_s, u"notices"_s}});
    const PlainBrowser::Page page = end(browser, changed(callback, parameter, value));
    QCOMPARE(page.status, 200);
    QVERIFY2(page.body.contains(notice) && !page.body.contains("0900"), page.body.constData());
    QVERIFY(page.body.contains("type=\"password\"")); // no user is signed in
    QVERIFY(!m_server->process().errors().contains("0900"));
}

/// A victim's browser that opens the attacker's response would be signed in as the attacker.
void TestFederatedSignIn::theResponseOfAnotherBrowserIsRefused()
{
    PlainBrowser attacker;
    PlainBrowser victim;
    const QUrl planted = answerOf(attacker, u"house"_s, {{u"sub"_s, u"attacker"_s}});
    victim.open(at(u"/oauth/authorize"_s, request()));
    for (const QUrl &answer : {planted, changed(planted, u"state"_s, {}), changed(planted, u"state"_s, u"made-up"_s)}) {
        const PlainBrowser::Page page = end(victim, answer);
        QCOMPARE(page.status, 403);
        QVERIFY(page.body.contains("form_out_of_date"));
    }
    QVERIFY(victim.open(at(u"/oauth/authorize"_s, request())).body.contains("type=\"password\""));
    // The victim's own state does not help either: the code belongs to another sign-in.
    const QUrl own = answerOf(victim, u"house"_s, {{u"sub"_s, u"victim"_s}});
    const QUrl mixed = changed(own, u"code"_s, QUrlQuery(planted).queryItemValue(u"code"_s));
    QVERIFY(end(victim, mixed).body.contains("could not be confirmed"));
}

void TestFederatedSignIn::aResponseIsAcceptedOnce()
{
    PlainBrowser browser;
    const QUrl callback = answerOf(browser, u"house"_s, {{u"sub"_s, u"once-only"_s}});
    QCOMPARE(end(browser, callback).status, 200);
    QCOMPARE(end(browser, callback).status, 403);
}

void TestFederatedSignIn::theResponseOfAnotherProviderIsRefused()
{
    PlainBrowser browser;
    QUrl callback = answerOf(browser, u"house"_s, {{u"sub"_s, u"mixed-up"_s}});
    callback.setPath(u"/oauth/federated/second/callback"_s);
    QCOMPARE(end(browser, callback).status, 403);
}

void TestFederatedSignIn::anInactiveAccountIsReported()
{
    const QJsonObject person{
        {u"sub"_s, u"closed"_s}, {u"email"_s, u"closed@example.org"_s}, {u"email_verified"_s, true}};
    PlainBrowser browser;
    QCOMPARE(end(browser, answerOf(browser, u"house"_s, person)).status, 200);
    m_server->sql(
        u"UPDATE account SET status = 'inactive', status_reason = 'closed' WHERE email = 'closed@example.org'"_s);
    PlainBrowser later;
    const PlainBrowser::Page page = end(later, answerOf(later, u"house"_s, person));
    QVERIFY2(page.body.contains("This account is not active"), page.body.constData());
}

void TestFederatedSignIn::unanswerableRequestsAreRefused()
{
    PlainBrowser browser;
    const PlainBrowser::Page nobody = browser.open(at(u"/oauth/federated/nobody"_s, request()));
    QCOMPARE(nobody.status, 404);
    QVERIFY(nobody.body.contains("<html"));
    const PlainBrowser::Page noApp = browser.open(at(u"/oauth/federated/house"_s));
    QCOMPARE(noApp.status, 400);
    QVERIFY(noApp.body.contains("<html"));
    QUrlQuery elsewhere = request();
    elsewhere.removeAllQueryItems(u"redirect_uri"_s);
    elsewhere.addQueryItem(u"redirect_uri"_s, u"https://evil.example/"_s);
    QCOMPARE(browser.open(at(u"/oauth/federated/house"_s, elsewhere)).status, 400);
    QUrlQuery endless = request();
    endless.removeAllQueryItems(u"state"_s);
    endless.addQueryItem(u"state"_s, QString(3000, u'x'));
    QCOMPARE(browser.open(at(u"/oauth/federated/house"_s, endless)).status, 400);
    const PlainBrowser::Page gone = browser.follow(at(u"/oauth/federated/gone"_s, request()));
    QCOMPARE(gone.status, 200);
    QVERIFY2(gone.body.contains("is not responding"), gone.body.constData());
}

void TestFederatedSignIn::overHttpsTheCookieIsSecure()
{
    const ProviderList list({m_provider->configuration(u"house"_s, u"House"_s)});
    TestServer server(list.arguments() + QStringList{u"--public-url"_s, u"https://cameras.example.org"_s});
    QUrl url = changed(at(u"/oauth/federated/house"_s, request()), u"client_id"_s, viewer(server));
    url.setPort(server.base().port());
    const Answer answer = server.anybody().get(url.toString(QUrl::FullyEncoded));
    EXPECT_STATUS(answer, 303);
    const QByteArray cookie = answer.header("Set-Cookie");
    QVERIFY2(cookie.startsWith("__Host-waymark-sign-in-") && cookie.contains("; Secure"), cookie.constData());
    QVERIFY(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"));
    QVERIFY(cookie.size() < 4096);
    const QUrlQuery sent(QUrl::fromEncoded(answer.header("Location")));
    QCOMPARE(sent.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded),
             u"https://cameras.example.org/oauth/federated/house/callback"_s);
    QCOMPARE(sent.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
    QVERIFY(!sent.queryItemValue(u"nonce"_s).isEmpty());
    QCOMPARE(answer.header("Referrer-Policy"), "no-referrer");
    QCOMPARE(answer.header("Cache-Control"), "no-store");
}

void TestFederatedSignIn::aUserSignsInWithChromium()
{
    const QJsonObject person{{u"sub"_s, u"chris"_s}, {u"name"_s, u"Chris Click"_s}};
    const QJsonObject seen =
        NodeScript::run(u"federatedbutton"_s,
                        {{u"authorize"_s, at(u"/oauth/authorize"_s, request()).toString(QUrl::FullyEncoded)},
                         {u"provider"_s, m_provider->origin()},
                         {u"person"_s, person},
                         {u"redirect"_s, u"https://example.org/back"_s}});
    QCOMPARE(seen[u"button"_s].toString(), u"Continue with House"_s);
    QVERIFY2(seen[u"notice"_s].toString().contains(u"canceled the sign-in"_s),
             qUtf8Printable(seen[u"notice"_s].toString()));
    QVERIFY(seen[u"consent"_s].toString().contains(u"Chris Click"_s));
    const QUrlQuery answer(QUrl(seen[u"url"_s].toString()));
    QVERIFY(!answer.queryItemValue(u"code"_s).isEmpty());
    QCOMPARE(answer.queryItemValue(u"state"_s), u"app-state"_s);
    QCOMPARE(seen[u"complaints"_s].toArray(), QJsonArray());
    for (const auto &cookie : seen[u"cookies"_s].toArray())
        QVERIFY(!cookie.toString().startsWith(u"waymark-sign-in-"_s));
}

QTEST_GUILESS_MAIN(TestFederatedSignIn)
#include "tst_federatedsignin.moc"
