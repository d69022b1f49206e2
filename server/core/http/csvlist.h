// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/route.h"

#include <functional>

/// A list as comma-separated values (RFC 4180, `text/csv; charset=utf-8`), for spreadsheets and bookkeepers. It has all
/// rows of the list and not one page of them, a header row with the names of the members, and a column for each member
/// of the list's model. Members that are objects or lists are JSON in their column.
namespace CsvList {

/// The maximum number of rows. A longer list is read by its filters, or from a `cursor` on.
inline constexpr int mostRows = 100'000;

/// Returns whether the client prefers CSV to JSON, for a route that lists.
bool isWanted(const Request &request, const Route &route);

/// Answers one page of the list as JSON.
using Page = std::function<Reply(const Request &)>;
/// Returns the list, which is read page by page while the client takes it, so that it needs the memory of one page. A
/// list of a pool is read at once, because its services belong to the thread of the pool.
/// Throws: what `page` throws for the first page. A problem of a later page breaks the answer off.
Reply reply(const Request &request, const Route &route, const Page &page);

/// Returns a value as a field. A text that a spreadsheet would take for a formula gets an apostrophe before it.
QByteArray field(const QJsonValue &value);
}
