// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSqlDatabase;

/// The address of a database: `sqlite:/path/to/file`, or a libpq address (PostgreSQL, "Connection URIs").
class DatabaseAddress
{
public:
    explicit DatabaseAddress(const QString &text);

    bool isPostgres() const { return m_postgres; }
    /// Returns the path of a SQLite file.
    QString file() const;
    void configure(QSqlDatabase &connection) const;
    /// Returns the address without the password, for logs.
    QString display() const;

private:
    QString m_text;
    bool m_postgres = false;
};
