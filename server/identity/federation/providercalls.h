// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"
#include "server/core/net/webclient.h"
#include "server/identity/federation/identityprovider.h"

#include <functional>

/// A provider's answer: JSON, whatever its media type says.
struct ProviderAnswer
{
    int status = 0;
    Headers headers;
    QJsonObject json;

    bool succeeded() const { return status >= 200 && status < 300; }
    QString text(const QString &member) const { return json.value(member).toString(); }
};

/// Sends requests to a provider. A host that the operator has not configured, but that the provider has published, must
/// have public addresses only.
/// Throws: Problem 503 `provider_unreachable`, or 502 `provider_failed` for an answer that is not a JSON object, is too
/// large, or has the status of a server error.
class ProviderCalls
{
public:
    using Parameters = QList<QPair<QString, QString>>;

    ProviderCalls(const WebClient &web, const IdentityProvider &provider)
        : m_web(web)
        , m_provider(provider)
    {
    }

    ProviderAnswer get(const QUrl &url, const Parameters &query = {}, const Headers &headers = {}) const;
    ProviderAnswer post(const QUrl &url, const Parameters &form, const Headers &headers = {}) const;

    /// Returns the problem for an unusable answer, and logs `why`, which must not contain secrets.
    Problem failed(const char *why) const;
    /// Returns the problem for a proof that the provider does not confirm: 401 `identity_refused`.
    static Problem refused(const QString &detail);

private:
    Reach reachOf(const QUrl &url) const;
    ProviderAnswer checked(const std::function<WebAnswer()> &ask) const;

    const WebClient &m_web;
    const IdentityProvider &m_provider;
};
