// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authorizing.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// The server's own pages over plain HTTP, from an app's request to its code.
class TestAuthorizePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsInConsentsAndReturnsACode();
    void showsWhoRequestsWhat();
    void remembersTheConsent();
    void returnsAnErrorWhenTheUserDenies();
    void promptNoneNeverAsks();
    void asksForThePasswordAgain_data();
    void asksForThePasswordAgain();
    void aSignInIsFreshForAMinute();
    void theLoginHintSelectsTheUser();
    void switchesTheUser();
    void asksEachTimeWhereTheRedirectProvesNothing_data();
    void asksEachTimeWhereTheRedirectProvesNothing();
    void acceptsTheRequestAsAForm();
    void leavesOutScopesThatTheUserCannotGrant();
    void keepsTheQueryOfTheRedirectUri();
    void speaksChinese();

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Authorizing> m_app;
};

void TestAuthorizePages::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_app = std::make_unique<Authorizing>(*m_server);
}

void TestAuthorizePages::signsInConsentsAndReturnsACode()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    FormBrowser browser(*m_server);
    browser.open(m_app->target());
    EXPECT_STATUS(browser.page(), 200);
    QVERIFY(browser.has(u"sign_in"_s));

    Authorizing::signIn(browser, ada);
    EXPECT_STATUS(browser.page(), 200);
    QVERIFY(browser.has(u"consent"_s));

    browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    EXPECT_STATUS(browser.page(), 200);
    QCOMPARE(browser.left().adjusted(QUrl::RemoveQuery), QUrl(Authorizing::redirectUri()));
    QVERIFY(browser.answer(u"code"_s).startsWith(u"wmg_"_s));
    QCOMPARE(browser.answer(u"state"_s), u"the state"_s);
    QCOMPARE(browser.answer(u"iss"_s), m_app->issuer());
    QVERIFY(browser.answer(u"error"_s).isEmpty());
}

void TestAuthorizePages::showsWhoRequestsWhat()
{
    FormBrowser browser(*m_server);
    browser.open(m_app->target({{u"scope"_s, u"openid account:read marks"_s}}));
    QVERIFY(browser.html().contains(u"to continue to <bdi>Garden Watch</bdi>"_s));
    Authorizing::signIn(browser, m_server->account(u"bea"_s));
    const QString page = browser.html();
    for (const QString &text : {u"<bdi>Garden Watch</bdi> wants to use your Waymark account"_s,
                                u"Developed by <bdi>dora</bdi>"_s, u"<bdi>bea@example.org</bdi>"_s,
                                u"Know who you are"_s, u"View your account: name, contact, and billing details"_s,
                                u"View, change, and delete the marks of your cameras"_s, u"<bdi>app.example</bdi>"_s})
        QVERIFY2(page.contains(text), qPrintable(text + u" is not in "_s + page));
    QCOMPARE(page.count(u"<li"_s), 3);
}

void TestAuthorizePages::remembersTheConsent()
{
    const TestAccount &cleo = m_server->account(u"cleo"_s);
    FormBrowser browser = m_app->allowed(cleo);
    browser.open(m_app->target());
    EXPECT_STATUS(browser.page(), 302);
    QVERIFY(!browser.answer(u"code"_s).isEmpty());

    browser.open(m_app->target({{u"scope"_s, u"devices:read"_s}})); // fewer scopes
    QVERIFY(!browser.answer(u"code"_s).isEmpty());
    browser.open(m_app->target({{u"scope"_s, u"devices"_s}})); // more scopes
    QVERIFY(browser.has(u"consent"_s));
    browser.open(m_app->target({{u"prompt"_s, u"consent"_s}}));
    QVERIFY(browser.has(u"consent"_s));
    browser.open(Authorizing(*m_server, u"Another app"_s).target());
    QVERIFY(browser.has(u"consent"_s));

    // The consent also holds in another browser, after the sign-in.
    FormBrowser phone(*m_server);
    phone.open(m_app->target());
    Authorizing::signIn(phone, cleo);
    QVERIFY(!phone.answer(u"code"_s).isEmpty());
}

void TestAuthorizePages::returnsAnErrorWhenTheUserDenies()
{
    FormBrowser browser(*m_server);
    browser.open(m_app->target());
    browser.submit(u"cancel"_s);
    QCOMPARE(browser.answer(u"error"_s), u"access_denied"_s);

    browser.open(m_app->target());
    Authorizing::signIn(browser, m_server->account(u"dan"_s));
    browser.submit(u"consent"_s, {{u"decision"_s, u"deny"_s}});
    QCOMPARE(browser.answer(u"error"_s), u"access_denied"_s);
    QCOMPARE(browser.answer(u"state"_s), u"the state"_s);
    QCOMPARE(browser.answer(u"iss"_s), m_app->issuer());
    QVERIFY(browser.answer(u"code"_s).isEmpty());
    browser.open(m_app->target()); // and the user is asked again
    QVERIFY(browser.has(u"consent"_s));
    browser.submit(u"consent"_s); // Enter pressed, no button clicked
    QCOMPARE(browser.answer(u"error"_s), u"access_denied"_s);
}

void TestAuthorizePages::promptNoneNeverAsks()
{
    const QString silent = m_app->target({{u"prompt"_s, u"none"_s}});
    FormBrowser browser(*m_server);
    browser.open(silent);
    EXPECT_STATUS(browser.page(), 302);
    QCOMPARE(browser.answer(u"error"_s), u"login_required"_s);
    QCOMPARE(browser.answer(u"state"_s), u"the state"_s);

    const TestAccount &eve = m_server->account(u"eve"_s);
    browser.open(m_app->target());
    Authorizing::signIn(browser, eve);
    browser.open(silent);
    QCOMPARE(browser.answer(u"error"_s), u"consent_required"_s);

    browser = m_app->allowed(eve);
    browser.open(silent);
    QVERIFY(!browser.answer(u"code"_s).isEmpty());
    browser.open(m_app->target({{u"prompt"_s, u"none"_s}, {u"max_age"_s, u"0"_s}}));
    QCOMPARE(browser.answer(u"error"_s), u"login_required"_s);
    browser.open(m_app->target({{u"prompt"_s, u"none"_s}, {u"login_hint"_s, u"ada@example.org"_s}}));
    QCOMPARE(browser.answer(u"error"_s), u"login_required"_s);
}

void TestAuthorizePages::asksForThePasswordAgain_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("value");
    QTest::newRow("prompt=login") << u"prompt"_s << u"login"_s;
    QTest::newRow("prompt=select_account") << u"prompt"_s << u"select_account"_s;
    QTest::newRow("max_age") << u"max_age"_s << u"0"_s;
}

void TestAuthorizePages::asksForThePasswordAgain()
{
    QFETCH(const QString, parameter);
    QFETCH(const QString, value);
    const TestAccount &finn = m_server->account(u"finn"_s);
    FormBrowser browser = m_app->allowed(finn);
    const QString target = m_app->target({{parameter, value}});
    browser.open(target);
    QVERIFY(browser.has(u"sign_in"_s));
    Authorizing::signIn(browser, finn);
    QVERIFY(!browser.answer(u"code"_s).isEmpty()); // asked once, not repeatedly
    browser.open(target);
    QVERIFY(browser.has(u"sign_in"_s));
    // A signature proves the sign-in, for this request in this browser only.
    browser.open(target + u"&signed_in=1"_s);
    QVERIFY(browser.has(u"sign_in"_s));
}

/// The address to which a sign-in leads stays in the browser's history.
void TestAuthorizePages::aSignInIsFreshForAMinute()
{
    const TestAccount &kai = m_server->account(u"kai"_s);
    FormBrowser browser = m_app->allowed(kai);
    browser.open(m_app->target({{u"prompt"_s, u"login"_s}}));
    FormBrowser::Fields form = browser.fieldsOf(u"sign_in"_s);
    const QString place = m_app->issuer() + form.take(QString());
    form.insert({{u"email"_s, kai.email()}, {u"password"_s, TestAccount::password()}});
    const Answer sent =
        m_server->anybody().send("POST", place, FormBrowser::encoded(form).toLatin1(),
                                 {{"Cookie", browser.cookie()}, {"Content-Type", "application/x-www-form-urlencoded"}});
    EXPECT_STATUS(sent, 303);
    const QString marked = QString::fromLatin1(sent.header("Location"));
    QVERIFY2(marked.contains(u"signed_in="_s), qPrintable(marked));
    const QByteArray cookie = sent.header("Set-Cookie");
    browser.setCookie(cookie.left(cookie.indexOf(';')));
    browser.open(marked);
    QVERIFY(!browser.answer(u"code"_s).isEmpty());
    m_server->sql(
        u"UPDATE browser_session SET signed_in_at = signed_in_at - 61000 WHERE user_id = '%1'"_s.arg(kai.userId()));
    browser.open(marked);
    QVERIFY(browser.has(u"sign_in"_s));
}

void TestAuthorizePages::theLoginHintSelectsTheUser()
{
    const TestAccount &gus = m_server->account(u"gus"_s);
    const QString target = m_app->target({{u"login_hint"_s, u"Gus@example.org"_s}});
    FormBrowser browser(*m_server);
    browser.open(target);
    QVERIFY(browser.html().contains(u"value=\"Gus@example.org\""_s));
    browser = m_app->allowed(gus);
    browser.open(target);
    QVERIFY(!browser.answer(u"code"_s).isEmpty());
    browser.open(m_app->target({{u"login_hint"_s, u"ada@example.org"_s}}));
    QVERIFY(browser.has(u"sign_in"_s));
}

void TestAuthorizePages::switchesTheUser()
{
    FormBrowser browser(*m_server);
    browser.open(m_app->target({{u"scope"_s, u"marks"_s}}));
    Authorizing::signIn(browser, m_server->account(u"hal"_s));
    QVERIFY(browser.html().contains(u"hal@example.org"_s));
    const QByteArray hals = browser.cookie();
    browser.submit(u"switch"_s);
    QVERIFY(browser.has(u"sign_in"_s));
    QVERIFY(browser.cookie() != hals);
    Authorizing::signIn(browser, m_server->account(u"ida"_s));
    QVERIFY(browser.html().contains(u"ida@example.org"_s));
    browser.setCookie(hals);
    browser.open(m_app->target({{u"scope"_s, u"marks"_s}}));
    QVERIFY(browser.has(u"sign_in"_s));
}

void TestAuthorizePages::asksEachTimeWhereTheRedirectProvesNothing_data()
{
    QTest::addColumn<QString>("redirect");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QByteArray>("formAction");
    QTest::newRow("an app's scheme") << u"com.example.garden:/cb"_s << u"<bdi>com.example.garden</bdi>"_s
                                     << "form-action 'self' com.example.garden:;"_ba;
    QTest::newRow("a program on this machine")
        << u"http://127.0.0.1:51234/cb"_s << u"a program on this device"_s << "form-action 'self';"_ba;
}

void TestAuthorizePages::asksEachTimeWhereTheRedirectProvesNothing()
{
    QFETCH(const QString, redirect);
    const TestAccount &jon = m_server->account(u"jon"_s);
    FormBrowser browser = m_app->allowed(jon);
    const QString target = m_app->target({{u"redirect_uri"_s, redirect}});
    browser.open(target);
    QVERIFY(browser.has(u"consent"_s));
    QFETCH(const QString, told);
    QVERIFY(browser.html().contains(told));
    QFETCH(const QByteArray, formAction);
    QVERIFY(browser.page().header("Content-Security-Policy").contains(formAction));
    browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    QCOMPARE(browser.left().adjusted(QUrl::RemoveQuery), QUrl(redirect));
    QVERIFY(!browser.answer(u"code"_s).isEmpty());
    browser.open(m_app->target({{u"redirect_uri"_s, redirect}, {u"prompt"_s, u"none"_s}}));
    QCOMPARE(browser.answer(u"error"_s), u"consent_required"_s);
    // The user is present, because they have just entered the password.
    FormBrowser other(*m_server);
    other.open(target);
    Authorizing::signIn(other, jon);
    QVERIFY(!other.answer(u"code"_s).isEmpty());
}

/// Requests may be sent by POST (OpenID Connect Core 1.0, 3.1.2.1).
void TestAuthorizePages::acceptsTheRequestAsAForm()
{
    FormBrowser browser = m_app->allowed(m_server->account(u"kim"_s));
    browser.send(u"/oauth/authorize"_s, m_app->request());
    QVERIFY(!browser.answer(u"code"_s).isEmpty());
    QCOMPARE(browser.answer(u"state"_s), u"the state"_s);
}

void TestAuthorizePages::leavesOutScopesThatTheUserCannotGrant()
{
    FormBrowser browser(*m_server);
    browser.open(m_app->target({{u"scope"_s, u"marks:read manage"_s}}));
    Authorizing::signIn(browser, m_server->account(u"lea"_s));
    QVERIFY(browser.html().contains(u"View the marks of your cameras"_s));
    QVERIFY(!browser.html().contains(u"Administer"_s));
    browser.open(m_app->target({{u"scope"_s, u"manage"_s}}));
    QCOMPARE(browser.answer(u"error"_s), u"access_denied"_s);
}

void TestAuthorizePages::keepsTheQueryOfTheRedirectUri()
{
    FormBrowser browser(*m_server);
    const QString state = u"a+b&c=d%20é ä"_s;
    browser.open(m_app->target({{u"redirect_uri"_s, u"https://app.example/other?x=1"_s}, {u"state"_s, state}}));
    browser.submit(u"cancel"_s);
    QCOMPARE(browser.left().adjusted(QUrl::RemoveQuery), QUrl(u"https://app.example/other"_s));
    QCOMPARE(browser.answer(u"x"_s), u"1"_s);
    QCOMPARE(browser.answer(u"state"_s), state);
    QVERIFY(browser.left().toString(QUrl::FullyEncoded).contains(u"a%2Bb"_s));
}

void TestAuthorizePages::speaksChinese()
{
    FormBrowser browser(*m_server);
    browser.open(m_app->target(), {{"Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"}});
    QVERIFY(browser.html().contains(u"<html lang=\"zh-CN\""_s));
    QVERIFY(browser.html().contains(u"<h1>登录</h1>"_s));
    Authorizing::signIn(browser, m_server->account(u"mei"_s));
    QVERIFY(browser.html().contains(u"<bdi>Garden Watch</bdi> 请求访问您的 Waymark 账户"_s));
    QVERIFY(browser.html().contains(u"观看摄像头的实时画面和录像"_s));
    browser.open(m_app->target({{u"ui_locales"_s, u"en-GB"_s}}), {{"Accept-Language", "zh"}});
    QVERIFY(browser.html().contains(u"<html lang=\"en\""_s));
}

QTEST_GUILESS_MAIN(TestAuthorizePages)
#include "tst_authorizepages.moc"
