// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/filereply.h"

#include "server/core/http/precondition.h"
#include "server/core/http/problem.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> digits(const QByteArray &text)
{
    const bool onlyDigits =
        !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return onlyDigits && ok ? std::optional(value) : std::nullopt;
}

Problem unsatisfiable(qint64 size)
{
    return Problem(416, u"range_not_satisfiable"_s, u"The range lies outside the file."_s)
        .withHeader("Content-Range", "bytes */" + QByteArray::number(size));
}

/// Returns std::nullopt for ranges that may be ignored: another unit, several ranges, a malformed range (RFC 9110,
/// 14.2).
std::optional<ByteRange> wantedRange(const QByteArray &header, qint64 size)
{
    if (!header.startsWith("bytes=") || header.contains(','))
        return std::nullopt;
    const QByteArray spec = header.mid(6).trimmed();
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0)
        return std::nullopt;
    const auto first = digits(spec.left(dash));
    const auto last = digits(spec.mid(dash + 1));
    if (dash == 0) {
        if (!last)
            return std::nullopt;
        if (*last == 0 || size == 0)
            throw unsatisfiable(size);
        return ByteRange{std::max<qint64>(0, size - *last), size - 1};
    }
    if (!first || (!last && dash + 1 < spec.size()) || (last && *last < *first))
        return std::nullopt;
    if (*first >= size)
        throw unsatisfiable(size);
    return ByteRange{*first, std::min(last.value_or(size - 1), size - 1)};
}

std::shared_ptr<QFile> opened(const QString &path)
{
    auto file = std::make_shared<QFile>(path);
    return file->open(QFile::ReadOnly) ? file : throw Problem::notFound();
}
}

std::optional<ByteRange> requestedRange(const Request &request, qint64 size, const QByteArray &tag)
{
    const QByteArray ifRange = request.headers.value("If-Range");
    const bool partly = request.method == Method::Get && (ifRange.isEmpty() || ifRange == tag);
    return partly ? wantedRange(request.headers.value("Range"), size) : std::nullopt;
}

Reply deviceReply(const Request &request, std::shared_ptr<QIODevice> device, qint64 offset, qint64 size,
                  const QByteArray &tag, const QByteArray &contentType, const QByteArray &cacheControl)
{
    const QByteArray known = request.headers.value("If-None-Match");
    Reply reply;
    if (!known.isEmpty() && weaklyMatchesAnyTag(known, tag)) {
        reply.status = 304;
    } else {
        const auto range = requestedRange(request, size, tag);
        const ByteRange sent = range.value_or(ByteRange{0, size - 1});
        device->seek(offset + sent.first);
        reply = Reply::streamed(std::move(device), contentType, sent.last - sent.first + 1);
        if (range) {
            reply.status = 206;
            reply.headers.append("Content-Range",
                                 "bytes " + QByteArray::number(sent.first) + '-' + QByteArray::number(sent.last) + '/'
                                     + QByteArray::number(size));
        }
    }
    reply.headers.append("Accept-Ranges", "bytes");
    reply.headers.append("ETag", tag);
    reply.headers.append("Cache-Control", cacheControl);
    return reply;
}

Reply fileReply(const Request &request, const QString &path, const QByteArray &contentType,
                const QByteArray &cacheControl)
{
    auto file = opened(path);
    const qint64 size = file->size();
    // Files are replaced as a whole and never written in place, so size and time identify a version.
    const QByteArray version = QByteArray::number(size, 16) + '-'
        + QByteArray::number(QFileInfo(*file).lastModified().toMSecsSinceEpoch(), 16);
    const QByteArray tag = entityTag(path.toUtf8() + '\n' + version);
    return deviceReply(request, std::move(file), 0, size, tag, contentType, cacheControl);
}

Reply filePartReply(const Request &request, const QString &path, qint64 offset, qint64 bytes,
                    const QByteArray &contentType, const QByteArray &cacheControl)
{
    auto file = opened(path);
    if (file->size() < offset + bytes)
        throw Problem::notFound();
    const QByteArray tag =
        entityTag(path.toUtf8() + '\n' + QByteArray::number(offset, 16) + '-' + QByteArray::number(bytes, 16));
    return deviceReply(request, std::move(file), offset, bytes, tag, contentType, cacheControl);
}
