// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/secondsteps.h"

#include "models/core/times.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/accounts/accountstore.h"
#include "server/identity/credentials/secrets.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 tries = 5;
}

TokenPair FirstStep::tokens() const
{
    if (m_tokens)
        return *m_tokens;
    throw Problem::unauthorized(u"second_factor_required"_s,
                                u"The user has a second factor. Send the challenge with a code."_s)
        .with(u"challenge"_s, m_challenge)
        .with(u"expires_in"_s, SecondSteps::lifetime);
}

QString SecondSteps::makeSecret() { return Secrets::make(QLatin1StringView("wmc_")); }

void SecondSteps::begin(const User &user, const QString &secret, const Target &target)
{
    SignInChallengeRow row;
    row.challengeHash = Secrets::hashOf(secret);
    row.userId = user.userId;
    row.appId = target.app;
    row.scope = target.scope;
    row.provider = target.provider;
    row.triesLeft = tries;
    row.createdAt = Times::now();
    row.expiresAt = row.createdAt.addSecs(lifetime);
    m_store.insert(row);
}

std::optional<SignInChallengeRow> SecondSteps::find(const QString &secret, AppId app)
{
    const auto row = secret.isEmpty() ? std::nullopt : m_store.find(Secrets::hashOf(secret), Times::now());
    return row && row->appId == app && row->triesLeft > 0 ? row : std::nullopt;
}

std::optional<User> SecondSteps::waiting(const QString &secret, AppId app)
{
    const auto row = find(secret, app);
    return row ? AccountStore(m_database).user(row->userId) : std::nullopt;
}

std::optional<SecondSteps::Passed> SecondSteps::pass(const Caller &by, const QString &secret, const QString &code)
{
    return passIf(by, secret, [&](const User &user) {
        const auto means = m_factors.take(user.userId, code);
        if (means == SecondFactors::Means::RecoveryCode)
            noteRecoveryCode(by, user);
        return means.has_value();
    });
}

std::optional<SecondSteps::Passed> SecondSteps::passByKey(const Caller &by, const QString &secret,
                                                          const KeyAnswer &answer)
{
    return passIf(by, secret, [&](const User &user) { return take(by, user, answer, KeyForms::secondStep, secret); });
}

std::optional<User> SecondSteps::proveByKey(const Caller &by, const QString &browserSecret, const KeyAnswer &answer)
{
    const auto key = m_factors.key(answer.credentialId);
    const auto user = key ? AccountStore(m_database).user(key->userId) : std::nullopt;
    // The handle was given to the key with the user's ID, and must still be the same.
    const bool names = user && (answer.userHandle.isEmpty() || answer.userHandle == user->userId.toString().toLatin1());
    if (!names || !take(by, *user, answer, KeyForms::signIn, browserSecret))
        return std::nullopt;
    const auto account = AccountStore(m_database).find(user->accountId);
    if (!account || account->status != Account::Status::Active)
        throw Problem::forbidden(u"account_inactive"_s, u"The account is not active."_s);
    return user;
}

/// Uses a key, and tells the user of one that there seem to be two of.
bool SecondSteps::take(const Caller &by, const User &user, const KeyAnswer &answer, const QString &form,
                       const QString &browserSecret)
{
    const auto taken = m_factors.takeKey(user.userId, answer, form, browserSecret);
    const auto key =
        taken == SecondFactors::KeyTaken::CounterWentBack ? m_factors.key(answer.credentialId) : std::nullopt;
    if (key) {
        m_audit.record(by,
                       {.action = AuditEntry::Action::SecurityKeyRefused,
                        .accountId = user.accountId,
                        .object = key->securityKeyId.toString(),
                        .detail = {{u"name"_s, key->name}}});
        m_notices.securityKeyRefused(user, key->name);
    }
    return taken == SecondFactors::KeyTaken::Yes;
}

std::optional<SecondSteps::Passed> SecondSteps::passIf(const Caller &by, const QString &secret,
                                                       const std::function<bool(const User &)> &proven)
{
    const Problem invalid = Problem::unauthorized(
        u"invalid_challenge"_s, u"The challenge is unknown, has expired, or has been used already. Sign in again."_s);
    AccountStore accounts(m_database);
    const auto row = find(secret, by.appId);
    const auto user = row ? accounts.user(row->userId) : std::nullopt;
    if (!user)
        throw invalid;
    // The lock keeps the password as it is. A change of it that waits ends what this transaction begins.
    const QDateTime changed = accounts.passwordChangedAt(user->userId);
    if (changed.isValid() && row->createdAt < changed)
        throw invalid;
    const bool right = proven(*user);
    if (!m_store.tryOnce(row->challengeHash))
        throw invalid; // concurrent attempts have used up the tries, or the challenge
    if (!right)
        return std::nullopt;
    m_store.remove(row->challengeHash);
    return Passed{*user, row->scope, row->provider};
}

Problem SecondSteps::failed(const Caller &by, const QString &secret, const QString &reason)
{
    const auto row = m_store.find(Secrets::hashOf(secret), Times::now());
    const auto user = row ? AccountStore(m_database).user(row->userId) : std::nullopt;
    m_audit.recordFailedSignIn(by, user ? user->accountId : AccountId(), reason);
    return wrongSecondFactor();
}

void SecondSteps::keyFailed(const Caller &by, const KeyAnswer &answer)
{
    const auto key = m_factors.key(answer.credentialId);
    const auto user = key ? AccountStore(m_database).user(key->userId) : std::nullopt;
    m_audit.recordFailedSignIn(by, user ? user->accountId : AccountId(), u"wrong_key"_s);
}

void SecondSteps::end(const QString &secret) { m_store.remove(Secrets::hashOf(secret)); }

void SecondSteps::noteRecoveryCode(const Caller &by, const User &user)
{
    const qint64 left = m_factors.recoveryCodesLeft(user.userId);
    m_audit.record(by,
                   {.action = AuditEntry::Action::RecoveryCodeUsed,
                    .accountId = user.accountId,
                    .actorUserId = user.userId,
                    .object = user.userId.toString(),
                    .detail = {{u"left"_s, left}}});
    m_notices.recoveryCodeUsed(user, left);
}

Problem wrongSecondFactor()
{
    return Problem::invalid(u"/code"_s, u"wrong_code"_s, u"The code is wrong or has been used already."_s);
}
