// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testserver.h"

#include "tests/support/testaccount.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
QByteArray sqliteOutput(const QString &file, const QString &statement)
{
    const QString name = u"behind the server's back"_s;
    const auto close = qScopeGuard([&] { QSqlDatabase::removeDatabase(name); });
    QByteArray output;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
        const bool open = database.open();
        QSqlQuery query(database);
        if (!open || !query.exec(statement))
            throw std::runtime_error((database.lastError().text() + query.lastError().text()).toStdString());
        while (query.next()) {
            QByteArrayList columns;
            for (int i = 0; i < query.record().count(); ++i)
                columns += query.value(i).toByteArray();
            output += columns.join('|') + '\n';
        }
    }
    return output;
}

/// The PostgreSQL server for all servers of a test program, because it takes a second or two to start.
std::shared_ptr<PostgresServer> &sharedPostgres()
{
    static std::shared_ptr<PostgresServer> server;
    if (!server) {
        server = std::make_shared<PostgresServer>();
        qAddPostRoutine([] { server.reset(); }); // stops the server while the application still exists
    }
    return server;
}
}

TestServer::TestServer(const QStringList &arguments, Sources sources)
    : m_database(u"sqlite"_s)
    , m_arguments(QStringList{u"--camera-settles"_s, u"0"_s} + arguments)
{
    if (sources == Sources::AnyAddress)
        m_arguments += {u"--allow-private-sources"_s, u"--allow-private-webhooks"_s};
    if (onPostgres()) {
        m_postgres = sharedPostgres();
        m_database = m_postgres->createDatabase();
    }
    start();
}

TestServer::TestServer(const TestServer &first, const QStringList &arguments)
    : m_postgres(first.m_postgres)
    , m_database(first.m_database)
    , m_arguments(QStringList{u"--key-file"_s, first.dataDir() + u"/server.key"_s, u"--allow-private-sources"_s,
                              u"--allow-private-webhooks"_s}
                  + arguments)
{
    start();
}

TestServer::~TestServer() = default;

HttpClient TestServer::asking(const TestAccount &account) const
{
    HttpClient client(m_base);
    client.setBearer(account.accessToken());
    return client;
}

bool TestServer::onPostgres() { return qgetenv("WAYMARK_TEST_DATABASE") == "postgresql"; }

QStringList TestServer::place() const { return {u"--data-dir"_s, dataDir(), u"--database"_s, m_database}; }

void TestServer::start(const QStringList &arguments)
{
    m_arguments = arguments;
    start();
}

void TestServer::start()
{
    m_process = std::make_unique<ChildProcess>();
    m_process->start(QStringLiteral(WAYMARK_SERVER),
                     QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--remember-tokens"_s, u"0"_s} + place()
                         + m_arguments);
    m_base = QUrl(m_process->waitForLine("listening on ") + u"/v1"_s);
    for (const auto &account : m_accounts)
        account->setBase(m_base);
}

QByteArray TestServer::sql(const QString &statement) const
{
    return m_postgres ? m_postgres->sql(m_database, statement) : sqliteOutput(dataDir() + u"/waymark.db"_s, statement);
}

QString TestServer::expiredToken(const TestAccount &account) const
{
    const QString token = account.tokenWith(*this, {});
    // Ids are ordered by time, so the last session is the new one.
    sql(u"UPDATE access_token SET expires_at = 1 WHERE session_id = (SELECT max(session_id) FROM session "
        "WHERE user_id = '%1')"_s.arg(account.userId()));
    return token;
}

HttpClient TestServer::portal() const
{
    HttpClient client(m_base);
    client.setBasic(portalAppId, {});
    return client;
}

TestAccount &TestServer::account(const QString &name)
{
    for (const auto &account : m_accounts) {
        if (account->name() == name)
            return *account;
    }
    return *m_accounts.emplace_back(std::make_unique<TestAccount>(*this, name));
}

HttpClient TestServer::app(const QJsonObject &made) const
{
    HttpClient client(m_base);
    client.setBasic(made[u"app_id"_s].toString(), made[u"app_key"_s].toString());
    return client;
}

HttpClient TestServer::staff(const QString &role) const
{
    const QString email = role + u"@staff.example.org"_s;
    command({u"create-user"_s, u"--email"_s, email, u"--role"_s, role}, TestAccount::password().toUtf8());
    HttpClient client = portal();
    const Answer login =
        client.post(u"/accounts/login/local"_s, {{u"name"_s, email}, {u"password"_s, TestAccount::password()}});
    if (login.status != 200)
        throw std::runtime_error("sign-in of staff answers " + login.text().toStdString());
    client.setBearer(login.json[u"access_token"_s].toString());
    return client;
}

void TestServer::kill9()
{
    m_process->kill();
    m_process->waitForFinished();
}

int TestServer::stop() { return m_process->stop(); }

TestServer::Outcome TestServer::command(const QStringList &arguments, const QByteArray &input) const
{
    ChildProcess process;
    process.start(QStringLiteral(WAYMARK_SERVER), arguments + place());
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}
