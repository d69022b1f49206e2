// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/paging.h"

#include "models/core/jsontext.h"
#include "server/core/http/canonicaltarget.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {
/// Returns a short text for the list, its filters and its sort.
QString bindingOf(const Call &call)
{
    QStringList without{u"page"_s, u"pagesize"_s, u"cursor"_s, u"count"_s};
    if (call.query(u"sort"_s).isEmpty()) // the list's own order
        without += u"sort"_s;
    const QByteArray target =
        CanonicalTarget::path(call.request.path) + '\n' + CanonicalTarget::query(call.request.query, without);
    return QString::fromLatin1(entityTag(target).mid(1, 8));
}

constexpr auto backwardsMark = "<"_L1; // before the binding of a cursor that leads backwards

/// Without keys, the cursor leads to the end of the list.
QByteArray cursorOf(const Call &call, const QJsonArray &keys, bool backwards)
{
    QJsonArray bound = keys;
    bound.prepend((backwards ? QString(backwardsMark) : QString()) + bindingOf(call));
    return QJsonDocument(bound)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// PostgreSQL refuses U+0000 in a text.
bool canBeKey(const QJsonValue &key) { return !key.toString().contains(QChar::Null); }

/// Sets `after`, `byCursor` and `backwards`.
void parseCursor(const Call &call, const QString &text, PageRequest &request)
{
    const auto bytes = QByteArray::fromBase64Encoding(text.toLatin1(),
                                                      QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                                          | QByteArray::AbortOnBase64DecodingErrors);
    QJsonArray keys = QJsonDocument::fromJson(bytes.decoded).array();
    if (!bytes || !std::all_of(keys.cbegin(), keys.cend(), &canBeKey) || keys.isEmpty())
        throw PageRequest::foreignCursor();
    const QString binding = keys.takeAt(0).toString();
    request.backwards = binding.startsWith(backwardsMark);
    if (binding.mid(request.backwards ? backwardsMark.size() : 0) != bindingOf(call))
        throw PageRequest::foreignCursor();
    if (keys.isEmpty() && !request.backwards)
        throw PageRequest::foreignCursor();
    request.byCursor = !keys.isEmpty();
    request.after = keys;
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
                                   sortable.isEmpty()
                                       ? u"This list has a fixed order."_s
                                       : u"This list can be sorted by: %1."_s.arg(sortable.join(u", "_s)))
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
    if (!name.isEmpty())
        query.addQueryItem(name, QString::fromLatin1(value));
    const QByteArray text = query.toString(QUrl::FullyEncoded).toLatin1();
    return text.isEmpty() ? call.request.path : call.request.path + '?' + text;
}
}

Problem PageRequest::foreignCursor()
{
    return Problem::invalid(u"?cursor"_s, u"malformed"_s, u"The cursor does not belong to this list."_s);
}

QByteArray PageRequest::directed(const QByteArray &sql) const
{
    if (!backwards)
        return sql;
    QByteArrayList words = sql.split(' ');
    for (QByteArray &word : words) {
        for (const auto &[one, other] : {std::pair("<", ">"), std::pair("DESC", "ASC"), std::pair("DESC,", "ASC,")}) {
            if (word == one || word == other) {
                word = word == one ? other : one;
                break;
            }
        }
    }
    return words.join(' ');
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
        parseCursor(call, cursor, request);
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

namespace {
/// Returns whether the request names its page by a number, or is for the first page.
bool isByNumber(const PageRequest &request) { return !request.byCursor && !request.backwards; }

/// Returns the Link header of a page, and sets the cursor of the next page. `rows` is the number of rows shown, and
/// `more` says whether there are further ones in the direction of the request.
QByteArrayList linksOf(const Call &call, const PageRequest &request, qsizetype rows, bool more,
                       const std::function<QJsonArray(qsizetype row)> &keys, QByteArray &next)
{
    QByteArrayList links;
    const auto link = [&](const QString &name, const QByteArray &value, const QByteArray &relation) {
        links += '<' + address(call, name, value) + ">; rel=\"" + relation + '"';
    };
    const qsizetype first = request.backwards ? rows - 1 : 0;
    const qsizetype last = request.backwards ? 0 : rows - 1;
    // Backwards, the request comes from the next page, or from the end of the list.
    const bool hasNext = request.backwards ? request.byCursor : more;
    const bool hasPrevious = request.backwards ? more : request.byCursor || request.page > 1;
    if (rows == 0 && request.backwards) { // the rows before those that the request comes from have gone meanwhile
        links += '<' + address(call, {}, {}) + ">; rel=\"next\"";
    } else if (rows > 0 && hasNext) {
        next = cursorOf(call, keys(last), false);
        if (isByNumber(request))
            link(u"page"_s, QByteArray::number(request.page + 1), "next");
        else
            link(u"cursor"_s, next, "next");
    }
    if (!hasPrevious)
        return links;
    if (isByNumber(request))
        link(u"page"_s, QByteArray::number(request.page - 1), "prev");
    else // without rows, those after the ones that the request comes from have gone meanwhile
        link(u"cursor"_s, cursorOf(call, rows > 0 ? keys(first) : QJsonArray(), true), "prev");
    return links;
}
}

Reply pageReply(const Call &call, const PageRequest &request, const QList<QByteArray> &rows,
                const std::function<QJsonArray(qsizetype row)> &keys, std::optional<qint64> total)
{
    const bool more = rows.size() > request.pageSize;
    auto shown = more ? rows.first(request.pageSize) : rows;
    QByteArray next;
    const QByteArrayList links = linksOf(call, request, shown.size(), more, keys, next);
    if (request.backwards)
        std::ranges::reverse(shown);
    QByteArray body = "{\"items\":[" + shown.join(',') + ']';
    if (isByNumber(request))
        body += ",\"page\":" + QByteArray::number(request.page);
    body += ",\"pagesize\":" + QByteArray::number(request.pageSize);
    if (!next.isEmpty()) {
        body += ",\"next_cursor\":";
        JsonText::appendString(body, QString::fromLatin1(next));
    }
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
    , m_end(m_keys.size())
{
    if (!request.byCursor) {
        m_begin = std::min<qsizetype>(m_keys.size(), request.offset());
        return;
    }
    QJsonArray after = request.after;
    const int order = after.takeAt(0).toInt();
    const qsizetype same = m_keys.indexOf(after);
    const qsizetype next = same >= 0 // or the row has gone
        ? same + 1
        : std::find_if(m_keys.begin(), m_keys.end(), [&](const QJsonArray &row) {
              return compared(row, after) * order > 0;
          }) - m_keys.begin();
    if (request.backwards)
        m_end = same >= 0 ? same : next;
    else
        m_begin = next;
}

QList<qsizetype> ShortPage::rows() const
{
    QList<qsizetype> rows;
    const qsizetype count = std::min<qsizetype>(m_end - m_begin, m_request.limit());
    for (qsizetype i = 0; i < count; ++i)
        rows += m_request.backwards ? m_end - 1 - i : m_begin + i;
    return rows;
}

QJsonArray ShortPage::cursor(qsizetype row) const
{
    QJsonArray cursor = m_keys[row];
    cursor.prepend(compared(m_keys.constFirst(), m_keys.constLast()) > 0 ? -1 : 1);
    return cursor;
}

QJsonValue ShortPage::key(const QDateTime &time) { return time.isValid() ? time.toMSecsSinceEpoch() : 0; }
