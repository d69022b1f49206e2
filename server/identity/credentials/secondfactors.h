// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/credentials/keychallenges.h"
#include "server/identity/credentials/relyingparty.h"
#include "server/identity/credentials/secondfactorstore.h"
#include "server/identity/credentials/securitykeystore.h"
#include "server/identity/credentials/signinbackoff.h"

class ServerKey;

/// The second factors of users: a secret that an authenticator app shares with the server (RFC 6238), security keys
/// (Web Authentication Level 2), and ten recovery codes for the day when these are lost. Each code works once. Wrong
/// codes and answers slow down further attempts, for the user and not for the address.
class SecondFactors
{
public:
    enum class Means { App, RecoveryCode };
    enum class Confirmed { Yes, WrongCode, NotBegun, AlreadyEnabled };
    enum class KeyTaken {
        Yes,
        No,
        CounterWentBack, ///< the key has signed with another counter before: there are two of it
    };

    SecondFactors(Database &database, const ServerKey &key, const QUrl &publicUrl)
        : m_store(database)
        , m_keys(database)
        , m_party(publicUrl)
        , m_challenges(key)
        , m_backoff(database, key, SignInBackoff::Secret::SecondFactor)
        , m_key(key)
    {
    }

    static constexpr qint64 setUpLifetime = 15 * 60; // seconds

    static constexpr qint64 mostKeys = 10; // of a user

    const RelyingParty &party() const { return m_party; }
    const KeyChallenges &challenges() const { return m_challenges; }

    /// Returns when the authenticator app was enabled; invalid for a user without one.
    QDateTime enabledAt(UserId user);
    /// Returns whether the user has an authenticator app or a security key.
    bool has(UserId user) { return enabledAt(user).isValid() || m_keys.count(user) > 0; }
    /// Returns whether a sign-in must ask for a second factor. The answer holds until the transaction ends: a first
    /// code or key that waits for it ends what the transaction begins.
    /// Transaction: the caller's.
    bool mustAsk(UserId user) { return m_store.enabledAtForShare(user).isValid() || m_keys.count(user) > 0; }
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
    /// Makes ten recovery codes for a user who has a second factor. All earlier ones end.
    QStringList makeRecoveryCodes(UserId user);
    /// Removes the authenticator app, and with the last second factor the recovery codes.
    void removeApp(UserId user);
    /// Removes the app, all security keys and the recovery codes.
    void removeAll(UserId user);

    QList<SecurityKeyRow> keys(UserId user) { return m_keys.ofUser(user); }
    std::optional<SecurityKeyRow> key(const QByteArray &credentialId);
    /// Makes the row that stands for the second factors of a user, if there is none yet. It must be there before the
    /// first key is added, so that the key and a sign-in at the same moment wait for each other.
    void prepareKeys(UserId user) { m_store.prepare(user); }
    /// Adds a key that was made for a challenge of this browser. Returns std::nullopt for an answer that is not valid.
    /// Throws: Problem 422 `too_many`; UniqueViolation if the key is there already.
    /// Transaction: the caller's, after lock().
    std::optional<SecurityKeyRow> addKey(UserId user, const KeyAnswer &answer, const QString &browserSecret,
                                         const QString &name);
    /// Uses a key of the user for a challenge of this form and browser.
    /// Throws: Problem 429 `too_many_attempts`.
    /// Transaction: the caller's, who commits it also after a refusal, which has been counted.
    KeyTaken takeKey(UserId user, const KeyAnswer &answer, const QString &form, const QString &browserSecret);
    /// Removes a key, and with the last second factor the recovery codes. Transaction: the caller's, after lock().
    void removeKey(const SecurityKeyRow &key);

private:
    KeyTaken checkKey(UserId user, const KeyAnswer &answer, const QString &form, const QString &browserSecret);
    bool isNextCode(SecondFactorRow &row, const QString &code) const;
    QString hashOf(UserId user, const QString &recoveryCode) const;

    SecondFactorStore m_store;
    SecurityKeyStore m_keys;
    RelyingParty m_party;
    KeyChallenges m_challenges;
    SignInBackoff m_backoff;
    const ServerKey &m_key;
};
