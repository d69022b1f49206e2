// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/call.h"

#include <QDateTime>
#include <QJsonArray>
#include <QList>
#include <QVariantList>

#include <algorithm>
#include <functional>
#include <optional>

/// A key of `sort=-date,+device`.
struct SortKey
{
    QString name;
    bool descending = false;
};

/// The part of a list that a client requests: by page number, or by a cursor, whose cost does not grow with the
/// position.
struct PageRequest
{
    static constexpr int largestPage = 100; ///< items

    int page = 1;
    int pageSize = 20;
    /// The sort keys' values of the last row that the client has seen, from `cursor`.
    QJsonArray after;
    bool byCursor = false; ///< the rows after `after`, or before it; otherwise from the start, or from the end
    /// The rows before `after`, or the last rows of the list, in reverse order: the nearest to the cursor first.
    bool backwards = false;
    bool count = false; ///< the client requests `total`
    QList<SortKey> sort;

    qint64 offset() const { return byCursor ? 0 : qint64(page - 1) * pageSize; }
    /// The page size plus one: the additional row shows whether there is a next page.
    qint64 limit() const { return pageSize + 1; }

    /// Reads the query parameters. `sortable` are the keys that the list can be sorted by; if there are none, `sort` is
    /// refused. `initial` is the order if the client requests none.
    /// Throws: Problem 422 at `?page`, `?pagesize`, `?cursor`, `?count` or `?sort`.
    static PageRequest from(const Call &call, const QStringList &sortable = {}, const QList<SortKey> &initial = {});

    /// Reads the query parameters of every list: which page, and not in which order.
    /// Throws: Problem 422 at `?page`, `?pagesize`, `?cursor` or `?count`.
    static PageRequest ofEveryList(const Call &call);

    /// Returns the part of a statement that compares with the cursor or orders the rows, such as `(at, id) < (?, ?)` or
    /// `at DESC, id DESC`, turned round if the request goes backwards. Every direction must be written: ASC or DESC.
    QByteArray directed(const QByteArray &sql) const;
    /// Returns the values of `after` for a list that is sorted by a time and an id.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QVariantList afterTimeAndId() const;
    /// Returns the problem for a cursor of another list.
    static Problem foreignCursor();
};

/// Returns a list of rows, which are JSON already, with its Link header (RFC 8288). `rows` are in the order in which
/// the request reads them, and may hold one row more than the page: then there is a further page. `keys` returns the
/// sort keys' values of a row, which become the cursor. A cursor is opaque to clients, and bound to the list, its
/// filters and its sort.
Reply pageReply(const Call &call, const PageRequest &request, const QList<QByteArray> &rows,
                const std::function<QJsonArray(qsizetype row)> &keys, std::optional<qint64> total);

/// The part of a short list that is read as a whole. Its cursors are keysets too: rows that come or go between two
/// pages are neither skipped nor repeated.
class ShortPage
{
public:
    /// `keys`: the sort keys' values of all rows, in the order of the list, which is ascending or descending as a
    /// whole.
    ShortPage(const PageRequest &request, QList<QJsonArray> keys);

    /// Returns the indexes of the rows in the order in which the request reads them, with one more than the page.
    QList<qsizetype> rows() const;
    /// Returns the values for a cursor at this row.
    QJsonArray cursor(qsizetype row) const;

    static QJsonValue key(const QDateTime &time);
    static QJsonValue key(const QDate &day) { return day.toString(Qt::ISODate); }
    static QJsonValue key(const QString &text) { return text; }
    static QJsonValue key(qint64 number) { return number; }
    template <typename SomeId>
    static QJsonValue key(const SomeId &id) requires requires
    {
        id.toString();
    }
    {
        return id.toString();
    }

private:
    const PageRequest &m_request;
    const QList<QJsonArray> m_keys;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
};

/// Returns a page of rows that a store has fetched by `request.offset()` and `request.limit()`, or by cursor. `keys`
/// returns the sort keys' values of a row.
template <typename T>
Reply pageOf(const Call &call, const PageRequest &request, const QList<T> &rows,
             const std::function<QJsonArray(const T &)> &keys, std::optional<qint64> total = {})
{
    QList<QByteArray> json;
    json.reserve(rows.size());
    for (const T &row : rows)
        json += toJson(row);
    return pageReply(
        call, request, json, [&](qsizetype row) { return keys(rows[row]); }, total);
}

/// Returns the requested part of a list that is short and therefore read as a whole. `members` are those that the list
/// is sorted by; together they tell every two rows apart.
template <typename T, typename... Members>
Reply pageOf(const Call &call, const QList<T> &all, Members T::*...members)
{
    const PageRequest request = PageRequest::from(call);
    QList<QJsonArray> keys;
    keys.reserve(all.size());
    for (const T &row : all)
        keys += QJsonArray{ShortPage::key(row.*members)...};
    const ShortPage page(request, keys);
    const QList<qsizetype> rows = page.rows();
    QList<QByteArray> json;
    for (const qsizetype row : rows)
        json += toJson(all[row]);
    return pageReply(
        call, request, json, [&](qsizetype row) { return page.cursor(rows[row]); },
        request.count ? std::optional<qint64>(all.size()) : std::nullopt);
}
