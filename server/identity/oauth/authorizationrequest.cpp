// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/oauth/authorizationrequest.h"

#include "server/core/http/problem.h"
#include "server/identity/access/standing.h"
#include "server/identity/apps/appaddresses.h"
#include "server/identity/apps/appstore.h"
#include "server/identity/apps/quotas.h"
#include "server/identity/oauth/parameters.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// A challenge is the unpadded base64url of 32 bytes (RFC 7636, 4.2).
bool isChallenge(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_-]{43}$"_s);
    return form.match(text).hasMatch();
}

/// Reads the other parameters of a request whose app and redirect URI are valid.
class Reader
{
public:
    Reader(const OAuthParameters &parameters, AuthorizationRequest &request)
        : m_parameters(parameters)
        , m_request(request)
    {
    }

    void read()
    {
        m_request.state = m_parameters.value(u"state"_s);
        m_request.nonce = m_parameters.value(u"nonce"_s);
        m_request.loginHint = m_parameters.value(u"login_hint"_s);
        if (const QString name = m_parameters.repeated(); !name.isEmpty())
            fail(u"invalid_request"_s, u"%1 is given more than once."_s.arg(name));
        if (m_parameters.has(u"request"_s))
            fail(u"request_not_supported"_s, u"Request objects are not supported."_s);
        if (m_parameters.has(u"request_uri"_s))
            fail(u"request_uri_not_supported"_s, u"Request objects are not supported."_s);
        if (m_parameters.value(u"response_type"_s) != u"code"_s)
            fail(u"unsupported_response_type"_s, u"The response_type must be code."_s);
        const QString mode = m_parameters.value(u"response_mode"_s);
        if (!mode.isEmpty() && mode != u"query"_s)
            fail(u"invalid_request"_s, u"The response_mode must be query."_s);
        readChallenge();
        readScopes();
        readPrompt();
        readMaxAge();
    }

private:
    /// Only the first error is reported.
    void fail(const QString &error, const QString &description)
    {
        if (!m_request.error.isEmpty())
            return;
        m_request.error = error;
        m_request.errorDescription = description;
    }

    void readChallenge()
    {
        m_request.codeChallenge = m_parameters.value(u"code_challenge"_s);
        if (m_request.codeChallenge.isEmpty())
            fail(u"invalid_request"_s, u"PKCE is required: code_challenge is missing."_s);
        else if (m_parameters.value(u"code_challenge_method"_s) != u"S256"_s)
            fail(u"invalid_request"_s, u"The code_challenge_method must be S256."_s);
        else if (!isChallenge(m_request.codeChallenge))
            fail(u"invalid_request"_s, u"The code_challenge must be the base64url of a SHA-256 hash."_s);
    }

    void readScopes()
    {
        for (const QString &name : m_parameters.value(u"scope"_s).split(u' ', Qt::SkipEmptyParts)) {
            if (const auto scope = scopeNamed(name))
                m_request.scopes |= *scope;
            else
                fail(u"invalid_scope"_s, u"Unknown scope."_s);
        }
        if (!m_request.scopes)
            fail(u"invalid_scope"_s, u"The scope parameter is required."_s);
    }

    void readPrompt()
    {
        m_request.prompt = m_parameters.value(u"prompt"_s).split(u' ', Qt::SkipEmptyParts);
        for (const QString &value : m_request.prompt) {
            if (value != u"none"_s && value != u"login"_s && value != u"consent"_s && value != u"select_account"_s)
                fail(u"invalid_request"_s, u"Unknown prompt value."_s);
        }
        if (m_request.wantsPrompt(u"none"_s) && m_request.prompt.size() > 1)
            fail(u"invalid_request"_s, u"The prompt none cannot be combined with other values."_s);
    }

    void readMaxAge()
    {
        const QString text = m_parameters.value(u"max_age"_s);
        if (text.isEmpty())
            return;
        bool ok = false;
        const uint age = text.toUInt(&ok);
        if (!ok)
            fail(u"invalid_request"_s, u"The max_age must be a number of seconds."_s);
        m_request.maxAge = std::chrono::seconds(age);
    }

    const OAuthParameters &m_parameters;
    AuthorizationRequest &m_request;
};
}

QUrl AuthorizationRequest::answer(const QList<std::pair<QString, QString>> &parameters, const QString &issuer) const
{
    QUrlQuery query(redirectUri);
    const auto add = [&query](const QString &name, const QString &value) {
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    for (const auto &[name, value] : parameters)
        add(name, value);
    if (!state.isEmpty())
        add(u"state"_s, state);
    add(u"iss"_s, issuer);
    QUrl url = redirectUri;
    url.setQuery(query);
    return url;
}

QUrl AuthorizationRequest::answerError(const QString &code, const QString &description, const QString &issuer) const
{
    return answer({{u"error"_s, code}, {u"error_description"_s, description}}, issuer);
}

AuthorizationRequest AuthorizationRequest::read(const QUrlQuery &query, AppStore &apps, Quotas &quotas)
{
    const OAuthParameters parameters(query);
    const QString repeated = parameters.repeated();
    const auto id = AppId::parse(parameters.value(u"client_id"_s));
    const auto app = id && repeated != u"client_id"_s ? apps.find(*id) : std::nullopt;
    if (!app)
        throw Problem::badRequest(u"unknown_client"_s, u"Unknown client_id."_s);
    const QString redirect = parameters.value(u"redirect_uri"_s);
    if (repeated == u"redirect_uri"_s || !isRegisteredRedirect(app->redirectUris, redirect))
        throw Problem::badRequest(u"redirect_uri_mismatch"_s, u"The app has not registered this redirect_uri."_s);
    requireStanding(app->status, app->trialEndsAt);
    quotas.requireLeft(app->appId, app->dailyQuota);
    AuthorizationRequest request;
    request.app = *app;
    request.redirectUri = QUrl(redirect, QUrl::StrictMode);
    Reader(parameters, request).read();
    return request;
}
