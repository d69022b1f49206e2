// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/signingkeys.h"

#include "models/core/times.h"
#include "server/core/base/serverkey.h"
#include "server/core/db/retry.h"
#include "server/identity/credentials/jose.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
/// ID tokens are valid for an hour, and clients may cache the list of keys for longer.
constexpr int publishedForDays = 2;

class SigningKeyRow
{
    Q_GADGET
    Q_CLASSINFO("table", "signing_key")
    Q_CLASSINFO("retiredAt.optional", "true")
    Q_PROPERTY(QString keyId MEMBER keyId)
    Q_PROPERTY(QJsonObject publicKey MEMBER publicKey)
    Q_PROPERTY(QString sealedKey MEMBER sealedKey)
    Q_PROPERTY(QDateTime createdAt MEMBER createdAt)
    Q_PROPERTY(QDateTime retiredAt MEMBER retiredAt)

public:
    QString keyId;
    QJsonObject publicKey;
    QString sealedKey;
    QDateTime createdAt;
    QDateTime retiredAt;
};

/// Keeps two servers that start on an empty database from both creating the first key.
void lock(Database &database)
{
    if (database.isPostgres())
        database.value("SELECT pg_advisory_xact_lock(7700171)");
}
}

void SigningKeys::require()
{
    inTransaction(m_database, [&] {
        lock(m_database);
        if (!m_database.value("SELECT key_id FROM signing_key WHERE retired_at IS NULL").isValid())
            add(Times::now());
    });
}

void SigningKeys::rotate()
{
    const QDateTime now = Times::now();
    inTransaction(m_database, [&] {
        lock(m_database);
        m_database.exec("DELETE FROM signing_key WHERE retired_at < ?", now.addDays(-publishedForDays));
        m_database.exec("UPDATE signing_key SET retired_at = ? WHERE retired_at IS NULL", now);
        add(now);
    });
}

void SigningKeys::add(const QDateTime &now)
{
    const Jose::KeyPair pair = Jose::newSigningKey();
    SigningKeyRow row;
    row.keyId = pair.publicKey["kid"_L1].toString();
    row.publicKey = pair.publicKey;
    row.sealedKey = m_key.seal(QJsonDocument(pair.privateKey).toJson(QJsonDocument::Compact));
    row.createdAt = now;
    m_database.insert(row);
}

QJsonObject SigningKeys::published()
{
    QJsonArray keys;
    for (const auto &row : m_database.select<SigningKeyRow>(
             "SELECT * FROM signing_key WHERE retired_at IS NULL OR retired_at > ? ORDER BY created_at DESC",
             Times::now().addDays(-publishedForDays)))
        keys += row.publicKey;
    return {{u"keys"_s, keys}};
}

QByteArray SigningKeys::sign(const QJsonObject &claims)
{
    const auto row = m_database.one<SigningKeyRow>(
        "SELECT * FROM signing_key WHERE retired_at IS NULL ORDER BY created_at DESC LIMIT 1");
    const auto opened = row ? m_key.open(row->sealedKey) : std::nullopt;
    if (!opened)
        throw std::runtime_error("cannot open the key for ID tokens: check that server.key is the file that sealed it");
    return Jose::sign(claims, QJsonDocument::fromJson(*opened).object());
}

#include "signingkeys.moc"
