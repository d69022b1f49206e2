// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QTemporaryDir>

#include <memory>

/// A PostgreSQL server for the length of a test: its own files in a temporary folder, its own Unix socket, no network.
/// It keeps nothing safe (fsync is off), so it is quick. Run as root it becomes an unprivileged user, as PostgreSQL
/// refuses to be root.
class PostgresServer
{
public:
    /// Throws std::runtime_error when there is no PostgreSQL, or it does not start.
    PostgresServer();
    ~PostgresServer();

    /// A new, empty database; its address as `--database` takes it.
    QString createDatabase();
    /// Breaks every connection, at once; start() brings the same databases back.
    void stop();
    void start();
    /// Runs one statement in a database that createDatabase() made; its output, columns parted by `|`.
    QByteArray sql(const QString &database, const QString &statement) const;

private:
    QStringList asUser(const QString &program, const QStringList &arguments) const;
    QByteArray run(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_programs; ///< folder of initdb, postgres and psql
    QString m_user; ///< whom to become; empty: stay
    std::unique_ptr<ChildProcess> m_process;
    int m_databases = 0;
};
