// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/devicegroup.h"
#include "models/identity/account.h"
#include "server/core/http/caller.h"
#include "server/identity/access/supportgrantstore.h"
#include "server/identity/access/viewerstore.h"
#include "server/identity/audit/auditlog.h"

class EventRow;

/// The one place that answers what of an account a caller may see.
///
/// | | things: names, states, apps | secrets: sources, tokens | pictures: streams, marks and their media |
/// | users of the account | yes | yes | yes |
/// | whom a device is shared with | of the device | never | of the device, nothing of its bin |
/// | support, administrators | yes | never | while the account's main user grants it |
/// | an app with the scope `manage` | yes | never | never |
///
/// A share counts as of the moment that is asked about: it is neither kept nor remembered anywhere. Whatever staff
/// looks at is told to the account, in its audit log: once for each object in a quarter of an hour. Everything here is
/// for reading; whoever changes something must be of the account.
class Visibility
{
public:
    explicit Visibility(Database &database)
        : m_database(database)
        , m_grants(database)
        , m_viewers(database)
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
    /// All of the account's.
    bool seesPictures(const Caller &caller, AccountId account);
    /// Whether it is shared with the caller: it, or the group that it is in.
    bool isShared(const Caller &caller, DeviceId device);
    bool isShared(const Caller &caller, DeviceGroupId group);
    /// Whether anything of the account's is.
    bool isShared(const Caller &caller, AccountId account);

    /// What the caller gets to see of an account and of a device: all, or what is left without their secrets.
    static Account shown(const Caller &caller, Account account);
    Device shown(const Caller &caller, Device device);

    /// Throws Problem::notFound() unless the caller sees the account's things. `object` is the id of what it looks at,
    /// which is there. Not inside a transaction.
    void requireThings(const Caller &caller, AccountId account, const QString &object);
    void requireThings(const Caller &caller, const Device &device);
    void requireThings(const Caller &caller, const DeviceGroup &group);
    /// The same for pictures; for staff without a grant it is 403 `support_access_required`.
    void requirePictures(const Caller &caller, AccountId account, DeviceId device);
    /// For a list over an account: whose devices it is to be narrowed to, as MarkQuery::viewer. Null: it is not. Throws
    /// as requirePictures() where the caller sees none of the account's.
    UserId requireSomePictures(const Caller &caller, AccountId account, const QString &object);

    /// Who a signed address was made for, and what that user may see now, whatever it could when it got it. Nobody once
    /// the account is not active any more.
    Caller viewer(UserId user);

    /// The users of other accounts that hear of an event: whom it is addressed to, or those who look at the device.
    QList<UserId> hearers(const EventRow &event);
    /// The types of events that those hear of who look at a device: of the device and its marks, and of nothing that
    /// somebody else does with them.
    static QStringList heardByViewers();

private:
    bool isThere(AccountId account);
    [[noreturn]] static void refusePictures(const Caller &caller);
    void tell(const Caller &caller, AccountId account, const QString &object, bool pictures);

    Database &m_database;
    SupportGrantStore m_grants;
    ViewerStore m_viewers;
    AuditLog m_audit;
};
