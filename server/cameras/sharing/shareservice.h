// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/sharerequests.h"
#include "server/cameras/sharing/sharebook.h"
#include "server/core/http/route.h"
#include "server/identity/access/caps.h"
#include "server/identity/access/visibility.h"

/// Shares devices and device groups with people of other accounts. Only the main user of an account can grant and
/// revoke shares.
///
/// A person is named by user id or email address. An address is accepted whether or not it is registered, with the same
/// response. If it is registered later, the share applies once the address is verified. A share by id and a share by
/// address are two shares, even if both name the same person.
class ShareService
{
public:
    ShareService(Database &database, EventStore &events, const Caps &caps)
        : m_database(database)
        , m_store(database)
        , m_viewers(database)
        , m_book(database, events)
        , m_caps(caps)
        , m_visibility(database)
    {
    }

    /// devices() and groups() return the devices and groups that other accounts share with the calling user.
    ///
    /// Throws: 404 unless `account` is the caller's.
    QList<Device> devices(const Caller &caller, AccountId account);
    QList<DeviceGroup> groups(const Caller &caller, AccountId account);

    struct Page
    {
        QList<Share> shares; ///< one more than the page if there is a next page
        std::optional<qint64> total;
    };
    /// Returns the shares that the account has granted.
    Page granted(const Caller &caller, const ShareQuery &query, const PageRequest &page);

    /// Grants a share, or changes the end of an existing one.
    ///
    /// Throws: 403 `main_user_required`; 404 if the object is in the bin or belongs to another account; 422 for a
    /// person or an end that is not valid, or `too_many`.
    Share grant(const Caller &caller, AccountId account, const NewDeviceShare &wanted);
    Share grant(const Caller &caller, AccountId account, const NewGroupShare &wanted);
    /// Throws: 403 `main_user_required`; 404 if there is no such share.
    void revoke(const Caller &caller, AccountId account, const EndedDeviceShare &ended);
    void revoke(const Caller &caller, AccountId account, const EndedGroupShare &ended);

private:
    Share grant(const Caller &caller, Share wanted, const QString &user);
    void revoke(const Caller &caller, const ShareQuery &object, const QString &user);
    void requirePerson(AccountId account, const QString &person);

    Database &m_database;
    ShareStore m_store;
    ViewerStore m_viewers;
    ShareBook m_book;
    const Caps &m_caps;
    Visibility m_visibility;
};

RouteTable shareRoutes(ShareService &shares);
