// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/nodeprovider.h"

/// Runs oidc-provider, with this server registered as a client, and plays an app that signs users in there.
class CertifiedProvider
{
public:
    /// `settings` are passed to tests/node/provider.mjs.
    explicit CertifiedProvider(const QJsonObject &settings = {});

    /// Returns the provider's configuration for the server.
    QJsonObject configuration(const QString &id, const QString &title) const;
    QString origin() const { return m_process.origin(); }
    /// Sets the user that the provider's pages sign in next: `sub` and claims, or `cancels`.
    void expect(const QJsonObject &person) const { m_process.put(QStringLiteral("/test/person"), person); }

    /// Registers another redirect URI.
    void addRedirect(const QUrl &uri) const
    {
        m_process.put(QStringLiteral("/test/redirect"), {{QStringLiteral("uri"), uri.toString()}});
    }

    /// Returns the body of `PUT /accounts/login/others` with a code that the provider has just issued.
    /// Throws: std::runtime_error if the provider issues no code.
    QJsonObject codeFor(const QString &id, const QJsonObject &person) const;
    /// Returns the body with an ID token, for which the app has exchanged the code itself.
    QJsonObject idTokenFor(const QString &id, const QJsonObject &person) const;

private:
    NodeProvider m_process;
};
