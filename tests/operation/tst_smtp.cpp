// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificate.h"
#include "tests/support/expect.h"
#include "tests/support/smtpserver.h"
#include "tests/support/testserver.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;

/// Mail through SMTP servers with encryption, passwords, invalid certificates, and errors.
class TestSmtp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailIsEncrypted_data();
    void mailIsEncrypted();
    void mailIsUnencryptedWithoutStartTls();
    void requiredEncryptionIsEnforced_data();
    void requiredEncryptionIsEnforced();
    void invalidCertificateIsNotTrusted_data();
    void invalidCertificateIsNotTrusted();
    void wrongPasswordLosesNoMail();
    void unknownRecipientIsDropped();
    void droppedMailDelaysNoOthers();
    void silentServerDoesNotDelayStop();

private:
    static Answer ask(const TestServer &server, const QString &address)
    {
        return server.portal().post(u"/accounts/verifycode"_s,
                                    {{u"address"_s, address}, {u"purpose"_s, u"registration"_s}});
    }
    QStringList tls(const QStringList &more = {}) const
    {
        return QStringList{u"--certificate"_s, m_certificate.file(), u"--key"_s, m_certificate.key()} + more;
    }

    Certificate m_certificate;
    const QString ada = u"ada@example.org"_s;
};

namespace {
QString addressOf(const SmtpServer &smtp, const QString &scheme, const QString &userInfo = {},
                  const QString &query = {})
{
    QUrl url = smtp.url();
    url.setScheme(scheme);
    url.setUserInfo(userInfo);
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}
}

void TestSmtp::mailIsEncrypted_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("userInfo");
    QTest::addColumn<QString>("query");
    QTest::newRow("STARTTLS is offered") << u"smtp"_s << QString() << QString();
    QTest::newRow("STARTTLS is required") << u"smtp"_s << QString() << u"starttls=required"_s;
    QTest::newRow("STARTTLS, with a password") << u"smtp"_s << u"waymark:s%40cret"_s << QString();
    QTest::newRow("TLS") << u"smtps"_s << QString() << QString();
    QTest::newRow("TLS, with a password") << u"smtps"_s << u"waymark:s%40cret"_s << QString();
}

void TestSmtp::mailIsEncrypted()
{
    QFETCH(const QString, scheme);
    QFETCH(const QString, userInfo);
    QFETCH(const QString, query);
    QStringList arguments = tls();
    if (scheme == u"smtps"_s)
        arguments += u"--tls"_s;
    if (!userInfo.isEmpty())
        arguments += {u"--user"_s, u"waymark"_s, u"--password"_s, u"s@cret"_s};
    SmtpServer smtp(arguments);
    TestServer server(
        {u"--smtp"_s, addressOf(smtp, scheme, userInfo, query), u"--smtp-ca-file"_s, m_certificate.file()});
    EXPECT_STATUS(ask(server, ada), 202);
    const ReceivedMail mail = smtp.mailbox().waitFor(ada);
    QCOMPARE(mail.code().size(), 6);
    QVERIFY(mail.html.contains(mail.code()));
    QVERIFY(mail.raw.contains("X-Envelope-Tls: yes\r\n"));
    QCOMPARE(mail.raw.contains("X-Envelope-Authenticated: yes\r\n"), !userInfo.isEmpty());
    QTRY_COMPARE(server.sql(waitingMessages), "0\n");
}

void TestSmtp::mailIsUnencryptedWithoutStartTls()
{
    SmtpServer smtp;
    TestServer server({u"--smtp"_s, addressOf(smtp, u"smtp"_s)});
    EXPECT_STATUS(ask(server, ada), 202);
    QVERIFY(smtp.mailbox().waitFor(ada).raw.contains("X-Envelope-Tls: no\r\n"));
}

void TestSmtp::requiredEncryptionIsEnforced_data()
{
    QTest::addColumn<QString>("userInfo");
    QTest::addColumn<QString>("query");
    QTest::newRow("required") << QString() << u"starttls=required"_s;
    QTest::newRow("with a password") << u"waymark:secret"_s << QString();
}

/// An attacker may have removed STARTTLS from the response.
void TestSmtp::requiredEncryptionIsEnforced()
{
    QFETCH(const QString, userInfo);
    QFETCH(const QString, query);
    SmtpServer smtp;
    TestServer server({u"--smtp"_s, addressOf(smtp, u"smtp"_s, userInfo, query)});
    EXPECT_STATUS(ask(server, ada), 202);
    QVERIFY(server.process().waitForError("tried again later"));
    QVERIFY(smtp.mailbox().mails().isEmpty());
    QCOMPARE(server.sql(waitingMessages), "1\n");
}

void TestSmtp::invalidCertificateIsNotTrusted_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("self-signed, STARTTLS") << u"smtp"_s << false;
    QTest::newRow("self-signed, TLS") << u"smtps"_s << false;
    QTest::newRow("another name, STARTTLS") << u"smtp"_s << true;
    QTest::newRow("another name, TLS") << u"smtps"_s << true;
}

void TestSmtp::invalidCertificateIsNotTrusted()
{
    QFETCH(const QString, scheme);
    QFETCH(const bool, trusted);
    const Certificate wrong(trusted ? u"DNS:mail.example.org"_s : u"IP:127.0.0.1"_s);
    QStringList trust;
    if (trusted)
        trust = {u"--smtp-ca-file"_s, wrong.file()};
    QStringList arguments{u"--certificate"_s, wrong.file(), u"--key"_s, wrong.key()};
    if (scheme == u"smtps"_s)
        arguments += u"--tls"_s;
    SmtpServer smtp(arguments);
    TestServer server(QStringList{u"--smtp"_s, addressOf(smtp, scheme)} + trust);
    EXPECT_STATUS(ask(server, ada), 202);
    QVERIFY(server.process().waitForError("tried again later"));
    QVERIFY(smtp.mailbox().mails().isEmpty());
    QCOMPARE(server.sql(waitingMessages), "1\n");

    // Pending mail survives a power failure, and is sent after the password was corrected.
    server.kill9();
    server.sql(u"UPDATE job SET due_at = 1"_s);
    server.start({u"--smtp"_s, addressOf(smtp, scheme), u"--smtp-no-verify"_s});
    QCOMPARE(smtp.mailbox().waitFor(ada).code().size(), 6);
}

void TestSmtp::wrongPasswordLosesNoMail()
{
    SmtpServer smtp(tls({u"--user"_s, u"waymark"_s, u"--password"_s, u"secret"_s}));
    const QStringList ca{u"--smtp-ca-file"_s, m_certificate.file()};
    TestServer server(QStringList{u"--smtp"_s, addressOf(smtp, u"smtp"_s, u"waymark:wrong"_s)} + ca);
    EXPECT_STATUS(ask(server, ada), 202);
    QVERIFY(server.process().waitForError("tried again later"));
    QVERIFY(!server.process().errors().contains("wrong"));
    QCOMPARE(server.stop(), 0);
    server.sql(u"UPDATE job SET due_at = 1"_s);
    server.start(QStringList{u"--smtp"_s, addressOf(smtp, u"smtp"_s, u"waymark:secret"_s)} + ca);
    QCOMPARE(smtp.mailbox().waitFor(ada).code().size(), 6);
}

void TestSmtp::unknownRecipientIsDropped()
{
    SmtpServer smtp({u"--refuse-recipient"_s, ada});
    TestServer server({u"--smtp"_s, addressOf(smtp, u"smtp"_s)});
    EXPECT_STATUS(ask(server, ada), 202);
    QVERIFY(server.process().waitForError("is given up"));
    const QByteArray log = server.process().errors();
    QVERIFY2(log.contains("550"), log.constData());
    QVERIFY2(!log.contains("ada@") && !log.contains("tried again"), log.constData());
    QTRY_COMPARE(server.sql(waitingMessages), "0\n");
    const QByteArray failed = server.sql(u"SELECT payload, error FROM job WHERE kind = 'mail'"_s);
    QVERIFY2(failed.startsWith("|") && failed.contains("550"), failed.constData()); // why, and no code any more
}

void TestSmtp::droppedMailDelaysNoOthers()
{
    SmtpServer smtp({u"--refuse-recipient"_s, ada});
    TestServer server({u"--smtp"_s, addressOf(smtp, u"smtp"_s)});
    EXPECT_STATUS(ask(server, ada), 202);
    EXPECT_STATUS(ask(server, u"bea@example.org"_s), 202);
    QCOMPARE(smtp.mailbox().waitFor(u"bea@example.org"_s).code().size(), 6);
    QCOMPARE(smtp.mailbox().mails().size(), 1);
}

void TestSmtp::silentServerDoesNotDelayStop()
{
    QTcpServer silent; // accepts connections, but never responds
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    TestServer server({u"--smtp"_s, u"smtp://127.0.0.1:%1"_s.arg(silent.serverPort())});
    EXPECT_STATUS(ask(server, ada), 202);
    QVERIFY(silent.waitForNewConnection(30'000));
    QCOMPARE(server.stop(), 0); // within five seconds
    QCOMPARE(server.sql(waitingMessages), "1\n");
}

QTEST_GUILESS_MAIN(TestSmtp)
#include "tst_smtp.moc"
