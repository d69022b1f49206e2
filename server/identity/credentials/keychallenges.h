// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

class ServerKey;

/// The forms of the sign-in pages that carry an answer of a security key. A challenge is for one of them.
namespace KeyForms {
inline const QString signIn = QStringLiteral("passkey"); ///< in place of the password; the key must verify the user
inline const QString secondStep = QStringLiteral("security_key"); ///< after the first factor
inline const QString add = QStringLiteral("add_key");
}

/// The challenges that security keys sign. A challenge is a signature of the server over its time, the form that shows
/// it, and the secret of the browser that it is shown in. It is not stored until it has been used, so that a page that
/// is merely looked at leaves no row.
class KeyChallenges
{
public:
    explicit KeyChallenges(const ServerKey &key)
        : m_key(key)
    {
    }

    static constexpr qint64 lifetime = 10 * 60; // seconds

    /// Returns a new challenge (base64url).
    QByteArray make(const QString &form, const QString &browserSecret) const;
    /// Returns when a challenge of this form and browser expires; invalid for any other, and for one that has expired.
    QDateTime expiry(const QByteArray &challenge, const QString &form, const QString &browserSecret) const;

private:
    const ServerKey &m_key;
};
