// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

#include <optional>

/// A range of bytes.
struct ByteRange
{
    qint64 first = 0;
    qint64 last = -1; ///< inclusive
};

/// Returns the range that a request asks for (RFC 9110, 14), or nothing if it gets everything. `size` and `tag` are
/// those of what it asks for.
/// Throws: Problem 416 if the range lies outside.
std::optional<ByteRange> requestedRange(const Request &request, qint64 size, const QByteArray &tag);
/// Returns a file as an answer: the whole file, the requested range (RFC 9110, 14), or 304 if the client has the
/// current version. A request for several ranges gets the whole file.
/// Throws: Problem 404 if there is no such file, 416 if the range lies outside the file.
Reply fileReply(const Request &request, const QString &path, const QByteArray &contentType,
                const QByteArray &cacheControl = "private, max-age=0, must-revalidate");
/// Returns `size` bytes of an open device, which is not sequential, from `offset` on as if they were a file. `tag` is
/// the entity tag of these bytes.
/// Throws: Problem 416 as above.
Reply deviceReply(const Request &request, std::shared_ptr<QIODevice> device, qint64 offset, qint64 size,
                  const QByteArray &tag, const QByteArray &contentType, const QByteArray &cacheControl);
/// Returns a part of a file as if it were a file. The file may grow, but the bytes of the part never change.
/// Throws: Problem 404 if the file does not have the part; 416 as above.
Reply filePartReply(const Request &request, const QString &path, qint64 offset, qint64 bytes,
                    const QByteArray &contentType, const QByteArray &cacheControl);
