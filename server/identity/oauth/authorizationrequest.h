// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/app.h"

#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <optional>

class AppStore;
class Quotas;

/// An app's request at `/oauth/authorize` (RFC 6749, 4.1.1; RFC 7636; OpenID Connect Core 1.0, 3.1.2.1).
struct AuthorizationRequest
{
    App app;
    QUrl redirectUri; ///< a registered redirect URI of the app
    QString state;
    Scopes scopes; ///< as requested; the user may not be able to grant all of them
    QString codeChallenge; ///< PKCE, S256
    QString nonce;
    QStringList prompt; ///< of `none`, `login`, `consent`, `select_account`
    std::optional<std::chrono::seconds> maxAge; ///< maximum time since the last sign-in
    QString loginHint; ///< an email address, for example
    QString error; ///< error of RFC 6749, 4.1.2.1, which the app gets without asking the user; empty: none
    QString errorDescription;

    bool wantsPrompt(const QString &value) const { return prompt.contains(value); }
    /// Returns the redirect URI with the response: `code`, or `error` and `error_description`; also `iss` (RFC 9207),
    /// and `state` if the app has sent it.
    QUrl answer(const QList<std::pair<QString, QString>> &parameters, const QString &issuer) const;
    QUrl answerError(const QString &error, const QString &description, const QString &issuer) const;

    /// Reads a request. Errors other than those thrown are in `error`.
    /// Throws: Problem 400 `unknown_client` or `redirect_uri_mismatch`, 403 `app_inactive` or similar, and 429
    /// `app_quota_exceeded`. The browser must not be redirected then: show a page.
    static AuthorizationRequest read(const QUrlQuery &query, AppStore &apps, Quotas &quotas);
};
