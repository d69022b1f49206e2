// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <optional>

/// One spelling for the targets of requests that mean the same. A trailing slash is tolerated, any character may be
/// percent-encoded, IDs are read in upper case as well, and query parameters come in any order.
namespace CanonicalTarget {
/// Returns an ID in the form in which the API writes it, and any other text as it is.
QByteArray id(const QByteArray &text);
/// Returns the decoded segments of a path, or nothing if the path is not in normal form. Empty, `.` and `..` segments
/// are refused, because proxies and caches disagree about their meaning. The path of a request means what these
/// segments say, and nothing else.
std::optional<QByteArrayList> segments(const QByteArray &path);
/// Returns a path without a trailing slash, with its IDs in the form in which the API writes them, and with the fewest
/// characters encoded.
QByteArray path(const QByteArray &path);
/// Returns a query sorted by the names of its parameters, with IDs as in a path, and with the fewest characters
/// encoded. Parameters of the same name keep their order, because the first one counts. `without` names those that are
/// left out.
QByteArray query(const QUrlQuery &query, const QStringList &without = {});
/// Returns the value of the first query parameter of this name, or an empty text if there is none. A `+` means a space,
/// as forms write it (WHATWG URL, application/x-www-form-urlencoded).
QString value(const QUrlQuery &query, const QString &name);
}
