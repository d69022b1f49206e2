// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/databaseerror.h"

#include <QSqlError>
#include <QString>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace {
/// An error code: a SQLSTATE of PostgreSQL (appendix A of its manual), or an extended result code of SQLite
/// (rescode.html).
bool isOneOf(const QString &code, std::initializer_list<QLatin1StringView> codes)
{
    for (const QLatin1StringView known : codes) {
        if (code == known)
            return true;
    }
    return false;
}

bool isForeignKey(const QSqlError &error)
{
    // SQLite reports a violation of ON DELETE RESTRICT with the code of triggers, which the schema's triggers use as
    // well.
    const bool restricted =
        error.nativeErrorCode() == "1811"_L1 && error.databaseText().contains("FOREIGN KEY constraint"_L1);
    return restricted || isOneOf(error.nativeErrorCode(), {"23503"_L1, "23001"_L1, "787"_L1});
}
}

void throwDatabaseError(const QSqlError &error, QByteArrayView sql)
{
    const std::string text = (error.text().trimmed().toUtf8() + " in: " + sql.toByteArray()).toStdString();
    const QString code = error.nativeErrorCode();
    if (isOneOf(code, {"23505"_L1, "1555"_L1, "2067"_L1, "2579"_L1}))
        throw UniqueViolation(text);
    if (isForeignKey(error))
        throw ForeignKeyViolation(text);
    if (isOneOf(code, {"40001"_L1, "40P01"_L1}))
        throw SerializationFailure(text);
    if (isOneOf(code, {"53100"_L1, "13"_L1, "4874"_L1}))
        throw DatabaseFull(text);
    throw DatabaseError(text);
}
