// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/knowndevices.h"

#include "server/core/db/database.h"
#include "server/identity/credentials/secrets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
constexpr int daysRemembered = 180;
constexpr int mostADay = 5; // mails per day, however often a person with the password changes the device
}

bool KnownDevices::isNews(UserId user, AppId app, const QString &userAgent, const QDateTime &now)
{
    static const QRegularExpression version(u"[0-9._]+"_s);
    const QString hash = Secrets::hashOf(app.toString() + u'\n' + QString(userAgent).remove(version));
    if (m_database.exec("UPDATE known_device SET seen_at = ? WHERE user_id = ? AND device_hash = ?", now, user, hash)
        > 0)
        return false;
    const qint64 known = m_database.value("SELECT count(*) FROM known_device WHERE user_id = ?", user).toLongLong();
    const qint64 today =
        m_database
            .value("SELECT count(*) FROM known_device WHERE user_id = ? AND first_seen_at > ?", user, now.addDays(-1))
            .toLongLong();
    const bool isMine = m_database.exec("INSERT INTO known_device (user_id, device_hash, first_seen_at, seen_at) "
                                        "VALUES (?, ?, ?, ?) ON CONFLICT (user_id, device_hash) DO NOTHING",
                                        user, hash, now, now)
        > 0; // otherwise a concurrent sign-in from the same device reports it
    return isMine && known > 0 && today <= mostADay;
}

void KnownDevices::removeOld(const QDateTime &now)
{
    m_database.exec("DELETE FROM known_device WHERE seen_at < ?", now.addDays(-daysRemembered));
}
