// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/sharerequests.h"
#include "server/cameras/sharing/sharebook.h"
#include "server/identity/access/visibility.h"

/// Sharing: the main user lets people of other accounts look at devices, or at groups of them, and takes it back.
///
/// A person is named by id or by address. An address is taken whether or not somebody has it: the answer is the same,
/// and the share is there for whoever signs up with it and proves it. A share is the one that was said: an id and an
/// address of one person make two.
class ShareService
{
public:
    ShareService(Database &database, EventStore &events)
        : m_database(database)
        , m_store(database)
        , m_viewers(database)
        , m_book(database, events)
        , m_visibility(database)
    {
    }

    /// What others share with the calling user, whose account it must be.
    QList<Device> devices(const Caller &caller, AccountId account);
    QList<DeviceGroup> groups(const Caller &caller, AccountId account);

    struct Page
    {
        QList<Share> shares; ///< one more than fits, where there is a next page
        std::optional<qint64> total;
    };
    /// What the account has given.
    Page given(const Caller &caller, const ShareQuery &query, const PageRequest &page);

    /// Throws Problem 403 `main_user_required`, 404 for what is not the account's or in the bin, and 422.
    Share give(const Caller &caller, AccountId account, const NewDeviceShare &wanted);
    Share give(const Caller &caller, AccountId account, const NewGroupShare &wanted);
    /// Throws a 404 where there is no such share.
    void take(const Caller &caller, AccountId account, const EndedDeviceShare &ended);
    void take(const Caller &caller, AccountId account, const EndedGroupShare &ended);

private:
    Share give(const Caller &caller, Share wanted, const QString &user);
    void take(const Caller &caller, const ShareQuery &object, const QString &user);
    void requirePerson(AccountId account, const QString &person);
    bool owns(const Share &share);

    Database &m_database;
    ShareStore m_store;
    ViewerStore m_viewers;
    ShareBook m_book;
    Visibility m_visibility;
};
