// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgresserver.h"
#include "tests/support/smtpserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The servers that the other tests use.
class TestSupport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postgresCreatesEmptyDatabases();
    void postgresKeepsItsDataAcrossARestart();
    void smtpStoresMails();
};

void TestSupport::postgresCreatesEmptyDatabases()
{
    PostgresServer server;
    const QString first = server.createDatabase();
    const QString second = server.createDatabase();
    server.sql(first, u"CREATE TABLE t (x int)"_s);
    QCOMPARE(server.sql(second, u"SELECT count(*) FROM pg_tables WHERE tablename = 't'"_s), "0\n");
}

void TestSupport::postgresKeepsItsDataAcrossARestart()
{
    PostgresServer server;
    const QString database = server.createDatabase();
    server.sql(database, u"CREATE TABLE t (x int); INSERT INTO t VALUES (42)"_s);
    server.stop();
    QVERIFY_EXCEPTION_THROWN(server.sql(database, u"SELECT 1"_s), std::runtime_error);
    server.start();
    QCOMPARE(server.sql(database, u"SELECT x FROM t"_s), "42\n");
}

void TestSupport::smtpStoresMails()
{
    SmtpServer server;
    const QByteArray message = "From: a@example.org\r\nTo: b@example.org\r\nSubject: =?UTF-8?B?R3LDvMOfZQ==?=\r\n"
                               "Content-Transfer-Encoding: base64\r\n\r\n"
        + QByteArray("Your code is 123456.\n").toBase64() + "\r\n";
    QProcess curl;
    curl.start(u"curl"_s,
               {u"-sS"_s, server.url().toString(), u"--mail-from"_s, u"a@example.org"_s, u"--mail-rcpt"_s,
                u"b@example.org"_s, u"-T"_s, u"-"_s});
    curl.write(message);
    curl.closeWriteChannel();
    QVERIFY(curl.waitForFinished());
    QCOMPARE(curl.readAllStandardError(), QByteArray());
    const ReceivedMail mail = server.mailbox().waitFor(u"b@example.org"_s);
    QCOMPARE(mail.subject, u"Grüße"_s);
    QCOMPARE(mail.code(), u"123456"_s);
    QVERIFY(mail.raw.startsWith("X-Envelope-From: a@example.org"));
}

QTEST_GUILESS_MAIN(TestSupport)
#include "tst_support.moc"
