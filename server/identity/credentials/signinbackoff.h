// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class Database;
class QDateTime;
class ServerKey;

/// Slows down guessing a secret of an account from any number of addresses: its password, the codes that are sent to
/// it, or the codes of its second factor. Five wrong passwords in a row are free, five wrong codes of a second factor,
/// and ten wrong codes that were sent, which are as many as two codes allow. After each further one, the name must wait
/// longer: from one second up to 15 minutes. The state is stored in the database, so that it survives a restart and
/// holds on all servers. It is stored for every name that is tried, so that it does not reveal which names exist.
class SignInBackoff
{
public:
    enum class Secret { Password, Code, SecondFactor };

    SignInBackoff(Database &database, const ServerKey &key, Secret secret = Secret::Password)
        : m_database(database)
        , m_key(key)
        , m_secret(secret)
    {
    }

    /// Requires that the name need not wait. Call it before the secret is checked: a correct one is refused too.
    /// Throws: Problem 429 `too_many_attempts`.
    void require(const QString &name);
    /// Returns how long the name must wait; 0: no longer.
    qint64 secondsLeft(const QString &name);
    /// Counts a wrong secret.
    /// Transaction: none may be open, because a rollback would lose the count.
    void failed(const QString &name);
    /// Like failed(). Transaction: the caller's, who must commit it.
    void count(const QString &name);
    /// Clears the count after a correct or a new secret.
    void forget(const QString &name);
    /// Deletes the counts of names that have not been tried for a day.
    static void removeOld(Database &database, const QDateTime &now);

private:
    QString hashOf(const QString &name) const;

    Database &m_database;
    const ServerKey &m_key;
    Secret m_secret;
};
