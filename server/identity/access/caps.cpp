// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/access/caps.h"

#include "server/core/db/database.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

void lockAccount(Database &database, AccountId account)
{
    database.value("SELECT 1 FROM account WHERE account_id = ?" + database.forUpdate(), account);
}

void requireFewer(qint64 present, qint64 limit, const QString &what)
{
    if (present >= limit)
        throw Problem(422, u"too_many"_s, u"An account can have at most %1 %2."_s.arg(limit).arg(what))
            .with(u"limit"_s, limit);
}
