// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/router.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Returns a member of the answer, or of an object in it: a registration answers with an account and a user.
QString member(const QJsonObject &answer, const QString &name)
{
    if (const auto found = answer.constFind(name); found != answer.constEnd())
        return found->toString();
    for (const QJsonValue &each : answer) {
        if (const QString text = each.toObject()[name].toString(); !text.isEmpty())
            return text;
    }
    return {};
}

/// Returns the path with its parameters, or an empty text if one of them is unknown.
QString filled(const QString &path, const Call &call, const QJsonObject &answer)
{
    QStringList parts = path.split(u'/');
    for (QString &part : parts) {
        if (!part.startsWith(u':'))
            continue;
        const QString name = part.mid(1);
        const QString known = member(answer, name);
        part = known.isEmpty() ? call.arg(name) : known;
        if (part.isEmpty())
            return {};
        part = QString::fromLatin1(QUrl::toPercentEncoding(part));
    }
    return parts.join(u'/');
}
}

Locations::Locations(const RouteTable &routes)
{
    for (const Route &route : routes) {
        if (route.method == Method::Get && route.reply && !route.list && !route.internal)
            m_paths[route.reply] += route.fullPath();
    }
    for (QStringList &paths : m_paths)
        std::stable_sort(paths.begin(), paths.end(),
                         [](const QString &a, const QString &b) { return a.count(u'/') < b.count(u'/'); });
}

QStringList Locations::pathsOf(const Route &route) const
{
    return route.location.isEmpty() ? m_paths.value(route.reply) : QStringList{u"/v1"_s + route.location};
}

void Locations::add(const Route &route, const Call &call, Reply &reply) const
{
    if (reply.status != 201 || reply.headers.contains("Location") || reply.body.isEmpty())
        return;
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    for (const QString &path : pathsOf(route)) {
        if (const QString location = filled(path, call, answer); !location.isEmpty()) {
            reply.headers.append("Location", location.toLatin1());
            return;
        }
    }
}
