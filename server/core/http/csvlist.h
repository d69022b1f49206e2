// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

#include <functional>
#include <memory>

/// A list as comma-separated values (RFC 4180, `text/csv; charset=utf-8`), for spreadsheets and bookkeepers. It has all
/// rows of the list and not one page of them, a header row with the names of the members, and a column for each member
/// of the list's model. Members that are objects or lists are JSON in their column.
namespace CsvList {

/// The maximum number of rows. A longer list is read by its filters, or from a `cursor` on.
inline constexpr int mostRows = 100'000;

/// Returns whether the client prefers CSV to JSON, for a route that lists. Of two types that it wants equally, it gets
/// the first of `Accept`.
bool isWanted(const Request &request, const Route &route);

/// Answers one page of the list as JSON.
using Page = std::function<Reply(const Request &)>;
/// Where a list of more than a megabyte is kept while the client reads it.
struct Keeping
{
    QString folder; ///< empty: the system's folder for temporary files
    std::shared_ptr<void> place; ///< held until the client has read the list
};
/// Returns the list, which is read page by page, so that it needs the memory of one page.
/// Throws: what `page` throws; StorageError if the disk is full.
Reply reply(const Request &request, const Route &route, const Page &page, const Keeping &keeping);

/// Returns a value as a field. A text that a spreadsheet would take for a formula gets an apostrophe before it.
QByteArray field(const QJsonValue &value);
}
