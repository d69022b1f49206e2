// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/share.h"
#include "server/core/db/database.h"

struct PageRequest;

/// A filter for the shares of an account. Null ids do not filter.
struct ShareQuery
{
    AccountId account = {};
    DeviceId device = {};
    DeviceGroupId group = {};
};

/// The SQL of shares.
class ShareStore
{
public:
    explicit ShareStore(Database &database)
        : m_database(database)
    {
    }

    /// Inserts a share, or updates the end of an existing share of the same object with the same person. Returns the
    /// stored share. Unless `session` is null, the share ends with the session.
    Share put(const Share &share, SessionId session);
    /// Returns the share of an object with a person. Exactly one of `device` and `group` must be set in `object`.
    std::optional<Share> find(const ShareQuery &object, const QString &person);
    /// Locks the object of a share, so that it cannot be moved to the bin at the same time. Returns false unless the
    /// object exists outside the bin and belongs to the sharing account.
    ///
    /// Transaction: the caller's.
    bool lockShared(const Share &share);
    /// Deletes a share. Returns false if the share does not exist.
    bool remove(ShareId share);
    /// Returns a page of shares, newest first. If there is a next page, the list has one more share than the page.
    QList<Share> list(const ShareQuery &query, const PageRequest &page);
    qint64 count(const ShareQuery &query);
    QList<Share> ofDevice(DeviceId device);
    QList<Share> ofGroup(DeviceGroupId group);
    bool hasExpired(const QDateTime &now);
    /// Returns the shares that ended at or before `now`, except those that another server is ending at the same time.
    QList<Share> expired(const QDateTime &now);

private:
    Database &m_database;
};
