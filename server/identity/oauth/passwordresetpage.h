// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/call.h"

class AccountService;
class Pages;

/// The page `/oauth/password-reset`: resets the password of a user who came to `/oauth/authorize`. The query of the
/// authorization request is kept and leads back there.
class PasswordResetPage
{
public:
    PasswordResetPage(const Pages &pages, AccountService &accounts)
        : m_pages(pages)
        , m_accounts(accounts)
    {
    }

    Reply get(const Call &call) const;
    /// Handles a form of the page. Hashes.
    Reply post(const Call &call);

private:
    struct Attempt;
    Reply askForAddress(const Request &request, const QString &address, const QString &problem) const;
    Reply askForCode(const Request &request, const Attempt &attempt) const;
    Reply sendCode(const Request &request, const QString &address);
    Reply setPassword(const Request &request, Attempt attempt);
    bool isStrong(const Request &request, Attempt &attempt) const;

    const Pages &m_pages;
    AccountService &m_accounts;
};
