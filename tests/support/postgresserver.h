// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/childprocess.h"

#include <QTemporaryDir>

#include <memory>

/// A PostgreSQL server for a test, with files in a temporary folder and a Unix socket instead of the network. It is
/// fast because fsync is off. A test that runs as root starts the server as an unprivileged user, because PostgreSQL
/// refuses to run as root.
class PostgresServer
{
public:
    /// Throws: std::runtime_error if PostgreSQL is not installed or cannot be started.
    PostgresServer();
    ~PostgresServer();

    /// Creates an empty database, and returns its address for the option `--database`.
    QString createDatabase();
    /// Ends all connections at once. start() starts the server with the same databases.
    void stop();
    void start();
    /// Runs a statement in a database of createDatabase(), and returns its output with columns separated by `|`.
    QByteArray sql(const QString &database, const QString &statement) const;

private:
    QStringList asUser(const QString &program, const QStringList &arguments) const;
    void createCluster();
    QByteArray run(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_programs; ///< folder of initdb, postgres, and psql
    QString m_user; ///< user of the server; empty: the current user
    std::unique_ptr<ChildProcess> m_process;
    int m_databases = 0;
};
