// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/idtokens.h"

#include "models/core/times.h"
#include "server/core/http/problem.h"
#include "server/identity/accounts/accountstore.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 lifetime = 3600; // seconds

/// Returns `at_hash` (3.1.3.6): the left half of a hash with the signature's algorithm.
QString halfHash(const QString &accessToken)
{
    const QByteArray hash = QCryptographicHash::hash(accessToken.toLatin1(), QCryptographicHash::Sha256);
    return QString::fromLatin1(
        hash.first(hash.size() / 2).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
}

QString IdTokens::issue(const User &user, const Occasion &occasion)
{
    const qint64 now = Times::now().toSecsSinceEpoch();
    QJsonObject claims{{u"iss"_s, occasion.issuer},
                       {u"sub"_s, user.userId.toString()},
                       {u"aud"_s, occasion.app.toString()},
                       {u"iat"_s, now},
                       {u"exp"_s, now + lifetime},
                       {u"auth_time"_s, occasion.signedInAt.toSecsSinceEpoch()},
                       {u"at_hash"_s, halfHash(occasion.accessToken)}};
    if (!occasion.nonce.isEmpty())
        claims.insert(u"nonce"_s, occasion.nonce);
    return QString::fromLatin1(m_keys.sign(claims));
}

QJsonObject IdTokens::userInfo(UserId id, Scopes scopes)
{
    AccountStore store(m_database);
    const auto user = store.user(id);
    const auto account = user ? store.find(user->accountId) : std::nullopt;
    if (!account)
        throw Problem::notFound();
    QJsonObject claims{{u"sub"_s, user->userId.toString()}};
    if (scopes.testFlag(Scope::Profile)) {
        claims.insert(u"name"_s, user->name);
        claims.insert(u"locale"_s, account->locale);
        claims.insert(u"zoneinfo"_s, account->timeZone);
        claims.insert(u"updated_at"_s, account->updatedAt.toSecsSinceEpoch());
    }
    if (scopes.testFlag(Scope::Email) && !user->email.isEmpty()) {
        claims.insert(u"email"_s, user->email);
        claims.insert(u"email_verified"_s, true); // an account becomes active only after its address was verified
    }
    if (scopes.testFlag(Scope::Phone) && !account->phone.isEmpty()) {
        claims.insert(u"phone_number"_s, account->phone);
        claims.insert(u"phone_number_verified"_s, false);
    }
    return claims;
}
