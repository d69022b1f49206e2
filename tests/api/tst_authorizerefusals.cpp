// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authorizing.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Requests that `/oauth/authorize` refuses: what the user sees, and what the app gets.
class TestAuthorizeRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void doesNotRedirectToUnknownTargets_data();
    void doesNotRedirectToUnknownTargets();
    void refusesAppsThatMayNotBeUsed_data();
    void refusesAppsThatMayNotBeUsed();
    void reportsErrorsToTheApp_data();
    void reportsErrorsToTheApp();

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Authorizing> m_app;
};

void TestAuthorizeRefusals::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_app = std::make_unique<Authorizing>(*m_server);
}

void TestAuthorizeRefusals::doesNotRedirectToUnknownTargets_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("code");
    const auto with = [](const FormBrowser::Fields &fields) { return FormBrowser::encoded(fields); };
    const auto row = [&](const char *name, const FormBrowser::Fields &fields, const QString &code) {
        QTest::newRow(name) << with(m_app->request(fields)) << code;
    };
    const QString mismatch = u"redirect_uri_mismatch"_s;
    row("no client", {{u"client_id"_s, {}}}, u"unknown_client"_s);
    row("unknown client", {{u"client_id"_s, u"app_00000000000000000000000002"_s}}, u"unknown_client"_s);
    row("client of another kind", {{u"client_id"_s, m_server->account(u"dora"_s).userId()}}, u"unknown_client"_s);
    row("no redirect URI", {{u"redirect_uri"_s, {}}}, mismatch);
    row("another site", {{u"redirect_uri"_s, u"https://evil.example/cb"_s}}, mismatch);
    row("another path", {{u"redirect_uri"_s, u"https://app.example/cb/"_s}}, mismatch);
    row("a path below", {{u"redirect_uri"_s, u"https://app.example/cb/../x"_s}}, mismatch);
    row("another case", {{u"redirect_uri"_s, u"https://app.example/CB"_s}}, mismatch);
    row("another port", {{u"redirect_uri"_s, u"https://app.example:444/cb"_s}}, mismatch);
    row("without its s", {{u"redirect_uri"_s, u"http://app.example/cb"_s}}, mismatch);
    row("with a query", {{u"redirect_uri"_s, u"https://app.example/cb?x"_s}}, mismatch);
    row("with a user", {{u"redirect_uri"_s, u"https://app.example@evil.example/cb"_s}}, mismatch);
    row("a longer host", {{u"redirect_uri"_s, u"https://app.example.evil.example/cb"_s}}, mismatch);
    row("loopback by another name", {{u"redirect_uri"_s, u"http://localhost:5000/cb"_s}}, mismatch);
    row("a script", {{u"redirect_uri"_s, u"javascript:alert(1)"_s}}, mismatch);
    const QString right = with(m_app->request());
    QTest::newRow("two clients") << right + u"&client_id="_s + m_app->appId() << u"unknown_client"_s;
    QTest::newRow("two redirect URIs") << right + u"&redirect_uri=https%3A%2F%2Fevil.example"_s << mismatch;
    QTest::newRow("U+0000") << right + u"&x=%00"_s << u"invalid_request"_s;
}

void TestAuthorizeRefusals::doesNotRedirectToUnknownTargets()
{
    QFETCH(const QString, query);
    QFETCH(const QString, code);
    FormBrowser browser(*m_server);
    browser.open(u"/oauth/authorize?"_s + query);
    EXPECT_STATUS(browser.page(), 400);
    QCOMPARE(browser.page().header("Content-Type"), "text/html; charset=utf-8");
    QVERIFY(browser.left().isEmpty());
    QVERIFY(browser.html().contains(u"<dd>"_s + code + u"</dd>"_s));
    QVERIFY(!browser.html().contains(u"href=\"http"_s));
    QVERIFY(!browser.has(u"sign_in"_s));
}

void TestAuthorizeRefusals::refusesAppsThatMayNotBeUsed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("code");
    QTest::newRow("inactive") << u"status = 'inactive'"_s << u"app_inactive"_s;
    QTest::newRow("not paid for") << u"status = 'pending'"_s << u"app_pending"_s;
    QTest::newRow("trial ended") << u"trial_ends_at = 1"_s << u"app_trial_ended"_s;
}

void TestAuthorizeRefusals::refusesAppsThatMayNotBeUsed()
{
    QFETCH(const QString, change);
    QFETCH(const QString, code);
    const Authorizing app(*m_server, u"Fallen"_s);
    FormBrowser browser(*m_server);
    browser.open(app.target());
    QVERIFY(browser.has(u"sign_in"_s));
    m_server->sql(u"UPDATE app SET %1 WHERE app_id = '%2'"_s.arg(change, app.appId()));
    Authorizing::signIn(browser, m_server->account(u"ada"_s)); // on a page opened before
    EXPECT_STATUS(browser.page(), 403);
    QVERIFY(browser.html().contains(code));
    QVERIFY(browser.html().contains(u"This app cannot sign you in"_s));
    browser.open(app.target());
    EXPECT_STATUS(browser.page(), 403);
    QVERIFY(browser.left().isEmpty());
}

void TestAuthorizeRefusals::reportsErrorsToTheApp_data()
{
    QTest::addColumn<FormBrowser::Fields>("fields");
    QTest::addColumn<QString>("error");
    const QString invalid = u"invalid_request"_s;
    const auto row = [](const char *name, const FormBrowser::Fields &fields, const QString &error) {
        QTest::newRow(name) << fields << error;
    };
    row("implicit", {{u"response_type"_s, u"token"_s}}, u"unsupported_response_type"_s);
    row("no challenge", {{u"code_challenge"_s, {}}}, invalid);
    row("plain challenge", {{u"code_challenge_method"_s, u"plain"_s}}, invalid);
    row("no challenge method", {{u"code_challenge_method"_s, {}}}, invalid);
    row("no scope", {{u"scope"_s, {}}}, u"invalid_scope"_s);
    row("unknown scope", {{u"scope"_s, u"devices everything"_s}}, u"invalid_scope"_s);
    row("silent and not", {{u"prompt"_s, u"none login"_s}}, invalid);
    row("age in words", {{u"max_age"_s, u"old"_s}}, invalid);
}

void TestAuthorizeRefusals::reportsErrorsToTheApp()
{
    QFETCH(const FormBrowser::Fields, fields);
    FormBrowser browser(*m_server);
    browser.open(m_app->target(fields));
    EXPECT_STATUS(browser.page(), 302);
    QCOMPARE(browser.left().adjusted(QUrl::RemoveQuery), QUrl(Authorizing::redirectUri()));
    QTEST(browser.answer(u"error"_s), "error");
    QVERIFY(!browser.answer(u"error_description"_s).isEmpty());
    QCOMPARE(browser.answer(u"state"_s), u"the state"_s);
    QCOMPARE(browser.answer(u"iss"_s), m_app->issuer());
    QCOMPARE(browser.page().header("Cache-Control"), "no-store");
    QCOMPARE(browser.page().header("Referrer-Policy"), "no-referrer");
}

QTEST_GUILESS_MAIN(TestAuthorizeRefusals)
#include "tst_authorizerefusals.moc"
