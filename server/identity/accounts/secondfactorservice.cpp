// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/secondfactorservice.h"

#include "models/core/times.h"
#include "server/identity/access/standing.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/accounts/accountservice.h"
#include "server/identity/credentials/totp.h"

using namespace Qt::StringLiterals;
using Action = AuditEntry::Action;

namespace {
constexpr qint64 freshFor = 10 * 60; // seconds

Problem alreadyEnabled()
{
    return Problem::conflict(u"already_enabled"_s, u"The user has a second factor already. Switch it off first."_s);
}
}

User SecondFactorService::owner(const Caller &caller, AccountId account)
{
    const auto user = caller.accountId == account ? m_accountStore.user(caller.userId) : std::nullopt;
    return user ? *user : throw Problem::notFound();
}

/// An app that could change the second factor could lock its user out.
User SecondFactorService::ownerInPortal(const Caller &caller, AccountId account)
{
    const User user = owner(caller, account);
    requireFirstParty(caller, u"The second factor is changed in the portal."_s);
    return user;
}

SecondFactor SecondFactorService::get(const Caller &caller, AccountId account) { return shown(owner(caller, account)); }

SecondFactor SecondFactorService::shown(const User &user)
{
    SecondFactor shown;
    shown.enabledAt = m.factors.enabledAt(user.userId);
    shown.enabled = shown.enabledAt.isValid();
    shown.required = isRequired(user.role);
    shown.recoveryCodesLeft = m.factors.recoveryCodesLeft(user.userId);
    shown.securityKeys = m.factors.keys(user.userId).size();
    if (m.factors.party().isAvailable())
        shown.securityKeysPage = QUrl(m.factors.party().origin() + u"/oauth/security-keys"_s);
    return shown;
}

void SecondFactorService::require(const Precondition &precondition, const User &user)
{
    if (!precondition.isGiven())
        return;
    m.factors.lock(user.userId);
    precondition.require(shown(user));
}

SecondFactorSetup SecondFactorService::begin(const Caller &caller, AccountId account,
                                             const SecondFactorRequest &request)
{
    const User user = ownerInPortal(caller, account);
    const auto password = m.accounts.requirePasswordIfAny(user, request.password);
    Transaction transaction(m.database);
    if (password)
        m.accounts.requireStill(*password);
    else
        requireFresh(caller);
    m.factors.prepareKeys(user.userId); // a key that is added at the same moment waits, or is seen
    m.factors.lock(user.userId);
    if (m.factors.enabledAt(user.userId).isValid())
        throw alreadyEnabled();
    if (m.factors.has(user.userId))
        requireFactor(caller, user, request.code, transaction);
    const QByteArray secret = m.factors.begin(user.userId);
    requireSession(m.database, caller);
    transaction.commit();
    SecondFactorSetup setup;
    setup.secret = Totp::base32(secret);
    setup.uri = Totp::uri(secret, user.email.isEmpty() ? user.name : user.email);
    setup.expiresIn = SecondFactors::setUpLifetime;
    return setup;
}

/// Requires a code of a second factor.
void SecondFactorService::requireFactor(const Caller &caller, const User &user, const QString &code,
                                        Transaction &transaction)
{
    const auto means = m.factors.take(user.userId, code);
    if (!means) {
        transaction.commit(); // the failed attempt must be counted
        throw wrongSecondFactor();
    }
    if (*means == SecondFactors::Means::RecoveryCode)
        m.steps.noteRecoveryCode(caller, user);
}

/// A session that a one-time token began is not fresh, because nobody has proven anything for it.
void SecondFactorService::requireFresh(const Caller &caller)
{
    const QDateTime signedIn = m_sessionStore.signedInAt(caller.sessionId);
    if (!signedIn.isValid() || signedIn.addSecs(freshFor) < Times::now())
        throw Problem::forbidden(u"fresh_sign_in_required"_s,
                                 u"Sign in again. A user without a password must have signed in recently."_s);
}

RecoveryCodes SecondFactorService::confirm(const Caller &caller, AccountId account,
                                           const SecondFactorConfirmation &confirmation,
                                           const Precondition &precondition)
{
    const User user = ownerInPortal(caller, account);
    using Confirmed = SecondFactors::Confirmed;
    Transaction transaction(m.database);
    require(precondition, user);
    switch (m.factors.confirm(user.userId, confirmation.code)) {
    case Confirmed::AlreadyEnabled:
        throw alreadyEnabled();
    case Confirmed::NotBegun:
        throw Problem::conflict(u"not_begun"_s, u"No set-up has begun, or it has expired. Begin again."_s);
    case Confirmed::WrongCode:
        transaction.commit(); // the failed attempt must be counted
        throw wrongSecondFactor();
    case Confirmed::Yes:
        break;
    }
    requireSession(m.database, caller);
    RecoveryCodes codes;
    codes.codes = m.factors.makeRecoveryCodes(user.userId);
    if (confirmation.endOtherSessions || isRequired(user.role))
        m.sessions.endOthersOfUser(user.userId, caller.sessionId);
    else
        m.sessions.endBrowsers(user.userId);
    m_audit.record(caller,
                   {.action = Action::SecondFactorEnabled, .accountId = account, .object = user.userId.toString()});
    m.notices.secondFactorEnabled(user, caller.appId);
    transaction.commit();
    return codes;
}

RecoveryCodes SecondFactorService::renewCodes(const Caller &caller, AccountId account, const SecondFactorProof &proof)
{
    RecoveryCodes codes;
    changeWith(caller, account, proof, {}, Needs::AnyFactor, [&](const User &user) {
        codes.codes = m.factors.makeRecoveryCodes(user.userId);
        m_audit.record(caller,
                       {.action = Action::RecoveryCodesMade, .accountId = account, .object = user.userId.toString()});
        m.notices.recoveryCodesMade(user, caller.appId);
    });
    return codes;
}

void SecondFactorService::disable(const Caller &caller, AccountId account, const SecondFactorProof &proof,
                                  const Precondition &precondition)
{
    changeWith(caller, account, proof, precondition, Needs::App, [&](const User &user) {
        m.factors.removeApp(user.userId);
        m.sessions.endChallenges(user.userId);
        m_audit.record(
            caller, {.action = Action::SecondFactorDisabled, .accountId = account, .object = user.userId.toString()});
        m.notices.secondFactorDisabled(user, caller.appId);
    });
}

void SecondFactorService::withProof(const Caller &caller, AccountId account, const SecondFactorProof &proof,
                                    const std::function<void()> &change)
{
    const User user = ownerInPortal(caller, account);
    const auto password = m.accounts.requirePasswordIfAny(user, proof.password);
    Transaction transaction(m.database);
    if (password)
        m.accounts.requireStill(*password);
    else
        requireFresh(caller);
    if (m.factors.has(user.userId))
        requireFactor(caller, user, proof.code, transaction);
    requireSession(m.database, caller);
    change();
    transaction.commit();
}

void SecondFactorService::changeWith(const Caller &caller, AccountId account, const SecondFactorProof &proof,
                                     const Precondition &precondition, Needs needs,
                                     const std::function<void(const User &)> &change)
{
    const User user = ownerInPortal(caller, account);
    const auto password = m.accounts.requirePasswordIfAny(user, proof.password);
    Transaction transaction(m.database);
    if (password)
        m.accounts.requireStill(*password);
    else
        requireFresh(caller);
    require(precondition, user);
    const bool enabled = needs == Needs::App ? m.factors.enabledAt(user.userId).isValid() : m.factors.has(user.userId);
    if (!enabled)
        throw Problem::conflict(u"not_enabled"_s, u"The user has no second factor."_s);
    requireFactor(caller, user, proof.code, transaction);
    requireSession(m.database, caller);
    change(user);
    transaction.commit();
}
