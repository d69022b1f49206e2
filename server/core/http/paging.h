// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/call.h"

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
    /// The sort keys' values of the last row that the client has seen, from `cursor`; empty: from the start.
    QJsonArray after;
    bool byCursor = false;
    bool count = false; ///< the client requests `total`
    QList<SortKey> sort;

    qint64 offset() const { return byCursor ? 0 : qint64(page - 1) * pageSize; }
    /// The page size plus one: the additional row shows whether there is a next page.
    qint64 limit() const { return pageSize + 1; }

    /// Reads the query parameters. `sortable` are the keys that the list can be sorted by; if there are none, `sort` is
    /// refused. `initial` is the order if the client requests none.
    /// Throws: Problem 422 at `?page`, `?pagesize`, `?cursor`, `?count` or `?sort`.
    static PageRequest from(const Call &call, const QStringList &sortable = {}, const QList<SortKey> &initial = {});

    /// Returns the values of `after` for a list that is sorted by a time and an id.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QVariantList afterTimeAndId() const;
    /// Returns the problem for a cursor of another list.
    static Problem foreignCursor();
};

/// Returns the cursor of a page that starts after these values. Cursors are opaque to clients.
QByteArray cursorOf(const QJsonArray &keys);

/// Returns a list of rows, which are JSON already, with its Link header (RFC 8288). `rows` may hold one row more than
/// the page: then there is a next page, and `cursor` returns the cursor of the last row shown.
Reply pageReply(const Call &call, const PageRequest &request, const QList<QByteArray> &rows,
                const std::function<QByteArray(qsizetype last)> &cursor, std::optional<qint64> total);

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
        call, request, json, [&](qsizetype last) { return cursorOf(keys(rows[last])); }, total);
}

/// Returns the requested part of a list that is short and therefore read as a whole.
template <typename T>
Reply pageOf(const Call &call, const QList<T> &all)
{
    const PageRequest request = PageRequest::from(call);
    const qint64 start = request.byCursor ? std::max<qint64>(0, request.after.first().toInteger()) : request.offset();
    QList<QByteArray> json;
    for (qint64 i = start; i < std::min<qint64>(all.size(), start + request.limit()); ++i)
        json += toJson(all[i]);
    return pageReply(
        call, request, json, [&](qsizetype last) { return cursorOf({start + last + 1}); },
        request.count ? std::optional<qint64>(all.size()) : std::nullopt);
}
