// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authorizing.h"
#include "tests/support/expect.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
/// Markup that an attacker would like a page to contain unescaped.
const QString evil = u"\"><script>alert('x')</script>"_s;
}

/// What the sign-in pages must not accept, reveal or show.
class TestPageSecurity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acceptsOnlyItsOwnForms_data();
    void acceptsOnlyItsOwnForms();
    void refusesSignInFormsOfOtherSites();
    void refusesOtherMediaTypes();
    void protectsEveryPage();
    void protectsTheCookie();
    void doesNotRevealWhetherAnAddressIsKnown();
    void explainsAnInactiveAccount();
    void showsTextAsText();
    void slowsGuessersDown();

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Authorizing> m_app;
};

void TestPageSecurity::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_app = std::make_unique<Authorizing>(*m_server);
}

void TestPageSecurity::acceptsOnlyItsOwnForms_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"no token", "wrong token", "of another browser", "of another form", "of another request",
                            "without the cookie", "of before the sign-in"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestPageSecurity::acceptsOnlyItsOwnForms()
{
    QFETCH(const QString, how);
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QString token = u"csrf_token"_s;
    FormBrowser browser(*m_server);
    browser.open(m_app->target());
    const QByteArray before = browser.cookie();
    Authorizing::signIn(browser, bea);
    FormBrowser::Fields form = browser.fieldsOf(u"consent"_s);
    QString target = form.take(QString());
    form.insert(u"decision"_s, u"allow"_s);
    if (how == u"no token"_s) {
        form.remove(token);
    } else if (how == u"wrong token"_s) {
        form[token][0] = form[token][0] == u'x' ? u'y' : u'x';
    } else if (how == u"of another browser"_s) {
        FormBrowser other(*m_server);
        other.open(m_app->target());
        Authorizing::signIn(other, bea);
        form[token] = other.fieldsOf(u"consent"_s)[token];
    } else if (how == u"of another form"_s) {
        form[token] = browser.fieldsOf(u"switch"_s)[token];
    } else if (how == u"of another request"_s) {
        target = m_app->target({{u"scope"_s, u"devices:read streams account"_s}});
    } else {
        browser.setCookie(how == u"without the cookie"_s ? QByteArray() : before);
    }
    browser.send(target, form);
    EXPECT_STATUS(browser.page(), 403);
    QVERIFY(browser.left().isEmpty());
    QVERIFY(browser.html().contains(u"form_out_of_date"_s));
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM consent WHERE user_id = '%1'"_s.arg(bea.userId())), "0\n");
    QCOMPARE(m_server->sql(u"SELECT count(*) FROM authorization_code WHERE user_id = '%1'"_s.arg(bea.userId())), "0\n");
}

/// Otherwise an attacker could sign a victim in to the attacker's account and watch what the victim adds there.
void TestPageSecurity::refusesSignInFormsOfOtherSites()
{
    const TestAccount &mallory = m_server->account(u"mallory"_s);
    FormBrowser attacker(*m_server);
    attacker.open(m_app->target());
    FormBrowser::Fields form = attacker.fieldsOf(u"sign_in"_s);
    const QString target = form.take(QString());
    form.insert(u"email"_s, mallory.email());
    form.insert(u"password"_s, TestAccount::password());

    FormBrowser victim(*m_server);
    victim.open(m_app->target());
    victim.send(target, form);
    EXPECT_STATUS(victim.page(), 403);
    victim.open(m_app->target());
    QVERIFY(victim.has(u"sign_in"_s));

    // A cookie planted before the sign-in is useless after it.
    FormBrowser planted(*m_server);
    planted.setCookie(attacker.cookie());
    planted.open(m_app->target());
    Authorizing::signIn(planted, m_server->account(u"ada"_s));
    QVERIFY(planted.cookie() != attacker.cookie());
    attacker.open(m_app->target());
    QVERIFY(attacker.has(u"sign_in"_s));
}

void TestPageSecurity::refusesOtherMediaTypes()
{
    const Answer json = m_server->anybody().post(m_app->issuer() + u"/oauth/authorize"_s, {{u"form"_s, u"sign_in"_s}});
    EXPECT_STATUS(json, 415);
    QVERIFY(json.header("Content-Type").startsWith("text/html"));
    const Answer large =
        m_server->anybody().send("POST", m_app->issuer() + u"/oauth/authorize"_s, QByteArray(70'000, 'x'),
                                 {{"Content-Type", "application/x-www-form-urlencoded"}});
    EXPECT_STATUS(large, 413);
    QVERIFY(large.header("Content-Type").startsWith("text/html"));
}

void TestPageSecurity::protectsEveryPage()
{
    FormBrowser browser(*m_server);
    const auto check = [&browser](const char *page, int status) {
        EXPECT_STATUS(browser.page(), status);
        const QByteArray policy = browser.page().header("Content-Security-Policy");
        static const QRegularExpression form(
            u"^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; form-action 'self'; frame-ancestors 'none'; "
            "base-uri 'none'$"_s);
        QVERIFY2(form.match(QString::fromLatin1(policy)).hasMatch(),
                 qPrintable(QString::fromLatin1(policy + " on the page " + page)));
        QCOMPARE(browser.page().header("X-Frame-Options"), "DENY");
        QCOMPARE(browser.page().header("X-Content-Type-Options"), "nosniff");
        QCOMPARE(browser.page().header("Referrer-Policy"), "no-referrer");
        QCOMPARE(browser.page().header("Cache-Control"), "no-store");
        QVERIFY(!browser.page().headers.contains("etag"));
        QVERIFY(!browser.html().contains(u"<script"_s));
        QVERIFY(!browser.html().contains(u" style="_s));
    };
    browser.open(u"/oauth/authorize"_s);
    check("error", 400);
    browser.open(m_app->target().replace(u"authorize"_s, u"password-reset"_s));
    check("password reset", 200);
    browser.open(m_app->target());
    check("sign-in", 200);
    Authorizing::signIn(browser, m_server->account(u"cleo"_s));
    check("consent", 200);
    browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    check("return", 200);
}

void TestPageSecurity::protectsTheCookie()
{
    FormBrowser browser(*m_server);
    browser.open(m_app->target());
    const QByteArray fleeting = browser.cookieAsSet();
    QVERIFY(fleeting.endsWith("; Path=/; HttpOnly; SameSite=Lax"));
    Authorizing::signIn(browser, m_server->account(u"dan"_s));
    QVERIFY(browser.cookieAsSet().endsWith("; Path=/; HttpOnly; SameSite=Lax; Max-Age=1209600"));
    QVERIFY(!m_server->sql(u"SELECT token_hash FROM browser_session"_s).contains(browser.cookie().mid(8)));

    TestServer proxied({u"--public-url"_s, u"https://cameras.example.org"_s});
    FormBrowser secure(proxied);
    const Authorizing app(proxied);
    secure.open(app.target());
    QVERIFY(secure.cookieAsSet().startsWith("__Host-waymark=wmb_"));
    QVERIFY(secure.cookieAsSet().endsWith("; Path=/; HttpOnly; SameSite=Lax; Secure"));
    secure.submit(u"cancel"_s);
    QCOMPARE(secure.answer(u"iss"_s), u"https://cameras.example.org"_s);
}

void TestPageSecurity::doesNotRevealWhetherAnAddressIsKnown()
{
    const auto answerTo = [this](const QString &address, const QString &password) {
        FormBrowser browser(*m_server);
        browser.open(m_app->target());
        browser.submit(u"sign_in"_s, {{u"email"_s, address}, {u"password"_s, password}});
        QString page = browser.html().remove(address);
        static const QRegularExpression token(u"name=\"csrf_token\" value=\"[^\"]*\""_s);
        return QString::number(browser.page().status) + page.remove(token);
    };
    const QString known = answerTo(m_server->account(u"eve"_s).email(), u"wrong"_s);
    QVERIFY(known.startsWith(u"403"_s));
    QVERIFY(known.contains(u"Wrong email address or password."_s));
    QCOMPARE(answerTo(u"stranger@example.org"_s, u"wrong"_s), known);
    QCOMPARE(answerTo(u"stranger@example.org"_s, TestAccount::password()), known);
}

void TestPageSecurity::explainsAnInactiveAccount()
{
    const TestAccount &finn = m_server->account(u"finn"_s);
    FormBrowser browser = m_app->allowed(finn);
    m_server->sql(u"UPDATE account SET status = 'inactive' WHERE account_id = '%1'"_s.arg(finn.accountId()));
    browser.open(m_app->target());
    QVERIFY(browser.has(u"sign_in"_s));
    browser.submit(u"sign_in"_s, {{u"email"_s, finn.email()}, {u"password"_s, u"wrong"_s}});
    QVERIFY(browser.html().contains(u"Wrong email address or password"_s));
    Authorizing::signIn(browser, finn);
    EXPECT_STATUS(browser.page(), 403);
    QVERIFY(browser.html().contains(u"This account is not active."_s));
    browser.open(m_app->target());
    QVERIFY(browser.has(u"sign_in"_s));
}

void TestPageSecurity::showsTextAsText()
{
    const Authorizing app(*m_server, evil);
    const TestAccount &gus = m_server->account(u"gus"_s);
    gus.put(u"/accounts/"_s + gus.accountId(), {{u"name"_s, evil}});
    m_server->sql(u"UPDATE account_user SET name = '\"><script>' WHERE user_id = '%1'"_s.arg(gus.userId()));
    FormBrowser browser(*m_server);
    const auto check = [&browser] {
        QVERIFY(!browser.html().contains(u"<script"_s));
        QVERIFY(browser.html().contains(u"&lt;script&gt;"_s));
    };
    browser.open(app.target({{u"login_hint"_s, evil}, {u"state"_s, evil}, {u"ui_locales"_s, evil}, {evil, evil}}));
    check();
    browser.submit(u"sign_in"_s, {{u"email"_s, evil}, {u"password"_s, evil}});
    check();
    browser.open(app.target({{u"state"_s, evil}, {evil, evil}}));
    Authorizing::signIn(browser, gus);
    QVERIFY(browser.has(u"consent"_s));
    check();
    browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    QVERIFY(!browser.html().contains(u"<script"_s));
    QCOMPARE(browser.answer(u"state"_s), evil);
    browser.open(u"/oauth/authorize?client_id="_s + FormBrowser::escaped(evil) + u"&x="_s + FormBrowser::escaped(evil));
    QVERIFY(!browser.html().contains(u"<script"_s));
}

void TestPageSecurity::slowsGuessersDown()
{
    TestServer strict({u"--rate-limits"_s, u"sign-in=0.01/4"_s});
    const Authorizing app(strict); // its developer has signed in once
    FormBrowser browser(strict);
    browser.open(app.target());
    for (int i = 0; i < 3; ++i) {
        browser.submit(u"sign_in"_s, {{u"email"_s, u"stranger@example.org"_s}, {u"password"_s, u"wrong"_s}});
        EXPECT_STATUS(browser.page(), 403);
    }
    browser.submit(u"sign_in"_s, {{u"email"_s, u"stranger@example.org"_s}, {u"password"_s, u"wrong"_s}});
    EXPECT_STATUS(browser.page(), 429);
    QVERIFY(browser.page().header("Retry-After").toInt() > 10);
    QVERIFY(browser.html().contains(u"The server is busy"_s));
}

QTEST_GUILESS_MAIN(TestPageSecurity)
#include "tst_pagesecurity.moc"
