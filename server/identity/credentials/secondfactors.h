// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/credentials/secondfactorstore.h"
#include "server/identity/credentials/signinbackoff.h"

class ServerKey;

/// The second factors of users: a secret that an authenticator app shares with the server (RFC 6238), and ten recovery
/// codes for the day when the app is lost. Each code works once. Wrong codes slow down further attempts, for the user
/// and not for the address.
class SecondFactors
{
public:
    enum class Means { App, RecoveryCode };
    enum class Confirmed { Yes, WrongCode, NotBegun, AlreadyEnabled };

    SecondFactors(Database &database, const ServerKey &key)
        : m_store(database)
        , m_backoff(database, key, SignInBackoff::Secret::SecondFactor)
        , m_key(key)
    {
    }

    static constexpr qint64 setUpLifetime = 15 * 60; // seconds

    /// Returns when the second factor was enabled; invalid for a user without one.
    QDateTime enabledAt(UserId user);
    /// Returns whether a sign-in must ask for a code. The answer holds until the transaction ends: a first code that
    /// waits for it ends what the transaction begins.
    /// Transaction: the caller's.
    bool mustAsk(UserId user) { return m_store.enabledAtForShare(user).isValid(); }
    qint64 recoveryCodesLeft(UserId user) { return m_store.recoveryCodes(user); }

    /// Locks the second factor, if there is one, until the transaction ends. All changes of it wait.
    void lock(UserId user) { m_store.findForUpdate(user); }
    /// Begins a set-up, in place of one that has begun, and returns its secret. Returns an empty array if the user has
    /// a second factor.
    QByteArray begin(UserId user);
    /// Enables the second factor with the first code of the app.
    /// Throws: Problem 429 `too_many_attempts`.
    /// Transaction: the caller's, who commits it also after a wrong code, which has been counted.
    Confirmed confirm(UserId user, const QString &code);
    /// Uses a code of the app or a recovery code. Returns std::nullopt for a wrong one, and for a user without a second
    /// factor. Only one of two concurrent callers with the same code succeeds.
    /// Throws: Problem 429 `too_many_attempts`.
    /// Transaction: the caller's, who commits it also after a wrong code, which has been counted.
    std::optional<Means> take(UserId user, const QString &code);
    /// Makes ten recovery codes. All earlier ones end.
    QStringList makeRecoveryCodes(UserId user);
    void remove(UserId user);

private:
    bool isNextCode(SecondFactorRow &row, const QString &code) const;
    QString hashOf(UserId user, const QString &recoveryCode) const;

    SecondFactorStore m_store;
    SignInBackoff m_backoff;
    const ServerKey &m_key;
};
