// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/requestlog/callredaction.h"

#include "models/core/resource.h"
#include "server/core/http/contentcoding.h"
#include "server/core/http/route.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype largestBody = 16 * 1024; // that is read
constexpr qsizetype longestText = 4096; // that is kept
constexpr qsizetype longestName = 40;
constexpr int mostLevels = 8;
constexpr qsizetype mostItems = 20;

bool matches(const QRegularExpression &form, const QString &text) { return form.match(text).hasMatch(); }

/// An ID, as IdBits writes it.
bool isId(const QString &text)
{
    static const QRegularExpression form(u"^[a-z]{2,6}_[0-9a-z]{26}$"_s);
    return text.size() <= longestName && matches(form, text);
}

bool isName(const QString &text)
{
    static const QRegularExpression form(u"^[a-z][a-z0-9_]*$"_s);
    return text.size() <= longestName && matches(form, text);
}

/// A part of a path of the API, such as `device-marks` and `v1`. Tokens are longer.
bool isSegment(const QString &text)
{
    static const QRegularExpression form(u"^[a-z][a-z0-9.-]{0,31}$"_s);
    return text.isEmpty() || matches(form, text);
}

/// A number, a time, or a word of the API.
bool isPlain(const QString &text)
{
    static const QRegularExpression form(u"^[0-9A-Za-z_:.+-]*$"_s);
    return text.size() <= longestName && matches(form, text);
}

QString encoded(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }

/// Path parameters that name words of the API.
bool isWordParameter(const QString &name)
{
    static const QSet<QString> names{u"app_status"_s, u"order_status"_s, u"notification_type"_s, u"provider"_s};
    return names.contains(name);
}

/// Query parameters of every list.
bool isPageParameter(const QString &name)
{
    static const QSet<QString> names{u"page"_s, u"pagesize"_s, u"count"_s, u"sort"_s};
    return names.contains(name);
}

/// Texts that people write and that are no secrets. A name that one signs in with is an address.
bool isHarmlessText(const QByteArray &name, const QString &text)
{
    static const QSet<QByteArray> names{"name",   "description", "title",     "platform", "language",
                                        "locale", "currency",    "time_zone", "country"};
    return names.contains(name) && !text.contains(u'@');
}

bool isKept(const QString &name, const QString &value, const Route *route)
{
    if (isPageParameter(name))
        return isPlain(value);
    if (!route)
        return false;
    const auto known = std::find_if(route->query.begin(), route->query.end(),
                                    [&](const QueryParameter &parameter) { return parameter.name == name; });
    if (known == route->query.end())
        return false;
    const bool free = known->type == u"string"_s && known->format.isEmpty() && known->values.isEmpty();
    return free ? isId(value) : isPlain(value);
}

bool isText(const Resource::Field &field)
{
    const QMetaType type = field.meta.metaType();
    const bool word = (type.flags() & QMetaType::IsEnumeration) || type == QMetaType::fromType<QDateTime>()
        || type == QMetaType::fromType<QDate>() || QByteArrayView(type.name()).startsWith("Id<");
    return !word;
}

QJsonObject redactedObject(const QJsonObject &object, const QMetaObject *type, int level);

QJsonValue redacted(const QJsonValue &value, const Resource::Field *field, int level)
{
    const QJsonValue hidden(CallRedaction::mark);
    if (value.isNull() || value.isBool())
        return value;
    if (value.isDouble()) // a code may have been written as a number
        return field && field->meta.metaType() != QMetaType::fromType<QString>() ? value : hidden;
    if (value.isString()) {
        const bool kept =
            field && (isText(*field) ? isHarmlessText(field->name, value.toString()) : isPlain(value.toString()));
        return kept ? value : hidden;
    }
    if (level == mostLevels)
        return hidden;
    if (value.isObject()) {
        const auto nested = field ? Resource::nestedTypes(*field) : QList<const QMetaObject *>();
        return redactedObject(value.toObject(), nested.value(0), level + 1);
    }
    QJsonArray items;
    for (const QJsonValue &item : value.toArray()) {
        if (items.size() == mostItems)
            break;
        items.append(redacted(item, field, level + 1));
    }
    return items;
}

QJsonObject redactedObject(const QJsonObject &object, const QMetaObject *type, int level)
{
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Resource::Field *field = type ? Resource::fieldsOf(*type).find(it.key().toUtf8()) : nullptr;
        const QString name = isName(it.key()) ? it.key() : QString(CallRedaction::mark);
        kept.insert(name, redacted(it.value(), field, level));
    }
    return kept;
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray mediaType(const QByteArray &header) { return before(header, ';').trimmed().toLower(); }

/// Returns the JSON object that an error is told in, or an empty one.
QJsonObject errorIn(const Reply &reply)
{
    const bool json = reply.contentType.contains("json") && !reply.stream && reply.body.size() <= largestBody;
    return json ? QJsonDocument::fromJson(reply.body).object() : QJsonObject();
}

/// Errors of fields name what the client sent.
QJsonArray redactedErrors(const QJsonArray &errors)
{
    static const QRegularExpression pointer(u"^[?/a-z0-9_]{0,80}$"_s);
    QJsonArray kept;
    for (const QJsonValue &value : errors) {
        QJsonObject error = value.toObject();
        if (!matches(pointer, error.value(u"pointer").toString()))
            error.insert(u"pointer"_s, CallRedaction::mark);
        kept.append(error);
    }
    return kept;
}
}

QString CallRedaction::path(const Request &request, const RouteTree::Found &way)
{
    QStringList segments;
    if (!way.leaf) {
        for (const QByteArray &segment : request.path.split('/')) {
            const QString text = QString::fromLatin1(segment);
            segments += isSegment(text) || isId(text) ? text : QString(mark);
        }
        return segments.join(u'/').left(longestText);
    }
    segments = way.route()->fullPath().split(u'/');
    qsizetype next = 0;
    for (QString &segment : segments) {
        if (!segment.startsWith(u':'))
            continue;
        const QString value = way.values.value(next++);
        const bool kept = isId(value) || (isWordParameter(segment.sliced(1)) && isName(value));
        segment = kept ? encoded(value) : QString(mark);
    }
    return segments.join(u'/');
}

QString CallRedaction::query(const Request &request, const Route *route)
{
    QStringList parts;
    for (const auto &[name, value] : request.query.queryItems(QUrl::FullyDecoded)) {
        parts += (isName(name) ? name : QString(mark)) + u'='
            + (isKept(name, value, route) ? encoded(value) : QString(mark));
    }
    return parts.join(u'&').left(longestText);
}

QString CallRedaction::requestBody(const Request &request, const Route *route)
{
    if (request.body.isEmpty())
        return {};
    static const QRegularExpression form(u"^[a-z0-9.+/-]{1,60}$"_s);
    const QString type = QString::fromLatin1(mediaType(request.headers.value("Content-Type")));
    const QString remark =
        u"(%1 bytes of %2)"_s.arg(request.body.size()).arg(matches(form, type) ? type : u"an unknown type"_s);
    if (type != u"application/json"_s || request.body.size() > largestBody || ContentCoding::isCoded(request))
        return remark;
    const auto json = QJsonDocument::fromJson(request.body);
    if (!json.isObject())
        return u"(%1 bytes that are no JSON object)"_s.arg(request.body.size());
    const QString text = compact(redactedObject(json.object(), route ? route->body : nullptr, 0));
    return text.size() <= longestText ? text : remark;
}

QString CallRedaction::answerBody(const Reply &reply)
{
    const QJsonObject error = errorIn(reply);
    QJsonObject kept;
    for (const QString &name : {u"code"_s, u"detail"_s, u"error"_s, u"status"_s, u"title"_s}) {
        if (error.contains(name))
            kept.insert(name, error.value(name));
    }
    if (error.contains(u"errors"_s))
        kept.insert(u"errors"_s, redactedErrors(error.value(u"errors").toArray()));
    const QString text = kept.isEmpty() ? QString() : compact(kept);
    return text.size() <= longestText ? text : QString();
}

QString CallRedaction::code(const Reply &reply)
{
    const QJsonObject error = errorIn(reply);
    const QString code = error.value(u"code").toString(error.value(u"error").toString());
    return isName(code) ? code : QString();
}
