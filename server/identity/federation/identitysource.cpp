// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/identitysource.h"

#include "server/identity/federation/facebooksource.h"
#include "server/identity/federation/openidsource.h"
#include "server/identity/federation/wechatsource.h"

using namespace Qt::StringLiterals;

std::unique_ptr<IdentitySource> IdentitySource::of(const IdentityProvider &provider, const WebClient &web,
                                                   OpenidMetadata &openid)
{
    switch (provider.kind) {
    case IdentityProvider::Kind::Facebook:
        return std::make_unique<FacebookSource>(provider, web);
    case IdentityProvider::Kind::Wechat:
        return std::make_unique<WechatSource>(provider, web);
    case IdentityProvider::Kind::Openid:
        break;
    }
    return std::make_unique<OpenidSource>(provider, web, openid);
}

void IdentitySource::requireOneOf(const ProviderProof &proof, const QStringList &taken)
{
    const QList<QPair<QString, QString>> all{
        {u"/id_token"_s, proof.idToken}, {u"/access_token"_s, proof.accessToken}, {u"/code"_s, proof.code}};
    bool found = false;
    for (const auto &[pointer, value] : all) {
        if (value.isEmpty())
            continue;
        if (!taken.contains(pointer))
            throw Problem::invalid(pointer, u"not_allowed"_s, u"This provider does not support this kind of proof."_s);
        if (found)
            throw Problem::invalid(pointer, u"not_allowed"_s, u"Send only one proof."_s);
        found = true;
    }
    if (!found)
        throw Problem::invalid(taken.first(), u"required"_s, u"A code or token of the provider is required."_s);
}

void IdentitySource::require(const QString &value, const QString &pointer)
{
    if (value.isEmpty())
        throw Problem::invalid(pointer, u"required"_s, u"This field is required with a code."_s);
}
