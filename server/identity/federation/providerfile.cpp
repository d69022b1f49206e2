// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/providers.h"

#include "models/core/resource.h"
#include "server/core/net/webclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
[[noreturn]] void fail(const QString &message) { throw std::runtime_error(message.toStdString()); }

/// Fills in the values that are the same for all clients of this kind and can be overridden.
void fillIn(IdentityProvider &provider)
{
    const auto initial = [](QUrl &url, const QString &address) {
        if (url.isEmpty())
            url = QUrl(address);
    };
    const auto initialScopes = [&provider](const QStringList &scopes) {
        if (provider.scopes.isEmpty())
            provider.scopes = scopes;
    };
    switch (provider.kind) {
    case IdentityProvider::Kind::Openid:
        initialScopes({u"openid"_s, u"email"_s, u"profile"_s});
        if (!provider.scopes.contains(u"openid"_s))
            provider.scopes.prepend(u"openid"_s);
        break;
    case IdentityProvider::Kind::Facebook:
        initialScopes({u"public_profile"_s, u"email"_s});
        initial(provider.authorizationUrl, u"https://www.facebook.com/v24.0/dialog/oauth"_s);
        initial(provider.tokenUrl, u"https://graph.facebook.com/v24.0/oauth/access_token"_s);
        initial(provider.userInfoUrl, u"https://graph.facebook.com/v24.0/me"_s);
        initial(provider.debugTokenUrl, u"https://graph.facebook.com/v24.0/debug_token"_s);
        break;
    case IdentityProvider::Kind::Wechat:
        initialScopes({u"snsapi_login"_s});
        initial(provider.authorizationUrl, u"https://open.weixin.qq.com/connect/qrconnect"_s);
        initial(provider.tokenUrl, u"https://api.weixin.qq.com/sns/oauth2/access_token"_s);
        initial(provider.userInfoUrl, u"https://api.weixin.qq.com/sns/userinfo"_s);
        break;
    }
}

/// Requires HTTPS, except for addresses on this machine, so that requests cannot be read or changed on the way.
void requireSafe(const QString &where, const QUrl &url)
{
    if (!WebClient::isSafe(url))
        fail(u"%1: must be an https address"_s.arg(where));
}

void requireWhole(const QString &where, const IdentityProvider &provider)
{
    if (provider.kind == IdentityProvider::Kind::Openid) {
        if (provider.issuer.isEmpty())
            fail(u"%1/issuer: required for an OpenID Connect provider"_s.arg(where));
        requireSafe(where + u"/issuer"_s, QUrl(provider.issuer, QUrl::StrictMode));
        return;
    }
    if (provider.clientSecret.isEmpty())
        fail(u"%1/client_secret: required for this kind of provider"_s.arg(where));
    requireSafe(where + u"/authorization_url"_s, provider.authorizationUrl);
    requireSafe(where + u"/token_url"_s, provider.tokenUrl);
    requireSafe(where + u"/user_info_url"_s, provider.userInfoUrl);
    if (provider.kind == IdentityProvider::Kind::Facebook)
        requireSafe(where + u"/debug_token_url"_s, provider.debugTokenUrl);
}

IdentityProvider readOne(const QString &where, const QJsonValue &json)
{
    if (!json.isObject())
        fail(u"%1: must be an object"_s.arg(where));
    FieldErrors errors;
    auto provider = fromJson<IdentityProvider>(json.toObject(), errors);
    if (!errors.isEmpty())
        fail(u"%1%2: %3"_s.arg(where, errors.first().pointer, errors.first().detail));
    fillIn(provider);
    requireWhole(where, provider);
    return provider;
}
}

QList<IdentityProvider> ProviderFile::parse(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        fail(u"not valid JSON: %1, at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isArray())
        fail(u"must be a list of providers"_s);
    QList<IdentityProvider> providers;
    const QJsonArray array = document.array();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString where = u'/' + QString::number(i);
        const IdentityProvider provider = readOne(where, array[i]);
        for (const IdentityProvider &other : providers) {
            if (other.id == provider.id)
                fail(u"%1/id: another provider has the same id"_s.arg(where));
        }
        providers += provider;
    }
    return providers;
}

QList<IdentityProvider> ProviderFile::read(const QString &path)
{
    QFile file(path);
    const auto because = [&path](const QString &what) { return u"identity providers %1: %2"_s.arg(path, what); };
    if (!file.open(QFile::ReadOnly))
        fail(because(file.errorString()));
    if (file.permissions() & QFile::ReadOther)
        fail(because(u"every user can read it; set its mode to 0600 or 0640"_s));
    try {
        return parse(file.readAll());
    } catch (const std::exception &error) {
        fail(because(QString::fromUtf8(error.what())));
    }
}
