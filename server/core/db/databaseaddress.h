// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSqlDatabase;

/// Where a database is: `sqlite:/path/to/file`, or a libpq address (PostgreSQL, "Connection URIs").
class DatabaseAddress
{
public:
    explicit DatabaseAddress(const QString &text);

    bool isPostgres() const { return m_postgres; }
    /// Of SQLite.
    QString file() const;
    void configure(QSqlDatabase &connection) const;
    /// For logs: without the password.
    QString display() const;

private:
    QString m_text;
    bool m_postgres = false;
};
