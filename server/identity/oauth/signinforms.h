// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/identity/oauth/pages.h"

#include <functional>

class AccountService;
class SecondFactors;

/// A button of the sign-in page for an external provider.
struct SignInButton
{
    QString provider; ///< ID of the provider in addresses
    QString title;
};

/// A page that needs a user.
struct SignInPlace
{
    const Request &request;
    AppId app = {}; ///< the app that the user signs in to; null: the server's own page
    QString appName = {};
    QString address = {}; ///< the address that the form shows at first
    QUrl leadsTo = {}; ///< where a form may send the browser, besides this server
    QList<SignInButton> providers = {}; ///< external providers
};

/// The forms by which a user signs in on any page of the server: the password or a passkey, then a code or a security
/// key.
class SignInForms
{
public:
    struct Parts
    {
        Database &database;
        const Pages &pages;
        BrowserSessions &browsers;
        AccountService &accounts;
        SecondFactors &factors;
    };

    explicit SignInForms(const Parts &parts)
        : m(parts)
    {
    }

    /// Returns the page that asks for what the browser's user has not proven yet.
    Reply ask(const SignInPlace &place) const;
    /// Handles a form of these pages. Returns std::nullopt for any other form. Hashes.
    std::optional<Reply> take(const QString &form, const OAuthParameters &fields, const SignInPlace &place) const;

private:
    using Taking = std::function<std::optional<BrowserSessions::Step>()>;

    Reply showSignIn(const SignInPlace &place, const QString &problem = {}, int status = 200) const;
    Reply showSecondStep(const SignInPlace &place, const User &user, const QString &problem = {},
                         int status = 200) const;
    Reply takePassword(const OAuthParameters &fields, const SignInPlace &place) const;
    Reply takePasskey(const OAuthParameters &fields, const SignInPlace &place) const;
    Reply takeSecondStep(const SignInPlace &place, const Taking &taking, const std::function<void()> &noteWrong,
                         const QString &wrong) const;

    Parts m;
};

/// Returns the answer of a security key in the fields of a form.
KeyAnswer keyAnswer(const OAuthParameters &fields);
