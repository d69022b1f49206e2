// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/clients.h"

#include "models/core/times.h"
#include "server/core/http/message.h"
#include "server/identity/access/standing.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/apps/quotas.h"
#include "server/identity/credentials/secrets.h"
#include "server/identity/oauth/oautherror.h"
#include "server/identity/oauth/parameters.h"

using namespace Qt::StringLiterals;

namespace {

struct Credential
{
    QString id;
    QString key;
    bool byBasic = false;
};

/// In HTTP Basic, ID and key are form-encoded (RFC 6749, 2.3.1 and appendix B).
QString formDecoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

Credential credentialOf(const Request &request, const OAuthParameters &parameters)
{
    const QByteArray authorization = request.headers.value("Authorization");
    if (before(authorization, ' ').toLower() != "basic")
        return {parameters.value(u"client_id"_s), parameters.value(u"client_secret"_s)};
    const QByteArray pair = QByteArray::fromBase64(authorization.mid(6).trimmed());
    const qsizetype colon = pair.indexOf(':');
    Credential credential;
    credential.id = formDecoded(before(pair, ':'));
    credential.key = colon < 0 ? QString() : formDecoded(pair.mid(colon + 1));
    credential.byBasic = true;
    if (parameters.has(u"client_secret"_s))
        throw OAuthError::invalidRequest(u"Use only one way of client authentication."_s);
    if (parameters.has(u"client_id"_s) && parameters.value(u"client_id"_s) != credential.id)
        throw OAuthError::invalidRequest(u"The client_id differs from the one in the Authorization header."_s);
    return credential;
}
}

OAuthClient Clients::identified(const Request &request, const OAuthParameters &parameters)
{
    const Credential credential = credentialOf(request, parameters);
    const auto id = AppId::parse(credential.id);
    const auto app = id ? m_apps.find(*id) : std::nullopt;
    // The portal is a public client: its program is distributed, so a key in it would not be secret.
    const bool keyIsRight = app
        && (credential.key.isEmpty()
            || (!app->firstParty && m_apps.hasKey(app->appId, Secrets::hashOf(credential.key), Times::now())));
    if (!keyIsRight)
        throw OAuthError::invalidClient(credential.byBasic, u"Invalid client_id or client_secret."_s);
    requireStanding(app->status, app->trialEndsAt);
    m_quotas.requireLeft(app->appId, app->dailyQuota);
    return {*app, !credential.key.isEmpty()};
}

OAuthClient Clients::proven(const Request &request, const OAuthParameters &parameters)
{
    OAuthClient client = identified(request, parameters);
    if (!client.confidential)
        throw OAuthError::invalidClient(request.headers.contains("Authorization"),
                                        u"The app's key (client_secret) is required."_s);
    return client;
}

QString Clients::claimedId(const Request &request)
{
    return credentialOf(request, OAuthParameters::ofBody(request)).id;
}
