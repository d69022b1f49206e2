// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class Database;
class QDateTime;
class ServerKey;

/// Slows down who tries the passwords of one account, from however many addresses: five wrong ones in a row are free,
/// after each further one the name waits longer, a second first and a quarter of an hour at most. It is kept in the
/// database, so that neither a restart nor another server forgets it, and for every name that is tried, so that it
/// does not tell which ones exist.
class SignInBackoff
{
public:
    SignInBackoff(Database &database, const ServerKey &key)
        : m_database(database)
        , m_key(key)
    {
    }

    /// Throws Problem 429 `too_many_attempts` while the name has to wait. Before the password is looked at: the right
    /// one is refused alike.
    void require(const QString &name);
    /// A wrong password. Not inside a transaction that may yet be rolled back.
    void failed(const QString &name);
    /// The right one, or a new one.
    void forget(const QString &name);
    /// Of names at which nobody has tried for a day.
    static void removeOld(Database &database, const QDateTime &now);

private:
    QString hashOf(const QString &name) const;

    Database &m_database;
    const ServerKey &m_key;
};
