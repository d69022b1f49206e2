// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/smtpserver.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

/// Outgoing mail: to the outbox folder, or by SMTP.
class TestMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outboxIsPrivate();
    void smtpReceivesTheCode();
    void rejectedMailIsRetried();
    void mailSurvivesAnUnreachableServer();
    void mailUsesTheUsersLanguage();

private:
    static Answer askForCode(const TestServer &server, const QString &address)
    {
        return server.portal().post(u"/accounts/verifycode"_s,
                                    {{u"address"_s, address}, {u"purpose"_s, u"registration"_s}});
    }
};

void TestMail::outboxIsPrivate()
{
    TestServer server;
    EXPECT_STATUS(askForCode(server, u"ada@example.org"_s), 202);
    const ReceivedMail mail = server.outbox().waitFor(u"ada@example.org"_s);
    QCOMPARE(mail.code().size(), 6);
    QVERIFY(!mail.subject.isEmpty());
    QVERIFY(mail.raw.contains("\r\nDate: "));
    QVERIFY(mail.raw.contains("\r\nMessage-ID: <"));
    const QFileInfo file = QDir(server.dataDir() + u"/outbox"_s).entryInfoList({u"*.eml"_s}).value(0);
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    // Pending mail is sealed, so that a stolen database gives no access to accounts.
    QCOMPARE(server.sql(u"SELECT count(*) FROM job"_s), "0\n");
}

void TestMail::smtpReceivesTheCode()
{
    SmtpServer smtp;
    TestServer server({u"--smtp"_s, smtp.url().toString(), u"--mail-from"_s, u"Cameras <noreply@example.org>"_s});
    EXPECT_STATUS(askForCode(server, u"ada@example.org"_s), 202);
    const ReceivedMail mail = smtp.mailbox().waitFor(u"ada@example.org"_s);
    QVERIFY(mail.raw.contains("X-Envelope-From: noreply@example.org\r\n"));
    QVERIFY(mail.raw.contains("X-Envelope-To: ada@example.org\r\n"));
    QVERIFY(mail.raw.contains("From: Cameras <noreply@example.org>\r\n"));
    const Answer accepted = server.portal().put(
        u"/accounts/verifycode"_s,
        {{u"address"_s, u"ada@example.org"_s}, {u"purpose"_s, u"registration"_s}, {u"code"_s, mail.code()}});
    EXPECT_STATUS(accepted, 200);
    QVERIFY(server.outbox().mails().isEmpty());
}

void TestMail::rejectedMailIsRetried()
{
    SmtpServer smtp({u"--refuse-first"_s, u"1"_s});
    TestServer server({u"--smtp"_s, smtp.url().toString()});
    EXPECT_STATUS(askForCode(server, u"ada@example.org"_s), 202);
    QVERIFY(server.process().waitForError("tried again"));
    QCOMPARE(smtp.mailbox().waitFor(u"ada@example.org"_s).code().size(), 6);
    QCOMPARE(smtp.mailbox().mails().size(), 1);
}

void TestMail::mailSurvivesAnUnreachableServer()
{
    TestServer server({u"--smtp"_s, u"smtp://127.0.0.1:1"_s, u"--allow-private-sources"_s});
    EXPECT_STATUS(askForCode(server, u"ada@example.org"_s), 202);
    QVERIFY(server.process().waitForError("tried again"));
    QVERIFY(!server.sql(u"SELECT payload FROM job"_s).contains("ada@example.org"));
    server.kill9();
    server.sql(u"UPDATE job SET run_at = 1"_s); // ends the pause before the retry
    SmtpServer smtp;
    server.start({u"--smtp"_s, smtp.url().toString()});
    QCOMPARE(smtp.mailbox().waitFor(u"ada@example.org"_s).code().size(), 6);
}

void TestMail::mailUsesTheUsersLanguage()
{
    TestServer server;
    for (const auto &[name, locale] : {std::pair(u"ada"_s, u"en"_s), std::pair(u"lin"_s, u"zh-CN"_s)}) {
        EXPECT_STATUS(server.portal().post(u"/accounts/registration"_s,
                                           {{u"email"_s, name + u"@example.org"_s},
                                            {u"password"_s, TestAccount::password()},
                                            {u"name"_s, name},
                                            {u"locale"_s, locale}}),
                      201);
    }
    const ReceivedMail english = server.outbox().waitFor(u"ada@example.org"_s);
    const ReceivedMail chinese = server.outbox().waitFor(u"lin@example.org"_s);
    QVERIFY2(english.subject.contains(u"code"_s), qPrintable(english.subject));
    QVERIFY2(chinese.subject.contains(u"验证码"_s), qPrintable(chinese.subject));
    QCOMPARE(chinese.code().size(), 6);
}

QTEST_GUILESS_MAIN(TestMail)
#include "tst_mail.moc"
