// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/access/caps.h"

class Database;

/// What an account stores or has been promised room for, against what it may store: photos, videos and the media of
/// marks, including those in the bin, recordings that are held, videos that are being captured, and unfinished uploads.
/// Recordings that are not held do not count, because they make room for all of these.
class StorageUse
{
public:
    /// The room that a second of a video is promised until its size is known.
    static constexpr qint64 bytesOfSecond = 500'000;

    StorageUse(Database &database, const Caps &caps)
        : m_database(database)
        , m_caps(caps)
    {
    }

    /// Requires that the account may store this many bytes more. The account must be locked, so that concurrent
    /// requests cannot take the same room.
    ///
    /// Throws: 403 `plan_limit_reached`; 422 `too_many` without a plan.
    void require(AccountId account, qint64 more);

private:
    qint64 bytesOf(AccountId account);

    Database &m_database;
    const Caps &m_caps;
};
