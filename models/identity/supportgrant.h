// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QDateTime>
#include <QObject>

/// A grant that lets support staff see an account's pictures for a limited time. The account's main user grants and
/// ends it.
class SupportGrant
{
    Q_GADGET
    Q_CLASSINFO("table", "support_access")
    Q_CLASSINFO("reason.max", "500")
    Q_CLASSINFO("endedAt.optional", "true")
    Q_CLASSINFO("endedAt.doc", "When the grant was ended early.")
    Q_CLASSINFO("lastUsedAt.optional", "true")
    Q_CLASSINFO("uses.doc", "Number of accesses. Each access is in the audit log as `support_viewed`.")
    Q_CLASSINFO("reason.optional", "json")
    Q_PROPERTY(SupportGrantId grantId MEMBER grantId DESIGNABLE false)
    Q_PROPERTY(AccountId accountId MEMBER accountId DESIGNABLE false)
    Q_PROPERTY(UserId grantedBy MEMBER grantedBy DESIGNABLE false)
    Q_PROPERTY(QDateTime grantedAt MEMBER grantedAt DESIGNABLE false)
    Q_PROPERTY(QDateTime until MEMBER until DESIGNABLE false)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt DESIGNABLE false)
    Q_PROPERTY(QString reason MEMBER reason DESIGNABLE false)
    Q_PROPERTY(qint64 uses MEMBER uses DESIGNABLE false)
    Q_PROPERTY(QDateTime lastUsedAt MEMBER lastUsedAt DESIGNABLE false)

public:
    SupportGrantId grantId;
    AccountId accountId;
    UserId grantedBy;
    QDateTime grantedAt;
    QDateTime until;
    QDateTime endedAt;
    QString reason;
    qint64 uses = 0;
    QDateTime lastUsedAt;

    friend bool operator==(const SupportGrant &, const SupportGrant &) = default;
};

/// A request for a grant.
class NewSupportGrant
{
    Q_GADGET
    Q_CLASSINFO("reason.format", "multi-line")
    Q_CLASSINFO("hours.min", "1")
    Q_CLASSINFO("hours.max", "168")
    Q_CLASSINFO("reason.max", "500")
    Q_PROPERTY(qint64 hours MEMBER hours REQUIRED)
    Q_PROPERTY(QString reason MEMBER reason)

public:
    qint64 hours = 0;
    QString reason;
};
