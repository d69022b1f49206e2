// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/authorizing.h"
#include "tests/support/expect.h"

using namespace Qt::StringLiterals;

/// Resetting a forgotten password on the sign-in pages, and what ends a browser's sign-in.
class TestPasswordResetPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void setsAPasswordAndContinuesTheSignIn();
    void refusesAWeakPasswordAndKeepsTheCode();
    void refusesAWrongCode();
    void doesNotRevealWhoHasAnAccount();
    void acceptsOnlyItsOwnForms();
    void endsTheBrowsersSignIn_data();
    void endsTheBrowsersSignIn();
    void signInsAreInTheAuditLog();

private:
    /// Returns a browser at the page that asks for the code, after the code has been sent.
    FormBrowser atTheCode(const QString &address);
    QString codeFor(const QString &address, int mails) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Authorizing> m_app;
    const QString m_better = u"quorl-Banyan?18-fexid"_s;
};

void TestPasswordResetPage::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_app = std::make_unique<Authorizing>(*m_server);
}

FormBrowser TestPasswordResetPage::atTheCode(const QString &address)
{
    FormBrowser browser(*m_server);
    browser.open(m_app->target().replace(u"authorize"_s, u"password-reset"_s));
    browser.submit(u"request_code"_s, {{u"email"_s, address}});
    return browser;
}

QString TestPasswordResetPage::codeFor(const QString &address, int mails) const
{
    return m_server->outbox().waitFor(address, mails).code();
}

void TestPasswordResetPage::setsAPasswordAndContinuesTheSignIn()
{
    const TestAccount &ada = m_server->account(u"ada"_s);
    FormBrowser before = m_app->allowed(ada);
    FormBrowser browser = atTheCode(ada.email());
    QVERIFY(browser.html().contains(u"<bdi>ada@example.org</bdi>"_s));
    QString code =
        codeFor(ada.email(), 3); // the mail after those of the registration and of the sign-in from a new device
    browser.submit(u"set_password"_s,
                   {{u"code"_s, code.insert(3, u' ')}, {u"new_password"_s, m_better}}); // as people may copy it
    QVERIFY(browser.html().contains(u"Your password has been changed."_s));
    browser.submit(u"sign_in"_s, {{u"email"_s, ada.email()}, {u"password"_s, TestAccount::password()}});
    EXPECT_STATUS(browser.page(), 403);
    browser.submit(u"sign_in"_s, {{u"email"_s, ada.email()}, {u"password"_s, m_better}});
    QVERIFY(!browser.answer(u"code"_s).isEmpty());
    QCOMPARE(browser.answer(u"state"_s), u"the state"_s);
    before.open(m_app->target());
    QVERIFY(before.has(u"sign_in"_s)); // other browsers are signed out
}

void TestPasswordResetPage::refusesAWeakPasswordAndKeepsTheCode()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    FormBrowser browser = atTheCode(bea.email());
    const QString code = codeFor(bea.email(), 2);
    browser.submit(u"set_password"_s, {{u"code"_s, code}, {u"new_password"_s, u"beabeabea"_s}});
    QVERIFY(browser.html().contains(u"This password is too easy to guess."_s));
    QVERIFY(browser.html().contains(u"<li>"_s));
    QVERIFY(browser.html().contains(u"value=\"%1\""_s.arg(code)));
    QVERIFY(!browser.html().contains(u"beabeabea"_s));
    browser.submit(u"set_password"_s, {{u"code"_s, code}, {u"new_password"_s, m_better}});
    QVERIFY(browser.html().contains(u"Your password has been changed."_s));
}

void TestPasswordResetPage::refusesAWrongCode()
{
    const TestAccount &cleo = m_server->account(u"cleo"_s);
    FormBrowser browser = atTheCode(cleo.email());
    const QString code = codeFor(cleo.email(), 2);
    const QString wrong = code == u"000000"_s ? u"000001"_s : u"000000"_s;
    for (const QString &tried : {wrong, u"x"_s, u""_s}) {
        browser.submit(u"set_password"_s, {{u"code"_s, tried}, {u"new_password"_s, m_better}});
        QVERIFY(browser.html().contains(u"This code is wrong or has expired."_s));
    }
    // A code for another address.
    browser.submit(
        u"set_password"_s,
        {{u"email"_s, m_server->account(u"bea"_s).email()}, {u"code"_s, code}, {u"new_password"_s, m_better}});
    QVERIFY(browser.html().contains(u"This code is wrong or has expired."_s));
    FormBrowser sure(*m_server);
    sure.open(m_app->target());
    Authorizing::signIn(sure, cleo); // with the old password
    QVERIFY(sure.has(u"consent"_s));
}

void TestPasswordResetPage::doesNotRevealWhoHasAnAccount()
{
    FormBrowser browser = atTheCode(u"stranger@example.org"_s);
    EXPECT_STATUS(browser.page(), 200);
    QVERIFY(browser.has(u"set_password"_s));
    browser.submit(u"set_password"_s, {{u"code"_s, u"123456"_s}, {u"new_password"_s, m_better}});
    QVERIFY(browser.html().contains(u"This code is wrong or has expired."_s));
    QVERIFY(m_server->outbox().mails(u"stranger@example.org"_s).isEmpty());
    browser = atTheCode(u"no address"_s);
    QVERIFY(browser.has(u"request_code"_s));
    QVERIFY(browser.html().contains(u"Enter a valid email address."_s));
}

void TestPasswordResetPage::acceptsOnlyItsOwnForms()
{
    FormBrowser browser = atTheCode(u"stranger@example.org"_s);
    const QString target = browser.fieldsOf(u"set_password"_s).value(QString());
    for (const QString &form : {u"request_code"_s, u"set_password"_s, u"sign_in"_s}) {
        browser.send(target, {{u"form"_s, form}, {u"email"_s, u"dora@example.org"_s}});
        EXPECT_STATUS(browser.page(), 403);
        QVERIFY(browser.html().contains(u"form_out_of_date"_s));
    }
    QCOMPARE(m_server->outbox().mails(u"dora@example.org"_s).size(), 1); // only the mail of the registration
}

void TestPasswordResetPage::endsTheBrowsersSignIn_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"a new password", "signing out of an app", "time"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestPasswordResetPage::endsTheBrowsersSignIn()
{
    QFETCH(const QString, how);
    const TestAccount someone(*m_server, u"someone-%1"_s.arg(how.size()));
    FormBrowser browser = m_app->allowed(someone);
    browser.open(m_app->target());
    QVERIFY(!browser.answer(u"code"_s).isEmpty());
    if (how == u"a new password"_s) {
        const Answer changed =
            someone.put(u"/accounts/%1/reset-password"_s.arg(someone.accountId()),
                        {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, m_better}});
        EXPECT_STATUS(changed, 204);
    } else if (how == u"signing out of an app"_s) {
        EXPECT_STATUS(someone.get(u"/accounts/logout"_s), 204);
    } else {
        m_server->sql(u"UPDATE browser_session SET expires_at = 1 WHERE user_id = '%1'"_s.arg(someone.userId()));
    }
    browser.open(m_app->target());
    QVERIFY(browser.has(u"sign_in"_s));
}

void TestPasswordResetPage::signInsAreInTheAuditLog()
{
    const TestAccount &dan = m_server->account(u"dan"_s);
    FormBrowser browser(*m_server);
    browser.open(m_app->target());
    browser.submit(u"sign_in"_s, {{u"email"_s, dan.email()}, {u"password"_s, u"wrong"_s}});
    Authorizing::signIn(browser, dan);
    browser.submit(u"consent"_s, {{u"decision"_s, u"allow"_s}});
    const QByteArray lines =
        m_server->sql(u"SELECT action, detail, address FROM audit_entry WHERE account_id = '%1' "
                      "AND action LIKE 'sign_in%' ORDER BY audit_id DESC LIMIT 2"_s.arg(dan.accountId()));
    QCOMPARE(lines, "sign_in|{\"browser\":true}|127.0.0.1\nsign_in_failed|{\"reason\":\"wrong_login\"}|127.0.0.1\n");
}

QTEST_GUILESS_MAIN(TestPasswordResetPage)
#include "tst_passwordresetpage.moc"
