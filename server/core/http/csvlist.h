// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/spoolfile.h"
#include "server/core/http/route.h"

#include <functional>
#include <memory>
#include <optional>

/// A list as comma-separated values (RFC 4180, `text/csv; charset=utf-8`), for spreadsheets and bookkeepers. It has all
/// rows of the list and not one page of them, a header row with the names of the members, and a column for each member
/// of the list's model. Members that are objects or lists are JSON in their column.
namespace CsvList {

/// The maximum number of rows. A longer list is read by its filters, or from a `cursor` on.
inline constexpr int mostRows = 100'000;

/// Returns whether the client prefers CSV to JSON, for a route that lists. Of two types that it wants equally, it gets
/// the first of `Accept`.
bool isWanted(const Request &request, const Route &route);

/// What an account has a few of, each as long as its object. A client that reads slowly takes nothing from other
/// accounts.
struct Places
{
    std::shared_ptr<void> making = {}; ///< until the list is made; all accounts share these
    std::shared_ptr<void> reading = {}; ///< until the client has read the list
};
/// Answers one page of the list as JSON.
using Page = std::function<Reply(const Request &)>;
/// Where a list of more than a megabyte is kept while the client reads it.
struct Keeping
{
    SpoolSpace space = {};
    ByteHolder holder = {};
    Places places = {};
};

/// A list that is being made. It is read page by page, so that it needs the memory of one page.
///
/// Thread: one at a time.
class Making
{
public:
    Making(const Request &request, const Route &route, Keeping keeping);
    ~Making();
    Q_DISABLE_COPY_MOVE(Making)

    /// Reads the next page. Returns the answer if that page was the last one.
    /// Throws: what `page` throws; Problem 503 `busy` if too many lists wait for their clients; StorageError if the
    /// disk has no room for the list.
    std::optional<Reply> next(const Page &page);

private:
    class Rows;
    class File;

    const QByteArray m_path;
    const bool m_takesGzip;
    Keeping m_keeping;
    const std::unique_ptr<Rows> m_rows;
    QByteArray m_text; ///< what is not in the file
    std::shared_ptr<File> m_file; ///< null as long as the list is short
};

/// Returns a value as a field. A text that a spreadsheet would take for a formula gets an apostrophe before it.
QByteArray field(const QJsonValue &value);
}
