// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/socialproviders.h"

using namespace Qt::StringLiterals;

QJsonObject SocialProviders::facebook(const QString &secret) const
{
    const QString graph = origin() + u"/v24.0"_s;
    return {{u"id"_s, u"facebook"_s},
            {u"title"_s, u"Facebook"_s},
            {u"kind"_s, u"facebook"_s},
            {u"client_id"_s, u"1234567890"_s},
            {u"client_secret"_s, secret},
            {u"authorization_url"_s, graph + u"/dialog/oauth"_s},
            {u"token_url"_s, graph + u"/oauth/access_token"_s},
            {u"user_info_url"_s, graph + u"/me"_s},
            {u"debug_token_url"_s, graph + u"/debug_token"_s}};
}

QJsonObject SocialProviders::wechat(const QString &secret) const
{
    return {{u"id"_s, u"wechat"_s},
            {u"title"_s, u"WeChat"_s},
            {u"kind"_s, u"wechat"_s},
            {u"client_id"_s, u"wx0123456789abcdef"_s},
            {u"client_secret"_s, secret},
            {u"authorization_url"_s, origin() + u"/connect/qrconnect"_s},
            {u"token_url"_s, origin() + u"/sns/oauth2/access_token"_s},
            {u"user_info_url"_s, origin() + u"/sns/userinfo"_s}};
}

QString SocialProviders::code(const QJsonObject &person) const
{
    return post(u"/test/code"_s, person).json[u"code"_s].toString();
}

QString SocialProviders::token(const QJsonObject &person) const
{
    return post(u"/test/token"_s, person).json[u"token"_s].toString();
}
