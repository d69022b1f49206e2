// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/device.h"
#include "models/cameras/devicegroup.h"
#include "models/identity/account.h"
#include "server/core/http/caller.h"
#include "server/identity/access/supportgrantstore.h"
#include "server/identity/access/viewerstore.h"
#include "server/identity/audit/auditlog.h"

#include <QSet>

class EventRow;

/// Answers what a caller may see of an account. No other code decides this.
///
/// | caller | things: names, states, apps | secrets: sources, tokens | pictures: streams, marks and their media |
/// | users of the account | yes | yes | yes |
/// | users with a share of a device | the device | never | the device, nothing in the bin |
/// | support, administrators | yes | never | while the account's main user grants access |
/// | apps with the scope `manage` | yes | never | never |
///
/// A share counts at the moment of the question: nothing caches it. Each look by staff is written to the account's
/// audit log, at most once per object in 15 minutes. Everything here is about reading; only callers of the account may
/// change its objects.
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
    /// Returns whether the caller sees the pictures of all devices of the account.
    bool seesPictures(const Caller &caller, AccountId account);
    /// Returns whether the device is shared with the caller, directly or through its group.
    bool isShared(const Caller &caller, DeviceId device);
    /// Returns whether the group is shared with the caller.
    bool isShared(const Caller &caller, DeviceGroupId group);
    /// Returns whether anything of the account is shared with the caller.
    bool isShared(const Caller &caller, AccountId account);

    /// Returns the account or device without the fields that the caller may not see.
    static Account shown(const Caller &caller, Account account);
    Device shown(const Caller &caller, const Device &device) { return shown(caller, QList{device}).constFirst(); }
    QList<Device> shown(const Caller &caller, QList<Device> devices);

    /// Requires that the caller may see the account's objects, without pictures. `object` is the ID of the existing
    /// object that the caller looks at.
    /// Throws: Problem 404.
    /// Transaction: none may be open, because the function may write an audit entry in a transaction of its own.
    void requireThings(const Caller &caller, AccountId account, const QString &object);
    void requireThings(const Caller &caller, const Device &device);
    void requireThings(const Caller &caller, const DeviceGroup &group);
    /// Returns the devices among these for which requireThings() does not throw.
    QSet<DeviceId> seenAmong(const Caller &caller, const QList<Device> &devices);
    /// Requires that the caller may see pictures of the device.
    /// Throws: Problem 404, or 403 `support_access_required` for staff without a grant.
    /// Transaction: none may be open.
    void requirePictures(const Caller &caller, AccountId account, DeviceId device);
    /// Returns the viewer that a list over an account must be narrowed to (MarkQuery::viewer), or a null ID if the
    /// caller sees all of the account's pictures.
    /// Throws: like requirePictures(), if the caller sees none of them.
    UserId requireSomePictures(const Caller &caller, AccountId account, const QString &object);

    /// Sets the users of other accounts who receive each event: the person it is addressed to, or the viewers of the
    /// device.
    void findViewers(QList<EventRow> &events);
    /// The event types that viewers of a device receive: events of the device and its marks, but not what other people
    /// do with them.
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
