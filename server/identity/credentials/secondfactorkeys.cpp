// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/secondfactors.h"

#include "models/core/times.h"
#include "server/core/http/problem.h"

using namespace Qt::StringLiterals;

namespace {
QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray bytes(const QString &text) { return QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding); }
}

std::optional<SecurityKeyRow> SecondFactors::key(const QByteArray &credentialId)
{
    return credentialId.isEmpty() ? std::nullopt : m_keys.find(text(credentialId));
}

std::optional<SecurityKeyRow> SecondFactors::addKey(UserId user, const KeyAnswer &answer, const QString &browserSecret,
                                                    const QString &name)
{
    const QByteArray challenge = m_party.challengeOfNewKey(answer);
    const QDateTime expiry = m_challenges.expiry(challenge, KeyForms::add, browserSecret);
    const auto made = m_party.newKey(answer);
    if (!expiry.isValid() || !made)
        return std::nullopt;
    if (m_keys.count(user) >= mostKeys)
        throw Problem(422, u"too_many"_s, u"A user has at most %1 security keys."_s.arg(mostKeys))
            .with(u"limit"_s, mostKeys);
    if (!m_keys.spend(QString::fromLatin1(challenge), expiry))
        return std::nullopt;
    SecurityKeyRow row;
    row.securityKeyId = SecurityKeyId::generate();
    row.userId = user;
    row.credentialId = text(made->credentialId);
    row.name = name;
    row.algorithm = made->algorithm;
    row.publicKey = text(made->publicKey);
    row.signCount = made->signCount;
    row.verifiesUser = made->userVerified;
    row.createdAt = Times::now();
    m_keys.insert(row);
    m_store.clearUnconfirmed(user); // it has begun without the proof that the user has from now on
    return row;
}

SecondFactors::KeyTaken SecondFactors::takeKey(UserId user, const KeyAnswer &answer, const QString &form,
                                               const QString &browserSecret)
{
    lock(user); // so that attempts are counted one after the other
    m_backoff.require(user.toString());
    const KeyTaken taken = checkKey(user, answer, form, browserSecret);
    if (taken == KeyTaken::Yes)
        m_backoff.forget(user.toString());
    else
        m_backoff.count(user.toString());
    return taken;
}

SecondFactors::KeyTaken SecondFactors::checkKey(UserId user, const KeyAnswer &answer, const QString &form,
                                                const QString &browserSecret)
{
    const QByteArray challenge = m_party.challengeOfUse(answer);
    const QDateTime expiry = m_challenges.expiry(challenge, form, browserSecret);
    auto row = key(answer.credentialId);
    if (!expiry.isValid() || !row || row->userId != user)
        return KeyTaken::No;
    const auto use = m_party.use(answer, row->algorithm, bytes(row->publicKey), form == KeyForms::signIn);
    // The user's changes of keys wait for the lock, so the key that was read is still there.
    if (!use || !m_keys.spend(QString::fromLatin1(challenge), expiry))
        return KeyTaken::No;
    // Passkeys that are synchronized between devices do not count, and always say 0.
    if ((use->signCount != 0 || row->signCount != 0) && use->signCount <= row->signCount)
        return KeyTaken::CounterWentBack;
    row->signCount = use->signCount;
    row->lastUsedAt = Times::now();
    m_keys.update(*row);
    return KeyTaken::Yes;
}

void SecondFactors::removeKey(const SecurityKeyRow &key)
{
    m_keys.remove(key.securityKeyId);
    if (!has(key.userId))
        m_store.remove(key.userId);
}
