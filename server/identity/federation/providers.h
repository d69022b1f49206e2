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
