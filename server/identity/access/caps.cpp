// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/access/caps.h"

#include "server/core/db/database.h"
#include "server/core/http/problem.h"

#include <QMap>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
const QMap<QString, qint64 Caps::*> &names()
{
    static const QMap<QString, qint64 Caps::*> map{
        {u"apps"_s, &Caps::apps},         {u"cameras"_s, &Caps::cameras},   {u"groups"_s, &Caps::groups},
        {u"modes"_s, &Caps::modes},       {u"versions"_s, &Caps::versions}, {u"zones"_s, &Caps::zones},
        {u"channels"_s, &Caps::channels}, {u"shares"_s, &Caps::shares},     {u"items"_s, &Caps::items},
        {u"storage"_s, &Caps::storage},   {u"orders"_s, &Caps::orders},     {u"sandbox"_s, &Caps::sandbox},
        {u"marks"_s, &Caps::marks},
    };
    return map;
}
}

Caps Caps::parse(const QString &text)
{
    Caps caps;
    if (text.isEmpty() || text == u"default"_s)
        return caps;
    for (const QString &part : text.split(u',')) {
        const auto cap = names().constFind(part.section(u'=', 0, 0).trimmed());
        bool isNumber = false;
        const qint64 number = part.section(u'=', 1).trimmed().toLongLong(&isNumber);
        if (cap == names().constEnd() || !isNumber || number < 0)
            throw std::runtime_error(
                qUtf8Printable(u"a cap is NAME=NUMBER, such as modes=50, not \"%1\"; the names are %2"_s.arg(
                    part, names().keys().join(u", "_s))));
        caps.*cap.value() = number;
    }
    return caps;
}

bool lockAccount(Database &database, AccountId account)
{
    return database.value("SELECT 1 FROM account WHERE account_id = ?" + database.forUpdate(), account).isValid();
}

void requireFewer(qint64 present, qint64 cap, const QString &what, const QString &owner)
{
    if (present >= cap)
        throw Problem(422, u"too_many"_s, u"%1 can have at most %2 %3."_s.arg(owner).arg(cap).arg(what))
            .with(u"limit"_s, cap);
}
