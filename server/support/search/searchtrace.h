// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/support/supportview.h"
#include "server/support/search/searchindex.h"

/// What staff typed to find people, which the audit log keeps until one of these people deletes the account.
class SearchTrace
{
public:
    explicit SearchTrace(Database &database)
        : m_database(database)
    {
    }

    /// Notes whose names, addresses and numbers a text has found. Returns false, and removes their hits, if accounts
    /// have been deleted since: the text must not be kept then.
    ///
    /// Transaction: the caller's. The accounts stay until it ends.
    bool note(const QString &typed, QList<SupportHit> &hits);
    /// Removes from the audit log each text that has found the account. That staff searched, when, and how much they
    /// found stays.
    ///
    /// Transaction: the caller's.
    void forgetFindings(AccountId account);
    /// Removes from the audit log each text that finds one of the account's objects by its present names, or that
    /// contains a name, an address or a number of a person. It covers searches before there were findings, and those
    /// that found more than they show.
    ///
    /// Transaction: its own, several of them.
    void forgetNames(AccountId account);

private:
    QList<Findable> personsOf(AccountId account);
    QList<Findable> thingsOf(AccountId account);
    QByteArray forgetting() const;
    QByteArray typed() const;

    Database &m_database;
};
