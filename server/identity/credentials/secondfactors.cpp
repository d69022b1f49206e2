// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/credentials/secondfactors.h"

#include "models/core/times.h"
#include "server/core/base/serverkey.h"
#include "server/identity/credentials/totp.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int recoveryCodes = 10;
/// Steps by which the last code may be ahead: ten minutes. A code works once, also after the clock was set back by
/// less. After more, it may work again, or nobody could sign in until the clock has come to that time.
constexpr qint64 mostAhead = 20;

/// Returns a code as it is compared: without what people add or lose when they copy it.
QString bare(const QString &code)
{
    QString kept;
    for (const QChar c : code) {
        if (c != u'-' && !c.isSpace())
            kept += c.toLower();
    }
    return kept;
}

/// Returns 80 random bits as four groups of four characters.
QString makeRecoveryCode()
{
    QByteArray random(10, Qt::Uninitialized);
    randombytes_buf(random.data(), size_t(random.size()));
    QString code = Totp::base32(random).toLower();
    for (const qsizetype at : {12, 8, 4})
        code.insert(at, u'-');
    return code;
}
}

QDateTime SecondFactors::enabledAt(UserId user)
{
    const auto row = m_store.find(user);
    return row ? row->confirmedAt : QDateTime();
}

QByteArray SecondFactors::begin(UserId user)
{
    const QByteArray secret = Totp::makeSecret();
    SecondFactorRow row;
    row.userId = user;
    row.sealedSecret = m_key.seal(secret);
    row.createdAt = Times::now();
    return m_store.begin(row) ? secret : QByteArray();
}

SecondFactors::Confirmed SecondFactors::confirm(UserId user, const QString &code)
{
    auto row = m_store.findForUpdate(user);
    const QDateTime now = Times::now();
    if (row && row->confirmedAt.isValid())
        return Confirmed::AlreadyEnabled;
    if (!row || row->sealedSecret.isEmpty() || row->createdAt.addSecs(setUpLifetime) <= now)
        return Confirmed::NotBegun;
    m_backoff.require(user.toString());
    if (!isNextCode(*row, bare(code))) {
        m_backoff.count(user.toString());
        return Confirmed::WrongCode;
    }
    row->confirmedAt = now;
    m_store.update(*row);
    m_backoff.forget(user.toString());
    return Confirmed::Yes;
}

std::optional<SecondFactors::Means> SecondFactors::take(UserId user, const QString &code)
{
    auto row = m_store.findForUpdate(user); // so that attempts are counted one after the other
    const bool hasApp = row && row->confirmedAt.isValid();
    if (!hasApp && m_keys.count(user) == 0)
        return std::nullopt;
    m_backoff.require(user.toString());
    std::optional<Means> means;
    if (hasApp && isNextCode(*row, bare(code))) {
        m_store.update(*row);
        means = Means::App;
    } else if (m_store.takeRecoveryCode(user, hashOf(user, code))) {
        means = Means::RecoveryCode;
    }
    if (means)
        m_backoff.forget(user.toString());
    else
        m_backoff.count(user.toString());
    return means;
}

/// Returns whether this is a code of a later step than the last one, and sets the last step.
bool SecondFactors::isNextCode(SecondFactorRow &row, const QString &code) const
{
    const auto secret = m_key.open(row.sealedSecret);
    const auto step = secret ? Totp::stepOf(code, *secret, Times::now()) : std::nullopt;
    // A later step was used while the clock was ahead.
    if (!step || (*step <= row.lastStep && row.lastStep <= *step + mostAhead))
        return false;
    row.lastStep = *step;
    return true;
}

QStringList SecondFactors::makeRecoveryCodes(UserId user)
{
    QStringList codes;
    QStringList hashes;
    for (int i = 0; i < recoveryCodes; ++i) {
        codes += makeRecoveryCode();
        hashes += hashOf(user, codes.last());
    }
    m_store.replaceRecoveryCodes(user, hashes);
    return codes;
}

void SecondFactors::removeApp(UserId user)
{
    if (m_keys.count(user) > 0)
        m_store.clear(user);
    else
        m_store.remove(user);
}

void SecondFactors::removeAll(UserId user)
{
    m_store.remove(user);
    m_keys.removeOfUser(user);
}

/// A keyed hash, so that a copy of the database does not suffice to search for the codes.
QString SecondFactors::hashOf(UserId user, const QString &recoveryCode) const
{
    const QString text = user.toString() + u'\n' + bare(recoveryCode);
    return QString::fromLatin1(m_key.sign("recovery code", text.toUtf8()));
}
