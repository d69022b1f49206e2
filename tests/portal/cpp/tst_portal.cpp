// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/countries.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QIcon>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class PortalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInAndKnowsTheUser();
    void explainsAFailedSignIn();
    void remembersTheSession();
    void reportsAnEndedSession();
    void reportsADeactivatedAccount();
    void remembersTheAppearance();
    void followsTheColorScheme();
    void rejectsAnUnknownLanguage();
    void namesCountriesInThePortalsLanguage();
};

void PortalTest::namesCountriesInThePortalsLanguage()
{
    const QLocale before;
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCOMPARE(Countries::nameOf(u"GB"_s), u"United Kingdom"_s);
    QCOMPARE(Countries::nameOf(u"DE"_s), u"Germany"_s);
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    QCOMPARE(Countries::nameOf(u"CN"_s), u"中国"_s);
    QCOMPARE(Countries::nameOf(u"FR"_s), u"France"_s); // Qt has no Chinese name of it
    QLocale::setDefault(before);
    QCOMPARE(Countries::nameOf(u"XX"_s), QString());
    QCOMPARE(Countries::codeOf(u"germany"_s), u"DE"_s);
    QCOMPARE(Countries::codeOf(u"Deutschland"_s), u"DE"_s);
    QCOMPARE(Countries::codeOf(u"gb"_s), u"GB"_s);
}

void PortalTest::signsInAndKnowsTheUser()
{
    PortalFixture fixture;
    auto *session = fixture.portal().session();
    QTRY_VERIFY(!session->restoring());
    QVERIFY(!session->signedIn());
    QVERIFY(fixture.signIn());
    QCOMPARE(session->accountId(), u"acc_1"_s);
    QCOMPARE(session->email(), u"ada@example.org"_s);
    QCOMPARE(session->role(), u"developer"_s);

    session->signOut();
    QCOMPARE(session->userName(), QString());
    QVERIFY(!fixture.portal().connected());
}

void PortalTest::explainsAFailedSignIn()
{
    PortalFixture fixture;
    fixture.peer().on("POST /v1/accounts/login/local",
                      [](const PeerExchange &exchange) { exchange.problem(403, u"account_inactive"_s); });
    auto *session = fixture.portal().session();
    QSignalSpy failed(session, &PortalSession::signInFailed);
    session->signIn(u" ada@example.org "_s, u"correct horse"_s);
    QVERIFY(session->busy());
    QVERIFY(failed.wait(20'000));
    QVERIFY(failed[0][0].toBool());
    QVERIFY(!session->busy());
    QVERIFY(session->errorText().contains("not active"_L1));
    const auto sent = fixture.peer().requests("POST /v1/accounts/login/local").value(0);
    QCOMPARE(sent.json()["name"_L1].toString(), u"ada@example.org"_s);

    fixture.peer().on("POST /v1/accounts/login/local",
                      [](const PeerExchange &exchange) { exchange.problem(401, u"wrong_login"_s); });
    session->signIn(u"ada@example.org"_s, u"wrong"_s);
    QVERIFY(failed.wait(20'000));
    QVERIFY(!failed[1][0].toBool());
}

void PortalTest::remembersTheSession()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.restart();
    QVERIFY(fixture.portal().session()->restoring());
    QTRY_VERIFY(fixture.portal().session()->signedIn());
    QTRY_COMPARE(fixture.portal().session()->userName(), u"Ada"_s);
    QCOMPARE(fixture.peer().count("POST /v1/accounts/login/local"), 1);
}

void PortalTest::reportsAnEndedSession()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.peer().on("GET /v1/accounts/acc_1",
                      [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_token"_s); });
    fixture.peer().on("PUT /v1/accounts/refresh-token",
                      [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_refresh_token"_s); });
    QSignalSpy ended(fixture.portal().session(), &PortalSession::ended);
    fixture.portal().session()->readUser();
    QVERIFY(ended.wait(20'000));
    QVERIFY(!fixture.portal().session()->signedIn());
    QVERIFY(fixture.portal().session()->errorText().startsWith(u"Your session has ended"_s));
    QCOMPARE(fixture.portal().session()->lastEmail(), u"ada@example.org"_s);
    fixture.restart();
    QCOMPARE(fixture.portal().session()->lastEmail(), u"ada@example.org"_s);
}

void PortalTest::reportsADeactivatedAccount()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    const auto inactive = [](const PeerExchange &exchange) { exchange.problem(403, u"account_inactive"_s); };
    fixture.peer().on("GET /v1/accounts/acc_1", inactive);
    fixture.peer().on("PUT /v1/accounts/refresh-token", inactive);
    QSignalSpy ended(fixture.portal().session(), &PortalSession::ended);
    fixture.portal().session()->readUser();
    QVERIFY(ended.wait(20'000));
    QCOMPARE(fixture.portal().session()->errorText(), u"Your account has been deactivated. Contact support."_s);
}

void PortalTest::remembersTheAppearance()
{
    PortalFixture fixture;
    fixture.portal().setDarkMode(Portal::ColorScheme::Dark);
    QVERIFY(!fixture.portal().reduceMotion());
    fixture.portal().setReduceMotion(true);
    QSignalSpy languageChanged(&fixture.portal(), &Portal::languageChanged);
    fixture.portal().setLanguage(u"zh_CN"_s);
    QCOMPARE(languageChanged.size(), 1);
    fixture.restart();
    QCOMPARE(fixture.portal().darkMode(), Portal::ColorScheme::Dark);
    QVERIFY(fixture.portal().reduceMotion());
    QCOMPARE(fixture.portal().language(), u"zh_CN"_s);
    QCOMPARE(QLocale().language(), QLocale::Chinese);
}

void PortalTest::followsTheColorScheme()
{
    PortalFixture fixture;
    QSignalSpy changed(&fixture.portal(), &Portal::darkModeChanged);
    fixture.portal().setDarkMode(Portal::ColorScheme::Dark);
    QVERIFY(fixture.portal().dark());
    QCOMPARE(QIcon::themeName(), u"breeze-dark"_s);
    fixture.portal().setDarkMode(Portal::ColorScheme::Light);
    QVERIFY(!fixture.portal().dark());
    QCOMPARE(QIcon::themeName(), u"breeze"_s);
    QCOMPARE(changed.size(), 2);
}

void PortalTest::rejectsAnUnknownLanguage()
{
    PortalFixture fixture;
    fixture.portal().setLanguage(u"en"_s);
    fixture.portal().setLanguage(u"tlh"_s);
    QCOMPARE(fixture.portal().language(), u"en"_s);
}

QTEST_MAIN(PortalTest)
#include "tst_portal.moc"
