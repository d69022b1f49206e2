// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/call.h"

#include <QJsonArray>
#include <QList>

#include <algorithm>
#include <functional>
#include <optional>

/// One key of `sort=-date,+device`.
struct SortKey
{
    QString name;
    bool descending = false;
};

/// Which part of a list a client wants: by page, or by a cursor, which stays cheap however deep it goes.
struct PageRequest
{
    int page = 1;
    int pageSize = 20;
    /// The sort keys' values of the last row seen, from `cursor`; empty: from the start.
    QJsonArray after;
    bool byCursor = false;
    bool count = false; ///< the client wants `total`
    QList<SortKey> sort;

    qint64 offset() const { return byCursor ? 0 : qint64(page - 1) * pageSize; }
    /// One row more than fits the page tells whether there is a next one.
    qint64 limit() const { return pageSize + 1; }

    /// Throws Problem 422 at `?page`, `?pagesize`, `?cursor`, `?count` or `?sort`. `sortable` are the keys that the
    /// list knows; without any, `sort` is refused. `initial` holds when the client names none.
    static PageRequest from(const Call &call, const QStringList &sortable = {}, const QList<SortKey> &initial = {});
};

/// Opaque to clients: the values that the next page starts after.
QByteArray cursorOf(const QJsonArray &keys);

/// The list answer around rows that are JSON already, with its Link header (RFC 8288). `rows` may hold one more than
/// the page: then there is a next one, and `cursor` tells where the page ended.
Reply pageReply(const Call &call, const PageRequest &request, const QList<QByteArray> &rows,
                const std::function<QByteArray(qsizetype last)> &cursor, std::optional<qint64> total);

/// A page of rows that a store has fetched by `request.offset()` and `request.limit()`, or by cursor. `keys` are a
/// row's values of the sort keys.
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

/// A list that is short by its nature, and so read as a whole: only the wanted part goes out.
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
