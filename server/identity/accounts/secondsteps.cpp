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
    const auto means = m_factors.take(user->userId, code);
    if (!m_store.tryOnce(row->challengeHash))
        throw invalid; // concurrent attempts have used up the tries, or the challenge
    if (!means)
        return std::nullopt;
    m_store.remove(row->challengeHash);
    if (*means == SecondFactors::Means::RecoveryCode)
        noteRecoveryCode(by, *user);
    return Passed{*user, row->scope, row->provider};
}

Problem SecondSteps::failed(const Caller &by, const QString &secret)
{
    const auto row = m_store.find(Secrets::hashOf(secret), Times::now());
    const auto user = row ? AccountStore(m_database).user(row->userId) : std::nullopt;
    m_audit.recordFailedSignIn(by, user ? user->accountId : AccountId(), u"wrong_code"_s);
    return wrongSecondFactor();
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
