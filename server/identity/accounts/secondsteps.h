// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/credentials.h"
#include "models/identity/secondfactor.h"
#include "models/identity/user.h"
#include "server/core/http/caller.h"
#include "server/core/http/problem.h"
#include "server/identity/audit/auditlog.h"
#include "server/identity/credentials/secondfactors.h"
#include "server/identity/credentials/signinchallengestore.h"

#include <functional>

class AccountNotices;

/// What the first factor of a sign-in leads to: tokens, or a challenge for the second factor.
class FirstStep
{
public:
    explicit FirstStep(TokenPair tokens)
        : m_tokens(std::move(tokens))
    {
    }
    explicit FirstStep(QString challenge)
        : m_challenge(std::move(challenge))
    {
    }

    /// Returns the tokens. Call it after the commit, because a challenge is a row too.
    /// Throws: Problem 401 `second_factor_required` with the members `challenge` and `expires_in`.
    TokenPair tokens() const;

private:
    std::optional<TokenPair> m_tokens;
    QString m_challenge;
};

/// The second step of sign-ins. A challenge stands for a first factor that was right. It is valid for five minutes,
/// five attempts and one sign-in, for the app or the browser that it was made for. It ends when the password changes,
/// and with "sign out everywhere".
class SecondSteps
{
public:
    /// What the user signs in to.
    struct Target
    {
        AppId app = {}; ///< null: the server's own pages
        QString scope = {};
        QString provider = {}; ///< the provider that was the first factor; empty: the password
    };
    struct Passed
    {
        User user;
        QString scope;
        QString provider;
    };

    SecondSteps(Database &database, SecondFactors &factors, AccountNotices &notices)
        : m_database(database)
        , m_store(database)
        , m_factors(factors)
        , m_audit(database)
        , m_notices(notices)
    {
    }

    static constexpr qint64 lifetime = 5 * 60; // seconds

    /// Returns whether a sign-in of this user needs a second step.
    /// Transaction: the caller's.
    bool mustAsk(const User &user) { return m_factors.mustAsk(user.userId); }
    /// Makes a challenge whose secret is `secret`.
    /// Transaction: the caller's.
    void begin(const User &user, const QString &secret, const Target &target);
    /// Returns the user whose sign-in waits for the second factor, or std::nullopt if there is no such challenge.
    std::optional<User> waiting(const QString &secret, AppId app);
    /// Uses up a challenge and a code. Returns std::nullopt for a wrong code, which has been counted.
    /// Throws: Problem 401 `invalid_challenge`, 429 `too_many_attempts`.
    /// Transaction: the caller's, who commits it also after a wrong code, and then calls failed().
    std::optional<Passed> pass(const Caller &by, const QString &secret, const QString &code);
    /// Like pass(), by a security key. The challenge is that of a browser's cookie.
    std::optional<Passed> passByKey(const Caller &by, const QString &secret, const KeyAnswer &answer);
    /// Returns the user whom a security key proves by itself, in place of the password and the second step. Returns
    /// std::nullopt for an answer that is not valid, which has been counted.
    /// Throws: Problem 429 `too_many_attempts`, 403 `account_inactive`.
    /// Transaction: the caller's, who commits it also after a refusal, and then calls keyFailed().
    std::optional<User> proveByKey(const Caller &by, const QString &browserSecret, const KeyAnswer &answer);
    /// Records a wrong code or key in the audit log, and returns the problem.
    /// Transaction: none may be open.
    Problem failed(const Caller &by, const QString &secret, const QString &reason = QStringLiteral("wrong_code"));
    /// Records a refused key in the audit log. Transaction: none may be open.
    void keyFailed(const Caller &by, const KeyAnswer &answer);
    /// Ends a challenge.
    void end(const QString &secret);
    /// Records that a recovery code was used, and mails the user.
    /// Transaction: the caller's.
    void noteRecoveryCode(const Caller &by, const User &user);

    static QString makeSecret();

private:
    std::optional<SignInChallengeRow> find(const QString &secret, AppId app);
    std::optional<Passed> passIf(const Caller &by, const QString &secret,
                                 const std::function<bool(const User &)> &proven);
    bool take(const Caller &by, const User &user, const KeyAnswer &answer, const QString &form,
              const QString &browserSecret);

    Database &m_database;
    SignInChallengeStore m_store;
    SecondFactors &m_factors;
    AuditLog m_audit;
    AccountNotices &m_notices;
};

/// Returns the problem of a wrong code of a second factor.
Problem wrongSecondFactor();
