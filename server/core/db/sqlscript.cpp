// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/migrations.h"

#include <QRegularExpression>

QStringList splitSqlScript(const QString &script)
{
    // First everything that may contain a semicolon, as a whole (SQLite's triggers contain statements), then the
    // semicolon itself, then everything else.
    static const QRegularExpression token(
        QStringLiteral(
            R"(\s*CREATE\s+TRIGGER\b[^;]*?\bBEGIN\b.*?;\s*END\b|'(?:[^']|'')*'|"[^"]*"|--[^\n]*|/\*.*?\*/|\$\$.*?\$\$|;|[^;'"\-/$]+|.)"),
        QRegularExpression::DotMatchesEverythingOption);
    QStringList statements;
    QString statement;
    bool substance = false;
    const auto finish = [&] {
        if (substance)
            statements += statement.trimmed();
        statement.clear();
        substance = false;
    };
    for (auto match = token.globalMatch(script); match.hasNext();) {
        const QString text = match.next().captured();
        if (text == u";") {
            finish();
            continue;
        }
        substance = substance || !(text.trimmed().isEmpty() || text.startsWith(u"--") || text.startsWith(u"/*"));
        statement += text;
    }
    finish();
    return statements;
}
