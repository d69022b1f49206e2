// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <optional>

class AppStore;

/// What an app asks of a person at `/oauth/authorize` (RFC 6749, 4.1.1; RFC 7636; OpenID Connect Core 1.0, 3.1.2.1).
struct AuthorizationRequest
{
    App app;
    QUrl redirectUri; ///< one of the app's own
    QString state;
    Scopes scopes; ///< as asked for; what the user can grant may be less
    QString codeChallenge; ///< PKCE, S256
    QString nonce;
    QStringList prompt; ///< of `none`, `login`, `consent`, `select_account`
    std::optional<std::chrono::seconds> maxAge; ///< since the last sign-in
    QString loginHint; ///< an address, perhaps
    QString error; ///< of RFC 6749, 4.1.2.1: the app is told, and nobody is asked anything; empty: none
    QString errorDescription;

    bool wantsPrompt(const QString &value) const { return prompt.contains(value); }
    /// The app's address with the answer: `code`, or `error` and `error_description`; always with `state` where the app
    /// sent one, and `iss` (RFC 9207).
    QUrl answer(const QList<std::pair<QString, QString>> &parameters, const QString &issuer) const;
    QUrl answerError(const QString &error, const QString &description, const QString &issuer) const;

    /// Throws Problem 400, for a page and never for a redirect, where it is not known whom a redirect would reach:
    /// `unknown_client`, `redirect_uri_mismatch`; 403 `app_inactive` and its kin. Other faults are in `error`.
    static AuthorizationRequest read(const QUrlQuery &query, AppStore &apps);
};
