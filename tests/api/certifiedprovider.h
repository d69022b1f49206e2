// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/nodeprovider.h"

/// oidc-provider, with this server registered at it as a client, and what an app does to sign somebody in there.
class CertifiedProvider
{
public:
    /// `settings` are those of tests/node/provider.mjs.
    explicit CertifiedProvider(const QJsonObject &settings = {});

    /// As the server's operator configures it.
    QJsonObject configuration(const QString &id, const QString &title) const;
    QString origin() const { return m_process.origin(); }
    /// Whom the provider's pages take the next browser for: `sub` and claims, or `cancels`.
    void expect(const QJsonObject &person) const { m_process.put(QStringLiteral("/test/person"), person); }

    /// Lets it send people back to this address, too.
    void addRedirect(const QUrl &uri) const
    {
        m_process.put(QStringLiteral("/test/redirect"), {{QStringLiteral("uri"), uri.toString()}});
    }

    /// What `PUT /accounts/login/others` takes, with a code that the provider has just issued. Throws
    /// std::runtime_error where it issues none.
    QJsonObject codeFor(const QString &id, const QJsonObject &person) const;
    /// The same with an ID token, which the app has got for the code itself.
    QJsonObject idTokenFor(const QString &id, const QJsonObject &person) const;

private:
    NodeProvider m_process;
};
