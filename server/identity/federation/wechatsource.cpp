// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/federation/wechatsource.h"

using namespace Qt::StringLiterals;

namespace {
// Error codes of the Open Platform: the code was never issued, or was used before.
constexpr int invalidCode = 40029;
constexpr int usedCode = 40163;
}

QUrl WechatSource::authorizationUrl(const AuthorizationStart &start)
{
    QUrl url = WebClient::withQuery(m_provider.authorizationUrl,
                                    {{u"appid"_s, m_provider.clientId},
                                     {u"redirect_uri"_s, start.redirectUri},
                                     {u"response_type"_s, u"code"_s},
                                     {u"scope"_s, m_provider.scopes.join(u',')},
                                     {u"state"_s, start.state}});
    url.setFragment(u"wechat_redirect"_s);
    return url;
}

FederatedPerson WechatSource::person(const ProviderProof &proof)
{
    requireOneOf(proof, {u"/code"_s});
    const ProviderAnswer token = ask(m_provider.tokenUrl,
                                     {{u"appid"_s, m_provider.clientId},
                                      {u"secret"_s, m_provider.clientSecret},
                                      {u"code"_s, proof.code},
                                      {u"grant_type"_s, u"authorization_code"_s}});
    const QString openid = token.text(u"openid"_s);
    if (openid.isEmpty() || token.text(u"access_token"_s).isEmpty())
        throw m_calls.failed("its token answer lacks openid or access_token");
    const ProviderAnswer info =
        ask(m_provider.userInfoUrl,
            {{u"access_token"_s, token.text(u"access_token"_s)}, {u"openid"_s, openid}, {u"lang"_s, u"zh_CN"_s}});
    if (info.text(u"openid"_s) != openid)
        throw m_calls.failed("its user info is about another person");
    FederatedPerson person;
    const QString unionid = info.text(u"unionid"_s);
    person.subject = unionid.isEmpty() ? openid : unionid;
    person.formerSubject = unionid.isEmpty() ? QString() : openid; // used before the app was bound to others
    person.name = info.text(u"nickname"_s);
    person.locale = u"zh-CN"_s;
    return person;
}

ProviderAnswer WechatSource::ask(const QUrl &url, const ProviderCalls::Parameters &query) const
{
    ProviderAnswer answer = m_calls.get(url, query);
    const int error = answer.json[u"errcode"_s].toInt();
    if (error == invalidCode || error == usedCode)
        throw ProviderCalls::refused(
            u"%1 does not know the code, or it has been used already."_s.arg(m_provider.title));
    if (error != 0 || !answer.succeeded())
        throw m_calls.failed(("it returned errcode " + QByteArray::number(error)).constData());
    return answer;
}
