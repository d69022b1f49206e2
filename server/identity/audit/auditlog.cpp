// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/audit/auditlog.h"

#include "models/core/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void AuditLog::record(AuditEntry entry)
{
    entry.auditId = AuditId::generate();
    entry.at = Times::now();
    const bool byNobody = entry.actorUserId.isNull() && entry.actorAppId.isNull();
    if (byNobody && entry.address.isEmpty() && entry.actorName.isEmpty())
        entry.actorName = u"command line"_s;
    else if (entry.actorName.isEmpty() && !byNobody)
        entry.actorName = m_store.nameOf(entry.actorUserId, entry.actorAppId);
    m_store.insert(entry);
}

void AuditLog::record(const Caller &by, AuditEntry entry)
{
    if (entry.actorUserId.isNull())
        entry.actorUserId = by.userId;
    entry.actorAppId = by.appId;
    entry.byStaff = by.isStaff() && by.accountId != entry.accountId;
    entry.address = by.origin.address;
    record(std::move(entry));
}

void AuditLog::recordFailedSignIn(const Caller &by, AccountId account, const QString &reason)
{
    const QDateTime hourAgo = Times::now().addSecs(-3600);
    Transaction transaction(m_database);
    const qint64 left = std::min(failuresAnHour - m_store.failedSignIns(hourAgo),
                                 failuresAnHourFromOneAddress - m_store.failedSignInsFrom(by.origin.address, hourAgo));
    if (left > 0) {
        QJsonObject detail{{u"reason"_s, reason}};
        if (left == 1)
            detail.insert(u"more"_s, true);
        record(by, {.action = AuditEntry::Action::SignInFailed, .accountId = account, .detail = detail});
    }
    transaction.commit();
}

bool AuditLog::hasLooked(UserId staff, AccountId account, const QString &object, bool pictures, const QDateTime &since)
{
    const auto looks = m_store.looks(staff, account, object, since);
    return std::any_of(looks.cbegin(), looks.cend(),
                       [&](const AuditEntry &look) { return look.detail[u"pictures"_s].toBool() == pictures; });
}
