// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"
#include "server/services/config.h"

/// What is done on the server's own machine, without HTTP, also while a server runs on the same data.
class Administration
{
public:
    explicit Administration(Config config)
        : m_config(std::move(config))
    {
    }

    /// The main user of a new, active account. Throws Problem for an address that is taken and a weak password.
    User createUser(const QString &email, const QString &password, User::Role role);
    /// ID tokens are signed with a new key from now on, also by servers that run; the one before stays published while
    /// what it signed is good.
    void rotateSigningKey();

private:
    void prepare();

    Config m_config;
};
