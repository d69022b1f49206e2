// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <memory>
#include <mutex>

/// The places for something that takes a while and of which a process can do only so much at a time. An account has a
/// few of them, so that accounts share the process fairly.
///
/// Thread: any.
class Places
{
public:
    struct Most
    {
        int all = 0;
        int ofAccount = 0;
    };
    /// What an account is told that has all of its places.
    struct Refusal
    {
        QString code;
        QString detail;
        std::chrono::seconds retryAfter{};
    };

    Places(Most most, Refusal refusal);
    Q_DISABLE_COPY_MOVE(Places)

    /// Takes a place for the account, as long as the returned object exists. This object must outlive it.
    ///
    /// Throws: 429 with the code of the refusal and the number as `limit` if the account has all of its places; 503
    /// `overloaded` if all places are taken.
    [[nodiscard]] std::shared_ptr<void> take(AccountId account);

private:
    const Most m_most;
    const Refusal m_refusal;
    std::mutex m_lock;
    QHash<AccountId, int> m_taken;
    int m_all = 0;
};
