// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QFileInfo>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

/// The server as its operator sees it.
class TestOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restartKeepsTheData();
    void filesAreReadableByTheirOwnerOnly();
    void optionsAreReadFromTheEnvironment();
    void invalidOptionsAreReported_data();
    void invalidOptionsAreReported();
    void portInUseIsReported();
    void newerDatabaseIsRejected();
    void usersAreCreated();
    void failureToCreateUsersIsExplained();
    void serversOnOnePostgresShareSessions();

private:
    std::unique_ptr<TestServer> m_server; ///< of invalidOptionsAreReported(), for all rows
};

void TestOperation::restartKeepsTheData()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    const QString id = ada.addDevice(u"Door"_s)[u"device_id"_s].toString();
    QCOMPARE(server.stop(), 0);
    server.start();
    EXPECT_STATUS(ada.get(u"/devices/"_s + id), 200);
    QCOMPARE(server.stop(), 0);
}

void TestOperation::filesAreReadableByTheirOwnerOnly()
{
    TestServer server;
    server.account(u"ada"_s);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const QFileInfo folder(server.dataDir());
    QVERIFY(!(folder.permissions() & (others | QFile::ExeGroup | QFile::ExeOther)));
    const QFileInfo key(server.dataDir() + u"/server.key"_s);
    QVERIFY(key.exists());
    QVERIFY(!(key.permissions() & others));
    const QByteArray log = server.process().errors();
    QVERIFY2(!log.contains(TestAccount::password().toUtf8()), log.constData());
}

void TestOperation::optionsAreReadFromTheEnvironment()
{
    TestServer server;
    QCOMPARE(server.stop(), 0);
    ChildProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"WAYMARK_LISTEN"_s, u"127.0.0.1:0"_s);
    environment.insert(u"WAYMARK_DATA_DIR"_s, server.dataDir());
    environment.insert(u"WAYMARK_DATABASE"_s, server.database());
    environment.insert(u"WAYMARK_ACCESS_TOKEN_LIFETIME"_s, u"77"_s);
    environment.insert(u"WAYMARK_REFRESH_TOKEN_LIFETIME"_s, u"nonsense"_s);
    process.setProcessEnvironment(environment);
    process.start(QFileInfo(server.process().program()).filePath(), {u"--refresh-token-lifetime"_s, u"500"_s});
    HttpClient portal(QUrl(process.waitForLine("listening on ") + u"/v1"_s));
    portal.setBasic(portalAppId, {});
    const QString password = TestAccount::password();
    QCOMPARE(server.command({u"create-user"_s, u"--email"_s, u"eno@example.org"_s}, password.toUtf8()).exitCode, 0);
    const Answer login =
        portal.post(u"/accounts/login/local"_s, {{u"name"_s, u"eno@example.org"_s}, {u"password"_s, password}});
    EXPECT_STATUS(login, 200);
    QCOMPARE(login.json[u"expires_in"_s].toInt(), 77);
    QCOMPARE(process.stop(), 0);
}

void TestOperation::invalidOptionsAreReported_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("address") << QStringList{u"--listen"_s, u"here"_s} << QByteArray("--listen");
    QTest::newRow("port") << QStringList{u"--listen"_s, u"127.0.0.1:99999"_s} << QByteArray("--listen");
    QTest::newRow("number") << QStringList{u"--workers"_s, u"many"_s} << QByteArray("--workers");
    QTest::newRow("too small") << QStringList{u"--access-token-lifetime"_s, u"0"_s}
                               << QByteArray("--access-token-lifetime");
    QTest::newRow("mail") << QStringList{u"--smtp"_s, u"http://mail.example.org"_s} << QByteArray("--smtp");
    QTest::newRow("unknown") << QStringList{u"--surprise"_s} << QByteArray("surprise");
    QTest::newRow("command") << QStringList{u"destroy"_s} << QByteArray("destroy");
    QTest::newRow("role") << QStringList{u"create-user"_s, u"--email"_s, u"a@b.c"_s, u"--role"_s, u"king"_s}
                          << QByteArray("--role");
    QTest::newRow("no address") << QStringList{u"create-user"_s} << QByteArray("--email");
}

void TestOperation::invalidOptionsAreReported()
{
    if (!m_server)
        m_server = std::make_unique<TestServer>();
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, named);
    const auto outcome = m_server->command(arguments);
    QVERIFY2(outcome.exitCode > 0, outcome.errors.constData());
    QVERIFY2(outcome.errors.contains(named), outcome.errors.constData());
}

void TestOperation::portInUseIsReported()
{
    TestServer server;
    TestServer stopped; // its data folder is free
    QCOMPARE(stopped.stop(), 0);
    const auto outcome = stopped.command({u"--listen"_s, u"127.0.0.1:%1"_s.arg(server.base().port())});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains(QByteArray::number(server.base().port())), outcome.errors.constData());
}

void TestOperation::newerDatabaseIsRejected()
{
    TestServer server;
    server.account(u"ada"_s);
    server.sql(u"INSERT INTO schema_migration (name, applied_at) VALUES ('9999_future', 1)"_s);
    QCOMPARE(server.stop(), 0);
    const auto outcome = server.command({u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains("newer version"), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains("9999_future"), outcome.errors.constData());
    server.sql(u"DELETE FROM schema_migration WHERE name = '9999_future'"_s);
    server.start();
    EXPECT_STATUS(server.account(u"ada"_s).get(u"/devices"_s), 200);
}

void TestOperation::usersAreCreated()
{
    TestServer server;
    const QString password = TestAccount::password();
    const auto outcome = server.command(
        {u"create-user"_s, u"--email"_s, u"Root@Example.org"_s, u"--role"_s, u"admin"_s}, password.toUtf8() + '\n');
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    const QByteArrayList ids = outcome.output.trimmed().split(' ');
    QCOMPARE(ids.size(), 2);
    const Answer login = server.portal().post(u"/accounts/login/local"_s,
                                              {{u"name"_s, u"root@example.org"_s}, {u"password"_s, password}});
    EXPECT_STATUS(login, 200);
    QCOMPARE(login.json[u"account_id"_s].toString().toLatin1(), ids[0]);
    QCOMPARE(login.json[u"user_id"_s].toString().toLatin1(), ids[1]);
    QVERIFY(login.json[u"scope"_s].toString().split(u' ').contains(u"manage"_s));
    HttpClient admin = server.anybody();
    admin.setBearer(login.json[u"access_token"_s].toString());
    EXPECT_STATUS(admin.get(u"/accounts/"_s + server.account(u"ada"_s).accountId()), 200);
}

void TestOperation::failureToCreateUsersIsExplained()
{
    TestServer server;
    const QByteArray password = TestAccount::password().toUtf8();
    const QStringList create{u"create-user"_s, u"--email"_s, u"eve@example.org"_s};
    QCOMPARE(server.command(create, {}).exitCode, 1);
    const auto weak = server.command(create, "eve");
    QCOMPARE(weak.exitCode, 1);
    QVERIFY2(weak.errors.contains("easy to guess"), weak.errors.constData());
    QCOMPARE(server.command(create, password).exitCode, 0);
    const auto twice = server.command(create, password);
    QCOMPARE(twice.exitCode, 1);
    QVERIFY2(twice.errors.contains("An account with this address exists already"), twice.errors.constData());
    const auto nonsense = server.command({u"create-user"_s, u"--email"_s, u"nonsense"_s}, password);
    QCOMPARE(nonsense.exitCode, 1);
    QVERIFY2(nonsense.errors.contains("email"), nonsense.errors.constData());
}

void TestOperation::serversOnOnePostgresShareSessions()
{
    if (!TestServer::onPostgres())
        QSKIP("two servers share a PostgreSQL, never a file");
    TestServer server;
    QTemporaryDir folder;
    ChildProcess second;
    second.start(server.process().program(),
                 {u"--listen"_s, u"127.0.0.1:0"_s, u"--data-dir"_s, folder.path(), u"--database"_s, server.database(),
                  u"--key-file"_s, server.dataDir() + u"/server.key"_s});
    TestAccount &ada = server.account(u"ada"_s);
    const QString id = ada.addDevice(u"Door"_s)[u"device_id"_s].toString();
    ada.setBase(QUrl(second.waitForLine("listening on ") + u"/v1"_s));
    EXPECT_STATUS(ada.get(u"/devices/"_s + id), 200);
    QCOMPARE(second.stop(), 0);
}

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
