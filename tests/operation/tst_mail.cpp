// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/smtpserver.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFileInfo>
#include <QTcpServer>

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
    void mailOfAKilledServerIsSentByAnother();
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
    QVERIFY(("\r\n" + mail.raw).contains("\r\nDate: "));
    QVERIFY(mail.raw.toLower().contains("\r\nmessage-id: <"));
    const QFileInfo file = QDir(server.dataDir() + u"/outbox"_s).entryInfoList({u"*.eml"_s}).value(0);
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    // Pending mail is sealed, so that a stolen database gives no access to accounts.
    QTRY_COMPARE(server.sql(waitingMessages), "0\n");
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
    server.sql(u"UPDATE job SET due_at = 1"_s); // ends the pause before the retry
    SmtpServer smtp;
    server.start({u"--smtp"_s, smtp.url().toString()});
    QCOMPARE(smtp.mailbox().waitFor(u"ada@example.org"_s).code().size(), 6);
}

void TestMail::mailOfAKilledServerIsSentByAnother()
{
    if (!TestServer::onPostgres())
        QSKIP("two servers share a PostgreSQL, never a file");
    QTcpServer silent; // takes connections, and never says a word
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    TestServer server({u"--smtp"_s, u"smtp://127.0.0.1:%1"_s.arg(silent.serverPort())});
    EXPECT_STATUS(askForCode(server, u"ada@example.org"_s), 202);
    QVERIFY(silent.waitForNewConnection(30'000)); // it is at the mail
    SmtpServer smtp;
    QTemporaryDir folder;
    ChildProcess second;
    second.start(server.process().program(),
                 {u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s, folder.path(), u"--database"_s, server.database(),
                  u"--key-file"_s, server.dataDir() + u"/server.key"_s, u"--smtp"_s, smtp.url().toString()});
    second.waitForLine("listening on ");
    server.kill9();
    QCOMPARE(smtp.mailbox().waitFor(u"ada@example.org"_s).code().size(), 6); // once the lease has ended
    QTRY_COMPARE(server.sql(waitingMessages), "0\n");
    QCOMPARE(second.stop(), 0);
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
