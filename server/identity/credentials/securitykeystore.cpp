// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/securitykeystore.h"

#include "models/identity/securitykey.h"
#include "server/identity/credentials/secrets.h"

using namespace Qt::StringLiterals;

SecurityKey SecurityKeyRow::shown() const
{
    SecurityKey key;
    key.securityKeyId = securityKeyId;
    key.name = name;
    key.verifiesUser = verifiesUser;
    key.createdAt = createdAt;
    key.lastUsedAt = lastUsedAt;
    return key;
}

QList<SecurityKeyRow> SecurityKeyStore::ofUser(UserId user)
{
    return m_database.select<SecurityKeyRow>("SELECT * FROM security_key WHERE user_id = ? ORDER BY security_key_id",
                                             user);
}

qint64 SecurityKeyStore::count(UserId user)
{
    return m_database.value("SELECT count(*) FROM security_key WHERE user_id = ?", user).toLongLong();
}

std::optional<SecurityKeyRow> SecurityKeyStore::find(const QString &credentialId)
{
    return m_database.one<SecurityKeyRow>("SELECT * FROM security_key WHERE credential_id = ?", credentialId);
}

void SecurityKeyStore::remove(SecurityKeyId key)
{
    m_database.exec("DELETE FROM security_key WHERE security_key_id = ?", key);
}

void SecurityKeyStore::removeOfUser(UserId user)
{
    m_database.exec("DELETE FROM security_key WHERE user_id = ?", user);
}

bool SecurityKeyStore::spend(const QString &challenge, const QDateTime &expiresAt)
{
    return m_database.exec("INSERT INTO spent_proof (proof_hash, expires_at) VALUES (?, ?) "
                           "ON CONFLICT (proof_hash) DO NOTHING",
                           Secrets::hashOf(u"security key\n"_s + challenge), expiresAt)
        > 0;
}
