// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/call.h"

#include "server/core/http/canonicaltarget.h"
#include "server/core/http/jsonbody.h"

using namespace Qt::StringLiterals;

namespace {
Problem invalidParameter(const QString &name, const QString &code, const QString &detail)
{
    return Problem::invalid(u'?' + name, code, detail);
}
}

QString Call::arg(QStringView name) const { return m_values.value(m_names.indexOf(name)); }

QString Call::query(const QString &name) const
{
    const QString value = CanonicalTarget::value(request.query, name);
    if (value.contains(QChar::Null))
        throw invalidParameter(name, u"malformed"_s, u"U+0000 is not allowed."_s);
    return value;
}

std::optional<int> Call::queryInt(const QString &name, int min, int max) const
{
    if (!request.query.hasQueryItem(name))
        return std::nullopt;
    bool ok = false;
    const int value = query(name).toInt(&ok);
    if (!ok)
        throw invalidParameter(name, u"wrong_type"_s, u"This must be an integer."_s);
    if (value < min)
        throw invalidParameter(name, u"too_small"_s, u"The minimum is %1."_s.arg(min));
    if (value > max)
        throw invalidParameter(name, u"too_large"_s, u"The maximum is %1."_s.arg(max));
    return value;
}

std::optional<bool> Call::queryBool(const QString &name) const
{
    if (!request.query.hasQueryItem(name))
        return std::nullopt;
    const QString value = query(name);
    if (value != u"true"_s && value != u"false"_s)
        throw invalidParameter(name, u"wrong_type"_s, u"This must be true or false."_s);
    return value == u"true"_s;
}

QJsonObject Call::bodyObject() const
{
    const QByteArray type = request.headers.value("Content-Type");
    const QByteArray essence = before(type, ';').trimmed().toLower();
    if (essence != "application/json")
        throw Problem(415, u"unsupported_media_type"_s, u"The request body must be application/json."_s);
    return JsonBody::object(request.body);
}

Precondition Call::precondition() const { return Precondition(request.headers.value("If-Match")); }
