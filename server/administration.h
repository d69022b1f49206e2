// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/user.h"
#include "server/services/config.h"

/// Administration on the server's machine, without HTTP. A server may run on the same data at the same time.
class Administration
{
public:
    explicit Administration(Config config)
        : m_config(std::move(config))
    {
    }

    /// Creates an active account and returns its main user.
    ///
    /// Throws: Problem for a registered address or a weak password.
    User createUser(const QString &email, const QString &password, User::Role role);
    /// Removes the second factor of a user who has lost it, ends their sessions, and mails them.
    ///
    /// Throws: Problem 404 if there is no user with this address and a second factor.
    void removeSecondFactor(const QString &email);
    /// Creates a new signing key for ID tokens. Running servers use it at once. The previous key stays published while
    /// ID tokens that it signed are valid.
    void rotateSigningKey();

private:
    void prepare();

    Config m_config;
};
