// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/identitystore.h"

#include "server/identity/credentials/secrets.h"

std::optional<IdentityRow> IdentityStore::find(const QString &provider, const QString &subject)
{
    return m_database.one<IdentityRow>("SELECT * FROM identity WHERE provider = ? AND subject = ?", provider, subject);
}

QList<IdentityRow> IdentityStore::ofUser(UserId user)
{
    return m_database.select<IdentityRow>("SELECT * FROM identity WHERE user_id = ? ORDER BY linked_at, provider",
                                          user);
}

bool IdentityStore::use(const IdentityRow &identity, const QString &subject, const QString &email, const QDateTime &now)
{
    return m_database.exec("UPDATE identity SET subject = ?, email = ?, used_at = ? WHERE provider = ? AND subject = ?",
                           subject, email, now, identity.provider, identity.subject)
        > 0;
}

qint64 IdentityStore::remove(UserId user, const QString &provider)
{
    return m_database.exec("DELETE FROM identity WHERE user_id = ? AND provider = ?", user, provider);
}

void IdentityStore::noteUnlinked(UserId user, const QString &provider, const QDateTime &now)
{
    m_database.exec("INSERT INTO unlinked_identity (user_id, provider, unlinked_at) VALUES (?, ?, ?) "
                    "ON CONFLICT (user_id, provider) DO UPDATE SET unlinked_at = excluded.unlinked_at",
                    user, provider, now);
}

void IdentityStore::forgetUnlinked(UserId user, const QString &provider)
{
    m_database.exec("DELETE FROM unlinked_identity WHERE user_id = ? AND provider = ?", user, provider);
}

bool IdentityStore::wasUnlinked(UserId user, const QString &provider)
{
    return m_database.value("SELECT 1 FROM unlinked_identity WHERE user_id = ? AND provider = ?", user, provider)
        .isValid();
}

bool IdentityStore::spend(const QString &provider, const QString &proof, const QDateTime &expiresAt)
{
    return m_database.exec("INSERT INTO spent_proof (proof_hash, expires_at) VALUES (?, ?) "
                           "ON CONFLICT (proof_hash) DO NOTHING",
                           Secrets::hashOf(provider + u'\n' + proof), expiresAt)
        > 0;
}

void IdentityStore::removeExpiredProofs(const QDateTime &now)
{
    m_database.exec("DELETE FROM spent_proof WHERE expires_at < ?", now);
}
