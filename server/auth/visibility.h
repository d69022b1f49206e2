// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/device.h"
#include "server/audit/auditlog.h"
#include "server/auth/caller.h"
#include "server/support/supportgrantstore.h"

/// The one place that answers what of an account a caller may see.
///
/// | | things: names, states, apps | secrets: sources, tokens | pictures: streams, marks and their media |
/// | users of the account | yes | yes | yes |
/// | support, administrators | yes | never | while the account's main user grants it |
/// | an app with the scope `manage` | yes | never | never |
///
/// Whatever staff looks at is told to the account, in its audit log: once for each object in a quarter of an hour.
/// Everything here is for reading; whoever changes something must be of the account.
class Visibility
{
public:
    explicit Visibility(Database &database)
        : m_database(database)
        , m_grants(database)
        , m_audit(database)
    {
    }

    static bool isOwn(const Caller &caller, AccountId account)
    {
        return !account.isNull() && caller.accountId == account;
    }
    static bool seesThings(const Caller &caller, AccountId account)
    {
        return isOwn(caller, account) || caller.isStaff() || caller.isAdmin();
    }
    static bool seesSecrets(const Caller &caller, AccountId account) { return isOwn(caller, account); }
    bool seesPictures(const Caller &caller, AccountId account);

    /// What the caller gets to see of an account and of a device: all, or what is left without their secrets.
    static Account shown(const Caller &caller, Account account);
    static Device shown(const Caller &caller, Device device);

    /// Throws Problem::notFound() unless the caller sees the account's things. `object` is the id of what it looks at,
    /// which is there. Not inside a transaction.
    void requireThings(const Caller &caller, AccountId account, const QString &object);
    /// The same for pictures; for staff without a grant it is 403 `support_access_required`.
    void requirePictures(const Caller &caller, AccountId account, const QString &object);

    /// A member of staff that a signed address was made for: what it may see now, whatever it could when it got it.
    /// Nobody once it is no staff any more.
    Caller staff(UserId user);

private:
    bool isThere(AccountId account);
    void tell(const Caller &caller, AccountId account, const QString &object, bool pictures);

    Database &m_database;
    SupportGrantStore m_grants;
    AuditLog m_audit;
};
