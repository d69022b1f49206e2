// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testserver.h"

/// The tables of a server's database.
namespace Tables {

/// Returns the names of all tables, in order.
inline QStringList all(const TestServer &server)
{
    const QString query = TestServer::onPostgres()
        ? QStringLiteral("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        : QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1");
    return QString::fromUtf8(server.sql(query)).split(u'\n', Qt::SkipEmptyParts);
}

/// Returns whether any column of any row has the text, in whatever case.
inline bool names(const TestServer &server, const QString &table, const QString &text)
{
    QString row = table + QStringLiteral("::text");
    if (!TestServer::onPostgres()) {
        const QByteArray columns = server.sql(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table));
        QStringList texts;
        for (const QString &column : QString::fromUtf8(columns).split(u'\n', Qt::SkipEmptyParts))
            texts += QStringLiteral("coalesce(%1, '')").arg(column);
        row = texts.join(QStringLiteral(" || ' ' || "));
    }
    const QString query =
        QStringLiteral("SELECT count(*) FROM %1 WHERE lower(%2) LIKE '%%3%'").arg(table, row, text.toLower());
    return server.sql(query).trimmed() != "0";
}
}
