// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/formbrowser.h"

#include <memory>

using evp_pkey_st_ptr = std::shared_ptr<struct evp_pkey_st>;

/// A security key in software (Web Authentication Level 2, 6), and the browser that it is plugged into: it answers the
/// forms of the server's pages. Its key is of P-256. What it says can be bent, to see what the server refuses.
class SoftKey
{
public:
    explicit SoftKey(const QString &origin);

    QString origin; ///< of the page, as the browser names it
    QString host; ///< what the key signs for
    quint32 counter = 0; ///< signatures so far; the key counts them if `counts`
    bool counts = true;
    bool present = true; ///< the user touches the key
    bool verifies = true; ///< the key asks for a PIN
    bool signsWrong = false;
    QString userHandle; ///< the user that the key was made for

    /// Returns the fields of the form `add_key` for the page that the browser shows.
    FormBrowser::Fields made(const FormBrowser &browser, const QString &name);
    /// Returns the fields of the form `passkey` or `security_key`.
    FormBrowser::Fields used(const FormBrowser &browser);
    /// Returns a value of the page's form for a key, such as `challenge`.
    static QString value(const FormBrowser &browser, const QString &name);

private:
    QByteArray clientData(const FormBrowser &browser, const QString &type) const;
    QByteArray authenticatorData(bool withKey) const;
    QByteArray coseKey() const;
    QByteArray signature(const QByteArray &message) const;

    evp_pkey_st_ptr m_key;
    QByteArray m_id;
};
