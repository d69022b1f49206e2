// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

/// The answer of an authenticator, as the browser returned it (Web Authentication Level 2, 5.1).
struct KeyAnswer
{
    QByteArray credentialId;
    QByteArray clientData; ///< JSON: what the browser says about the request
    QByteArray authenticatorData;
    QByteArray signature = {}; ///< empty for a new key
    QByteArray userHandle = {}; ///< what the key says about its user; empty: nothing
};

/// A key that an authenticator has made.
struct NewKey
{
    QByteArray credentialId;
    qint64 algorithm = 0; ///< as COSE numbers it (RFC 9053)
    QByteArray publicKey; ///< in the form of libfido2
    qint64 signCount = 0;
    bool userVerified = false;
};

/// A use of a key whose signature was right.
struct KeyUse
{
    qint64 signCount = 0;
    bool userVerified = false;
};

/// The server as a relying party of Web Authentication: checks what authenticators sign. A key belongs to the host of
/// the server's public URL, and a signature names the origin of the page, so that one made on another site is refused.
class RelyingParty
{
public:
    explicit RelyingParty(const QUrl &publicUrl);

    /// Returns whether browsers have keys for this server. They have none for an IP address, and none for a page that
    /// was loaded over plain HTTP from another machine.
    bool isAvailable() const { return !m_id.isEmpty(); }
    QString id() const { return m_id; } ///< the host
    QString origin() const { return m_origin; }

    /// Return the challenge that a browser's answer is for, or an empty array if the answer is of another type or for
    /// another origin.
    QByteArray challengeOfNewKey(const KeyAnswer &answer) const;
    QByteArray challengeOfUse(const KeyAnswer &answer) const;

    /// Returns the key that an answer brings. Its maker is not attested: any authenticator is welcome.
    /// Returns std::nullopt for data that are not valid, for another host, without the user's presence, or with an
    /// algorithm that the server does not verify.
    std::optional<NewKey> newKey(const KeyAnswer &answer) const;
    /// Returns the use that an answer proves. Returns std::nullopt if the signature is not of this key or for another
    /// host, without the user's presence, or, if `mustVerify`, if the key has not verified the user.
    std::optional<KeyUse> use(const KeyAnswer &answer, qint64 algorithm, const QByteArray &publicKey,
                              bool mustVerify) const;

private:
    QByteArray challengeOf(const KeyAnswer &answer, const QString &type) const;

    QString m_id;
    QString m_origin;
};
