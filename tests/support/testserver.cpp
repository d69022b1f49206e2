// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testserver.h"

#include "tests/support/testaccount.h"

using namespace Qt::StringLiterals;

TestServer::TestServer(const QStringList &arguments)
    : m_database(u"sqlite"_s)
    , m_arguments(arguments)
{
    if (onPostgres()) {
        m_postgres = std::make_unique<PostgresServer>();
        m_database = m_postgres->createDatabase();
    }
    start();
}

TestServer::~TestServer() = default;

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
                     QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--allow-private-sources"_s} + place()
                         + m_arguments);
    m_base = QUrl(m_process->waitForLine("listening on ") + u"/v1"_s);
    for (const auto &account : m_accounts)
        account->setBase(m_base);
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
