// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/core/db/databasefixture.h"

#include "tests/support/postgresserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

void DatabaseFixture::addEngines()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

PostgresServer &DatabaseFixture::postgres()
{
    static PostgresServer server;
    return server;
}

DatabaseFixture::DatabaseFixture(const QString &engine)
    : m_address(engine == u"sqlite"_s ? u"sqlite:"_s + m_folder.filePath(u"test.db"_s) : postgres().createDatabase())
    , database(m_address)
{
    database.script(u"CREATE TABLE parent (id TEXT PRIMARY KEY, n BIGINT NOT NULL DEFAULT 0)"_s);
    database.script(
        u"CREATE TABLE child (id TEXT PRIMARY KEY, parent TEXT NOT NULL REFERENCES parent ON DELETE RESTRICT)"_s);
    database.exec("INSERT INTO parent (id) VALUES ('a'), ('b')");
}

void DatabaseFixture::breakConnection()
{
    const int process = database.value("SELECT pg_backend_pid()").toInt();
    Database other(m_address);
    other.value("SELECT pg_terminate_backend(?)", process);
    QTRY_COMPARE(other.value("SELECT count(*) FROM pg_stat_activity WHERE pid = ?", process).toInt(), 0);
}
