// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identityprovider.h"

/// The configured identity providers in the order of the file, which is the order of the buttons on the sign-in page.
class Providers
{
public:
    explicit Providers(QList<IdentityProvider> providers)
        : m_all(std::move(providers))
    {
    }

    const QList<IdentityProvider> &all() const { return m_all; }
    /// Returns the provider with this ID, or null.
    const IdentityProvider *find(QStringView id) const;

private:
    QList<IdentityProvider> m_all;
};

/// The operator's file of identity providers, a JSON list.
namespace ProviderFile {

/// Reads the file.
/// Throws: std::runtime_error with a text for the operator. The text names the place of the error but no value, which
/// may be secret.
QList<IdentityProvider> read(const QString &file);
/// Parses the content of the file.
/// Throws: like read().
QList<IdentityProvider> parse(const QByteArray &json);
}
