// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/accounts/securitykeyservice.h"

#include "server/core/http/lockedrow.h"
#include "server/identity/access/standing.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/accounts/secondfactorservice.h"
#include "server/identity/credentials/sessions.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Action = AuditEntry::Action;

namespace {
AuditEntry entryOf(Action action, const User &user, const SecurityKeyRow &key)
{
    return {.action = action,
            .accountId = user.accountId,
            .actorUserId = user.userId,
            .object = key.securityKeyId.toString(),
            .detail = {{u"name"_s, key.name}}};
}

void requirePortal(const Caller &caller) { requireFirstParty(caller, u"Security keys are changed in the portal."_s); }
}

User SecurityKeyService::owner(const Caller &caller, AccountId account)
{
    const auto user = caller.accountId == account ? m_accounts.user(caller.userId) : std::nullopt;
    return user ? *user : throw Problem::notFound();
}

/// Returns the user's key. Nothing changes the user's second factors until the transaction ends.
SecurityKeyRow SecurityKeyService::locked(const User &user, SecurityKeyId key, const Precondition &precondition)
{
    m.factors.lock(user.userId);
    return lockedRow<SecurityKeyRow>(
        m.database, key, precondition, [&](const SecurityKeyRow &row) { return row.userId == user.userId; },
        [](const SecurityKeyRow &row) { return row.shown(); });
}

QList<SecurityKey> SecurityKeyService::list(const Caller &caller, AccountId account)
{
    QList<SecurityKey> keys;
    for (const SecurityKeyRow &row : m.factors.keys(owner(caller, account).userId))
        keys += row.shown();
    return keys;
}

SecurityKey SecurityKeyService::rename(const Caller &caller, AccountId account, SecurityKeyId key, const QString &name,
                                       const Precondition &precondition)
{
    const User user = owner(caller, account);
    requirePortal(caller);
    Transaction transaction(m.database);
    SecurityKeyRow row = locked(user, key, precondition);
    row.name = name;
    m.database.update(row);
    m_audit.record(caller, entryOf(Action::SecurityKeyRenamed, user, row));
    transaction.commit();
    return row.shown();
}

void SecurityKeyService::remove(const Caller &caller, AccountId account, SecurityKeyId key,
                                const SecondFactorProof &proof, const Precondition &precondition)
{
    const User user = owner(caller, account);
    requirePortal(caller);
    const auto own = m.factors.keys(user.userId);
    if (std::ranges::find(own, key, &SecurityKeyRow::securityKeyId) == own.end())
        throw Problem::notFound(); // before anything is said about the proof
    m.secondFactors.withProof(caller, account, proof, [&] { removed(caller, user, locked(user, key, precondition)); });
}

void SecurityKeyService::removed(const Caller &by, const User &user, const SecurityKeyRow &key)
{
    m.factors.removeKey(key);
    m.sessions.endOthersOfUser(user.userId, by.sessionId);
    m_audit.record(by, entryOf(Action::SecurityKeyRemoved, user, key));
    m.notices.securityKeyRemoved(user, key.name);
}

std::optional<AddedKey> SecurityKeyService::add(const Caller &by, const User &user, const KeyAnswer &answer,
                                                const QString &browserSecret, const QString &name)
{
    m.factors.prepareKeys(user.userId); // the app may have been switched off since the page was shown
    m.factors.lock(user.userId);
    const bool first = !m.factors.has(user.userId);
    const auto key = m.factors.addKey(user.userId, answer, browserSecret, name);
    if (!key)
        return std::nullopt;
    AddedKey added{.key = key->shown(), .recoveryCodes = {}, .signedOutEverywhere = first};
    if (first) {
        added.recoveryCodes = m.factors.makeRecoveryCodes(user.userId);
        if (m.secondFactors.isRequired(user.role))
            m.sessions.endOthersOfUser(user.userId);
        else
            m.sessions.endBrowsers(user.userId);
    }
    m_audit.record(by, entryOf(Action::SecurityKeyAdded, user, *key));
    m.notices.securityKeyAdded(user, key->name);
    return added;
}

bool SecurityKeyService::remove(const Caller &by, const User &user, SecurityKeyId key)
{
    try {
        removed(by, user, locked(user, key, {}));
        return true;
    } catch (const Problem &problem) {
        if (problem.status != 404)
            throw;
        return false; // it has been removed meanwhile
    }
}

QStringList SecurityKeyService::renewCodes(const Caller &by, const User &user)
{
    m.factors.lock(user.userId);
    if (!m.factors.has(user.userId))
        return {};
    const QStringList codes = m.factors.makeRecoveryCodes(user.userId);
    m_audit.record(by,
                   {.action = Action::RecoveryCodesMade,
                    .accountId = user.accountId,
                    .actorUserId = user.userId,
                    .object = user.userId.toString()});
    m.notices.recoveryCodesMade(user, by.appId);
    return codes;
}
