// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/federation/identityprovider.h"

/// The configured identity providers, in the order of the file: what the sign-in page has a button for.
class Providers
{
public:
    explicit Providers(QList<IdentityProvider> providers)
        : m_all(std::move(providers))
    {
    }

    const QList<IdentityProvider> &all() const { return m_all; }
    /// Null when there is none of this id.
    const IdentityProvider *find(QStringView id) const;

private:
    QList<IdentityProvider> m_all;
};
