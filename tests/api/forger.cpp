// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/forger.h"

using namespace Qt::StringLiterals;

QJsonObject Forger::configuration(const QString &face) const
{
    return {{u"id"_s, face},
            {u"title"_s, face},
            {u"kind"_s, u"openid"_s},
            {u"issuer"_s, origin() + u'/' + face},
            {u"client_id"_s, u"waymark"_s},
            {u"client_secret"_s, u"hush"_s},
            {u"authorized_parties"_s, QJsonArray{u"phone"_s}}};
}

QJsonObject Forger::claims(const QJsonObject &more) const
{
    QJsonObject all{{u"iss"_s, origin() + u"/house"_s}, {u"aud"_s, u"waymark"_s}, {u"sub"_s, u"somebody"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

QString Forger::mint(const QJsonObject &order) const { return post(u"/mint"_s, order).json[u"token"_s].toString(); }

int Forger::requests(const QString &path) const { return get(u"/counts"_s).json[path].toInt(); }

QString Forger::discoveryOf(const QString &face) { return u'/' + face + u"/.well-known/openid-configuration"_s; }
