// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/jobs/jobfixture.h"

#include "server/core/db/migrations.h"

#include <QRegularExpression>
#include <QUrl>

void JobFixture::addEngines()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

void JobFixture::setUp(bool mayWarn)
{
    QFETCH_GLOBAL(const QString, engine);
    m_folder = std::make_unique<QTemporaryDir>();
    if (engine == u"sqlite"_s) {
        m_address = u"sqlite:"_s + m_folder->filePath(u"test.db"_s);
    } else {
        if (!m_postgres)
            m_postgres = std::make_unique<PostgresServer>();
        m_address = m_postgres->createDatabase();
    }
    m_database = std::make_unique<Database>(m_address);
    migrate(*m_database);
    m_notes = std::make_unique<Notes>();
    if (!mayWarn)
        QTest::failOnWarning(QRegularExpression(u".*"_s));
}

/// The runner looks at the table when a notice comes or a job is due, and not by the clock.
std::unique_ptr<JobRunner> JobFixture::runner(JobTable table, const QString &server, std::chrono::milliseconds lease,
                                              std::function<void(Database &)> prepare) const
{
    JobRunnerSettings settings;
    settings.database = m_address;
    settings.server = server;
    settings.threads = {{Job::Lane::Outbound, 4}, {Job::Lane::Tidy, 1}};
    settings.lease = lease;
    settings.lookAnyway = 1h;
    auto made = std::make_unique<JobRunner>(
        settings, [address = m_address, table = std::move(table), prepare = std::move(prepare)] {
            const auto database = std::make_shared<Database>(address);
            if (prepare)
                prepare(*database);
            return JobWorkshop{*database, table, database};
        });
    made->start();
    return made;
}

/// Functions of the schema are found before PostgreSQL's own of the same name.
void JobFixture::setDatabaseClockBack()
{
    for (const QString &clock : {u"clock_timestamp"_s, u"statement_timestamp"_s})
        m_database->script(u"CREATE FUNCTION public.%1() RETURNS timestamptz LANGUAGE sql VOLATILE AS "
                           "'SELECT pg_catalog.%1() - interval ''1 hour'''"_s.arg(clock));
    const QString name = QUrl(m_address).path().mid(1);
    m_database->script(u"ALTER DATABASE \"%1\" SET search_path = public, pg_catalog"_s.arg(name));
    m_database = std::make_unique<Database>(m_address);
}
