// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicontract.h"
#include "tests/support/httpclient.h"
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
    void theContractFindsContradictions_data();
    void theContractFindsContradictions();
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

void TestSupport::theContractFindsContradictions_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("etag");
    QTest::addColumn<QString>("violation");
    const QByteArray good = R"({"name":"a","next":{"name":"b"}})";
    const QByteArray body = R"({"name":"a"})";
    QTest::newRow("agrees") << 200 << good << body << "n=3"_ba
                            << "\"1\""_ba << QString();
    QTest::newRow("status") << 418 << good << body << ""_ba
                            << "\"1\""_ba << u"the status is not named"_s;
    QTest::newRow("missing") << 200 << R"({"next":{"name":"b"}})"_ba << body << ""_ba
                             << "\"1\""_ba << u"'name'"_s;
    QTest::newRow("null") << 200 << R"({"name":null})"_ba << body << ""_ba
                          << "\"1\""_ba << u"type"_s;
    QTest::newRow("nested") << 200 << R"({"name":"a","next":{"name":1}})"_ba << body << ""_ba
                            << "\"1\""_ba << u"type"_s;
    QTest::newRow("unknown") << 200 << R"({"name":"a","new":1})"_ba << body << ""_ba
                             << "\"1\""_ba << u"new"_s;
    QTest::newRow("no ETag") << 200 << good << body << ""_ba
                             << ""_ba << u"the header ETag is missing"_s;
    QTest::newRow("body") << 200 << good << R"({"name":7})"_ba
                          << ""_ba
                          << "\"1\""_ba << u"the body was accepted"_s;
    QTest::newRow("query") << 200 << good << body << "n=9"_ba
                           << "\"1\""_ba << u"the parameter n was accepted"_s;
}

void TestSupport::theContractFindsContradictions()
{
    const ApiContract contract(R"({"paths":{"/v1/things/{id}":{"put":{
        "parameters":[{"name":"n","in":"query","schema":{"type":"integer","maximum":5}}],
        "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
        "responses":{"200":{"headers":{"ETag":{"required":true},"Link":{}},
            "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}}}}}},
        "components":{"schemas":{"Thing":{"type":"object","required":["name"],"additionalProperties":false,
            "properties":{"name":{"type":"string"},"next":{"$ref":"#/components/schemas/Thing"}}}}}})");
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, etag);
    QFETCH(const QString, violation);
    QFETCH(const int, status);
    QFETCH(const QByteArray, answer);
    Answer given;
    given.status = status;
    given.body = answer;
    given.headers.insert("content-type", "application/json");
    given.headers.insert("etag", etag);
    const QString found = contract.violation({"PUT", u"/v1/things/7"_s, query, "application/json", body}, given);
    QVERIFY2(violation.isEmpty() ? found.isEmpty() : found.contains(violation), qPrintable(found));
}

QTEST_GUILESS_MAIN(TestSupport)
#include "tst_support.moc"
