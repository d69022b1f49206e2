// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

/// Mails about accounts that are sent without a request.
class TestNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedPasswordIsReported();
    void signInFromANewDeviceIsReported();
    void newBrowserVersionIsNotANewDevice();
    void reportsOfNewDevicesAreLimited();
    void firstSignInIsNotReported();
    void endOfATrialIsReportedTwice();
    void noticesUseTheAccountsLanguage_data();
    void noticesUseTheAccountsLanguage();

private:
    static Answer signIn(const TestServer &server, const TestAccount &account, const QByteArray &userAgent)
    {
        return server.portal().post(u"/accounts/login/local"_s,
                                    {{u"name"_s, account.email()}, {u"password"_s, TestAccount::password()}},
                                    {{"User-Agent", userAgent}});
    }
    /// Returns the mails after all pending mails were sent.
    static QList<ReceivedMail> allMails(const TestServer &server, const QString &address)
    {
        [&] { QTRY_COMPARE(server.sql(waitingMessages), "0\n"); }();
        return server.outbox().mails(address);
    }
};

void TestNotices::changedPasswordIsReported()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    EXPECT_STATUS(ada.put(u"/accounts/%1/reset-password"_s.arg(ada.accountId()),
                          {{u"old_password"_s, u"wrong"_s}, {u"new_password"_s, u"freshly-Minted!37-okapi"_s}}),
                  422);
    EXPECT_STATUS(
        ada.put(u"/accounts/%1/reset-password"_s.arg(ada.accountId()),
                {{u"old_password"_s, TestAccount::password()}, {u"new_password"_s, u"freshly-Minted!37-okapi"_s}}),
        204);
    const ReceivedMail mail = server.outbox().waitFor(ada.email(), 2);
    QVERIFY2(mail.subject.contains(u"password was changed"_s), qPrintable(mail.subject));
    QVERIFY(mail.text.contains(u"Account: ada@example.org\n"_s));
    QVERIFY(!mail.text.contains(u"Okapi"_s) && !mail.text.contains(u"okapi"_s));
    QCOMPARE(allMails(server, ada.email()).size(), 2);
}

void TestNotices::signInFromANewDeviceIsReported()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    EXPECT_STATUS(signIn(server, ada, "<b>Evil</b> Browser 1.0"), 200);
    const ReceivedMail mail = server.outbox().waitFor(ada.email(), 2);
    QVERIFY2(mail.subject.contains(u"New sign-in"_s), qPrintable(mail.subject));
    QVERIFY2(mail.text.contains(u"Device: <b>Evil</b> Browser 1.0\n"_s), qPrintable(mail.text));
    QVERIFY(mail.text.contains(u"App: Waymark Portal\n"_s));
    QVERIFY(mail.text.contains(u"Address: 127.0.0.1\n"_s));
    QVERIFY(mail.html.contains(u"&lt;b&gt;Evil&lt;/b&gt;"_s));
    EXPECT_STATUS(signIn(server, ada, "<b>Evil</b> Browser 1.0"), 200); // the device is known now
    QCOMPARE(allMails(server, ada.email()).size(), 2);
}

void TestNotices::newBrowserVersionIsNotANewDevice()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    for (const char *version : {"Browser/120.0.1 (Linux)", "Browser/121.4 (Linux)", "Browser/122 (Linux)"})
        EXPECT_STATUS(signIn(server, ada, version), 200);
    QCOMPARE(allMails(server, ada.email()).size(), 2);
}

void TestNotices::reportsOfNewDevicesAreLimited()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    for (char c = 'a'; c <= 'j'; ++c)
        EXPECT_STATUS(signIn(server, ada, QByteArray("Browser ") + c), 200);
    const auto many = allMails(server, ada.email()).size();
    QVERIFY2(many >= 4 && many <= 7, QByteArray::number(many).constData());
    server.sql(u"UPDATE known_device SET first_seen_at = first_seen_at - 90000000"_s); // a day later
    EXPECT_STATUS(signIn(server, ada, "Browser k"), 200);
    QCOMPARE(allMails(server, ada.email()).size(), many + 1);
}

void TestNotices::firstSignInIsNotReported()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s); // registers and signs in
    QCOMPARE(allMails(server, ada.email()).size(), 1);
}

void TestNotices::endOfATrialIsReportedTwice()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    const QString id = ada.createApp(u"Doorbell"_s)[u"app_id"_s].toString();
    const auto restartWith = [&](qint64 daysLeft) {
        const qint64 end = QDateTime::currentMSecsSinceEpoch() + daysLeft * 86'400'000 - 3'600'000;
        QCOMPARE(server.stop(), 0);
        server.sql(u"UPDATE app SET trial_ends_at = %1 WHERE app_id = '%2'"_s.arg(end).arg(id));
        server.start(); // the housekeeper runs at start
    };
    restartWith(9);
    QCOMPARE(allMails(server, ada.email()).size(), 1);
    restartWith(7);
    const ReceivedMail week = server.outbox().waitFor(ada.email(), 2);
    QVERIFY2(week.subject.startsWith(u"The trial of Doorbell ends on "_s), qPrintable(week.subject));
    QVERIFY(week.text.contains(u"App ID: "_s + id));
    restartWith(6);
    QCOMPARE(allMails(server, ada.email()).size(), 2);
    restartWith(1);
    QVERIFY(server.outbox().waitFor(ada.email(), 3).subject.contains(u"Doorbell"_s));
    restartWith(1);
    restartWith(0);
    QCOMPARE(allMails(server, ada.email()).size(), 3);
}

void TestNotices::noticesUseTheAccountsLanguage_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("zone");
    const QDate day = QDateTime::currentDateTimeUtc().toOffsetFromUtc(8 * 3600).date();
    const QString german = QLocale(QLocale::German).toString(day, u"d. MMMM yyyy"_s);
    const QString arabic = QLocale(u"ar_AE"_s).toString(day, u"d MMMM yyyy"_s);
    QTest::newRow("German") << u"de-AT"_s << u"Neue Anmeldung"_s << german << u"(Asia/Shanghai)"_s;
    QTest::newRow("Chinese") << u"zh-CN"_s << u"新的登录"_s << day.toString(u"yyyy年M月d日"_s)
                             << u"（Asia/Shanghai）"_s;
    QTest::newRow("Arabic") << u"ar"_s << u"تسجيل دخول جديد"_s << arabic << u"(Asia/Shanghai)"_s;
}

void TestNotices::noticesUseTheAccountsLanguage()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, subject);
    QFETCH(const QString, day);
    QFETCH(const QString, zone);
    TestServer server;
    const TestAccount &lin = server.account(u"lin"_s);
    EXPECT_STATUS(
        lin.put(u"/accounts/"_s + lin.accountId(), {{u"locale"_s, locale}, {u"time_zone"_s, u"Asia/Shanghai"_s}}), 200);
    EXPECT_STATUS(signIn(server, lin, "Browser"), 200);
    const ReceivedMail mail = server.outbox().waitFor(lin.email(), 2);
    QVERIFY2(mail.subject.contains(subject), qPrintable(mail.subject));
    QVERIFY2(mail.text.contains(day) && mail.text.contains(zone), qPrintable(mail.text));
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
