// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/paging.h"

#include "models/core/jsontext.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {
/// Returns a short text for the list, its filters and its sort.
QString bindingOf(const Call &call)
{
    static const QStringList ofThePage{u"page"_s, u"pagesize"_s, u"cursor"_s, u"count"_s};
    QStringList parts;
    for (const auto &[name, value] : call.request.query.queryItems(QUrl::FullyDecoded)) {
        if (!ofThePage.contains(name))
            parts += name + u'=' + value;
    }
    parts.sort();
    parts.prepend(QString::fromLatin1(call.request.path));
    return QString::fromLatin1(entityTag(parts.join(u'\n').toUtf8()).mid(1, 8));
}

QByteArray cursorOf(const Call &call, const QJsonArray &keys)
{
    QJsonArray bound = keys;
    bound.prepend(bindingOf(call));
    return QJsonDocument(bound)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// PostgreSQL refuses U+0000 in a text.
bool canBeKey(const QJsonValue &key) { return !key.toString().contains(QChar::Null); }

QJsonArray parsedCursor(const Call &call, const QString &text)
{
    const auto bytes = QByteArray::fromBase64Encoding(text.toLatin1(),
                                                      QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                                          | QByteArray::AbortOnBase64DecodingErrors);
    QJsonArray keys = QJsonDocument::fromJson(bytes.decoded).array();
    if (!bytes || !std::all_of(keys.cbegin(), keys.cend(), &canBeKey) || keys.size() < 2
        || keys.takeAt(0).toString() != bindingOf(call))
        throw PageRequest::foreignCursor();
    return keys;
}

/// Returns a negative number, 0 or a positive number, as strcmp() does.
int compared(const QJsonArray &a, const QJsonArray &b)
{
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        const int order = a[i].isString()
            ? a[i].toString().compare(b[i].toString())
            : int(a[i].toInteger() > b[i].toInteger()) - int(a[i].toInteger() < b[i].toInteger());
        if (order != 0)
            return order;
    }
    return 0;
}

QList<SortKey> parsedSort(const QString &text, const QStringList &sortable)
{
    QList<SortKey> sort;
    for (const QString &part : text.split(u',')) {
        SortKey key;
        key.descending = part.startsWith(u'-');
        key.name = part.startsWith(u'-') || part.startsWith(u'+') || part.startsWith(u' ') ? part.mid(1) : part;
        if (!sortable.contains(key.name))
            throw Problem::invalid(u"?sort"_s, u"not_allowed"_s,
                                   u"This list can be sorted by: %1."_s.arg(sortable.join(u", "_s)))
                .with(u"allowed"_s, QJsonArray::fromStringList(sortable));
        sort += key;
    }
    return sort;
}

/// Returns the request's own address with another page or cursor.
QByteArray address(const Call &call, const QString &name, const QByteArray &value)
{
    QUrlQuery query = call.request.query;
    query.removeAllQueryItems(u"page"_s);
    query.removeAllQueryItems(u"cursor"_s);
    query.addQueryItem(name, QString::fromLatin1(value));
    return call.request.path + '?' + query.toString(QUrl::FullyEncoded).toLatin1();
}
}

Problem PageRequest::foreignCursor()
{
    return Problem::invalid(u"?cursor"_s, u"malformed"_s, u"The cursor does not belong to this list."_s);
}

QVariantList PageRequest::afterTimeAndId() const
{
    if (after.size() != 2 || !after[0].isDouble() || !after[1].isString())
        throw foreignCursor();
    return {after[0].toInteger(), after[1].toString()};
}

PageRequest PageRequest::ofEveryList(const Call &call)
{
    PageRequest request;
    const auto page = call.queryInt(u"page"_s, 1, std::numeric_limits<int>::max());
    request.page = page.value_or(1);
    request.pageSize = call.queryInt(u"pagesize"_s, 1, largestPage).value_or(request.pageSize);
    request.count = call.queryBool(u"count"_s).value_or(false);
    if (const QString cursor = call.query(u"cursor"_s); !cursor.isEmpty()) {
        if (page)
            throw Problem::invalid(u"?cursor"_s, u"not_allowed"_s, u"Use either page or cursor, not both."_s);
        request.byCursor = true;
        request.after = parsedCursor(call, cursor);
    }
    return request;
}

PageRequest PageRequest::from(const Call &call, const QStringList &sortable, const QList<SortKey> &initial)
{
    PageRequest request = ofEveryList(call);
    const QString sort = call.query(u"sort"_s);
    request.sort = sort.isEmpty() ? initial : parsedSort(sort, sortable);
    return request;
}

Reply pageReply(const Call &call, const PageRequest &request, const QList<QByteArray> &rows,
                const std::function<QJsonArray(qsizetype last)> &keys, std::optional<qint64> total)
{
    const bool more = rows.size() > request.pageSize;
    const auto shown = more ? rows.first(request.pageSize) : rows;
    QByteArray body = "{\"items\":[" + shown.join(',') + ']';
    if (!request.byCursor)
        body += ",\"page\":" + QByteArray::number(request.page);
    body += ",\"pagesize\":" + QByteArray::number(request.pageSize);
    QByteArrayList links;
    if (more) {
        const QByteArray next = cursorOf(call, keys(shown.size() - 1));
        body += ",\"next_cursor\":";
        JsonText::appendString(body, QString::fromLatin1(next));
        links += '<'
            + (request.byCursor ? address(call, u"cursor"_s, next)
                                : address(call, u"page"_s, QByteArray::number(request.page + 1)))
            + ">; rel=\"next\"";
    }
    if (!request.byCursor && request.page > 1)
        links += '<' + address(call, u"page"_s, QByteArray::number(request.page - 1)) + ">; rel=\"prev\"";
    if (total)
        body += ",\"total\":" + QByteArray::number(*total);
    Reply reply = Reply::json(body + '}');
    if (!links.isEmpty())
        reply.headers.append("Link", links.join(", "));
    return reply;
}

/// The first value of the cursor is the order of the list, which a single remaining row does not show.
ShortPage::ShortPage(const PageRequest &request, QList<QJsonArray> keys)
    : m_request(request)
    , m_keys(std::move(keys))
{
    if (!request.byCursor) {
        m_begin = std::min<qsizetype>(m_keys.size(), request.offset());
        return;
    }
    QJsonArray after = request.after;
    const int order = after.takeAt(0).toInt();
    const qsizetype same = m_keys.indexOf(after);
    m_begin = same + 1;
    if (same < 0) // the row has gone
        m_begin = std::find_if(m_keys.begin(), m_keys.end(),
                               [&](const QJsonArray &row) { return compared(row, after) * order > 0; })
            - m_keys.begin();
}

qsizetype ShortPage::end() const { return std::min<qsizetype>(m_keys.size(), m_begin + m_request.limit()); }

QJsonArray ShortPage::cursor(qsizetype row) const
{
    QJsonArray cursor = m_keys[row];
    cursor.prepend(compared(m_keys.constFirst(), m_keys.constLast()) > 0 ? -1 : 1);
    return cursor;
}

QJsonValue ShortPage::key(const QDateTime &time) { return time.isValid() ? time.toMSecsSinceEpoch() : 0; }
