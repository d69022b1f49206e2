// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/visibility.h"

#include "models/times.h"
#include "server/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 secondsOfOneLook = 15 * 60;
}

bool Visibility::seesPictures(const Caller &caller, AccountId account)
{
    return isOwn(caller, account) || (caller.isStaff() && m_grants.inForce(account, Times::now()).has_value());
}

Account Visibility::shown(const Caller &caller, Account account)
{
    if (!seesSecrets(caller, account.accountId))
        account.paymentMethod.clear();
    return account;
}

Device Visibility::shown(const Caller &caller, Device device)
{
    if (!seesSecrets(caller, device.accountId)) {
        device.sourceUrl.clear();
        device.username.clear();
        device.streams = {};
    }
    return device;
}

void Visibility::requireThings(const Caller &caller, AccountId account, const QString &object)
{
    if (!seesThings(caller, account) || (!isOwn(caller, account) && !isThere(account)))
        throw Problem::notFound();
    tell(caller, account, object, false);
}

void Visibility::requirePictures(const Caller &caller, AccountId account, const QString &object)
{
    if (!seesPictures(caller, account))
        throw caller.isStaff() ? Problem::forbidden(u"support_access_required"_s,
                                                    u"The account has not let support look at its pictures."_s)
                               : Problem::notFound();
    tell(caller, account, object, true);
}

/// What belongs to the house has no account.
bool Visibility::isThere(AccountId account)
{
    return account.isNull()
        || m_database.value("SELECT count(*) FROM account WHERE account_id = ?", account).toInt() > 0;
}

Caller Visibility::staff(UserId user)
{
    const auto found = m_database.one<User>("SELECT u.* FROM account_user u JOIN account a ON a.account_id = "
                                            "u.account_id WHERE u.user_id = ? AND a.status = 'active'",
                                            user);
    if (!found)
        return {};
    return {.kind = Caller::Kind::User,
            .accountId = found->accountId,
            .userId = user,
            .role = found->role,
            .firstParty = true};
}

void Visibility::tell(const Caller &caller, AccountId account, const QString &object, bool pictures)
{
    if (isOwn(caller, account) || caller.userId.isNull() || account.isNull())
        return;
    const QDateTime now = Times::now();
    const QDateTime since = now.addSecs(-secondsOfOneLook);
    if (m_audit.hasLooked(caller.userId, account, object, pictures, since))
        return;
    Transaction transaction(m_database);
    m_audit.record(caller,
                   {.action = AuditEntry::Action::SupportViewed,
                    .accountId = account,
                    .object = object,
                    .detail = {{u"pictures"_s, pictures}}});
    if (pictures)
        m_grants.countUse(account, now);
    transaction.commit();
}
