// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/problem.h"
#include "server/core/net/webclient.h"
#include "server/identity/federation/identityprovider.h"

#include <functional>

/// What a provider answers: JSON, whatever it is called.
struct ProviderAnswer
{
    int status = 0;
    Headers headers;
    QJsonObject json;

    bool succeeded() const { return status >= 200 && status < 300; }
    QString text(const QString &member) const { return json.value(member).toString(); }
};

/// Requests to a provider. Each throws Problem: 503 `provider_unreachable`, or 502 `provider_failed` for an answer that
/// is no JSON object, is too large, or has a server error's status.
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

    /// For an answer that does not make sense. `why` goes to the log alone, and so must hold nothing secret.
    Problem failed(const char *why) const;
    /// For what somebody brought and the provider does not stand for: 401 `identity_refused`.
    static Problem refused(const QString &detail);

private:
    ProviderAnswer checked(const std::function<WebAnswer()> &ask) const;

    const WebClient &m_web;
    const IdentityProvider &m_provider;
};
