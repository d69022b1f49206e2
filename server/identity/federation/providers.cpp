// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/providers.h"

#include <algorithm>

const IdentityProvider *Providers::find(QStringView id) const
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [id](const IdentityProvider &provider) { return provider.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}
