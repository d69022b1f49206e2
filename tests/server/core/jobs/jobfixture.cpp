// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/jobs/jobfixture.h"

#include "server/core/db/migrations.h"

#include <QRegularExpression>

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
std::unique_ptr<JobRunner> JobFixture::runner(JobTable table, const QString &server,
                                              std::chrono::milliseconds lease) const
{
    JobRunnerSettings settings;
    settings.database = m_address;
    settings.server = server;
    settings.threads = {{Job::Lane::Outbound, 4}, {Job::Lane::Tidy, 1}};
    settings.lease = lease;
    settings.lookAnyway = 1h;
    auto made = std::make_unique<JobRunner>(settings, [address = m_address, table = std::move(table)] {
        const auto database = std::make_shared<Database>(address);
        return JobWorkshop{*database, table, database};
    });
    made->start();
    return made;
}
