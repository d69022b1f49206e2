// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/contentcoding.h"

#include "server/core/http/precondition.h"
#include "server/core/http/problem.h"
#include "server/core/http/quality.h"
#include "server/core/http/route.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype leastCompressed = 1024; // bytes
/// The inflated body is not part of the memory that was reserved for the request, so that it must be small.
constexpr qint64 mostDecoded = 1 << 20; // bytes
constexpr int withGzipHeader = 16; // added to the window bits of zlib
constexpr int gzipLevel = 5;
constexpr int zstdLevel = 3;

/// Returns all values of a field as one list (RFC 9110, 5.3).
QByteArray listOf(const Headers &headers, QByteArrayView name)
{
    QByteArrayList values;
    for (const auto &[each, value] : headers) {
        if (each.compare(name, Qt::CaseInsensitive) == 0)
            values += value;
    }
    return values.join(',').trimmed().toLower();
}

Problem malformed() { return Problem::badRequest(u"malformed_body"_s, u"The request body is not valid gzip."_s); }

QByteArray gunzipped(const QByteArray &coded, qint64 most)
{
    z_stream stream = {};
    if (inflateInit2(&stream, MAX_WBITS + withGzipHeader) != Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(coded.constData()));
    stream.avail_in = uInt(coded.size());
    QByteArray body;
    QByteArray block(64 * 1024, Qt::Uninitialized);
    for (int state = Z_OK; state != Z_STREAM_END;) {
        stream.next_out = reinterpret_cast<Bytef *>(block.data());
        stream.avail_out = uInt(block.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            throw malformed();
        if (state == Z_STREAM_END && stream.avail_in > 0) // another member follows (RFC 1952, 2.2)
            state = inflateReset(&stream);
        body.append(block.constData(), block.size() - qsizetype(stream.avail_out));
        if (body.size() > most)
            throw Problem(413, u"body_too_large"_s,
                          u"The request body is too large once it is decompressed. Send it without an encoding."_s);
    }
    return body;
}

Problem unsupported(const QString &detail, const QByteArray &accepted)
{
    return Problem(415, u"unsupported_content_encoding"_s, detail).withHeader("Accept-Encoding", accepted);
}

QByteArray zstdCompressed(const QByteArray &body)
{
    QByteArray coded(qsizetype(ZSTD_compressBound(size_t(body.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compress(coded.data(), size_t(coded.size()), body.constData(), size_t(body.size()), zstdLevel);
    if (ZSTD_isError(size))
        throw std::bad_alloc();
    coded.resize(qsizetype(size));
    return coded;
}

/// How much a client wants each coding (RFC 9110, 12.5.3).
struct Weights
{
    double zstd = 0;
    double gzip = 0;
};

Weights weightsOf(const QByteArray &accepted)
{
    Weights weights;
    for (const QByteArray &each : accepted.split(',')) {
        const QByteArray coding = before(each, ';').trimmed();
        const double quality = weightOf(each);
        if (coding == "zstd")
            weights.zstd = quality;
        else if (coding == "gzip" || coding == "x-gzip" || (coding == "*" && !accepted.contains("gzip")))
            weights.gzip = quality;
    }
    return weights;
}

/// Returns the coding that the client prefers: zstd or gzip, or nothing.
QByteArray preferred(const QByteArray &accepted)
{
    const Weights weights = weightsOf(accepted);
    if (weights.zstd <= 0 && weights.gzip <= 0)
        return {};
    return weights.zstd >= weights.gzip ? "zstd" : "gzip";
}

bool isCompressible(const QByteArray &mediaType)
{
    const QByteArray type = mediaType.toLower();
    const bool text =
        type.startsWith("text/") && !type.startsWith("text/html") && !type.startsWith("text/event-stream");
    return text || type.contains("json") || type.contains("mpegurl") || type.contains("xml");
}

/// Adds the coding to the tag: a strong tag stands for the bytes that are sent (RFC 9110, 8.8.3).
QByteArray codedTag(const QByteArray &tag, const QByteArray &coding) { return tag.chopped(1) + ';' + coding + '"'; }
}

bool ContentCoding::isCoded(const Request &request)
{
    const QByteArray coding = listOf(request.headers, "Content-Encoding");
    return !coding.isEmpty() && coding != "identity";
}

Request ContentCoding::decoded(const Request &request, const Route &route)
{
    const QByteArray coding = listOf(request.headers, "Content-Encoding");
    if (coding != "gzip" && coding != "x-gzip")
        throw unsupported(u"The request body must be gzip or not encoded at all."_s, "gzip");
    Request plain = request;
    plain.headers = {};
    for (const auto &[name, value] : request.headers) {
        if (name.compare("Content-Encoding", Qt::CaseInsensitive) != 0)
            plain.headers.append(name, value);
    }
    plain.body = gunzipped(request.body, std::min(route.maxBody, mostDecoded));
    return plain;
}

ContentCoding::KeptReply::KeptReply(Reply reply)
    : m_plain([&reply] {
        reply.headers.append("ETag", entityTag(reply.body));
        return std::move(reply);
    }())
{
    for (const auto &[coding, kept] : {std::pair("gzip", &m_gzip), std::pair("zstd", &m_zstd)}) {
        Request request;
        request.headers.append("Accept-Encoding", coding);
        *kept = m_plain;
        compress(request, *kept);
    }
}

Reply ContentCoding::KeptReply::to(const Request &request) const
{
    const QByteArray coding = preferred(listOf(request.headers, "Accept-Encoding"));
    return coding == "zstd" ? m_zstd : coding == "gzip" ? m_gzip : m_plain;
}

bool ContentCoding::takesGzip(const Request &request)
{
    return weightsOf(listOf(request.headers, "Accept-Encoding")).gzip > 0;
}

ContentCoding::Gzip::Gzip()
    : m_stream(new z_stream_s{}, [](z_stream_s *stream) {
        deflateEnd(stream);
        delete stream;
    })
{
    if (deflateInit2(m_stream.get(), gzipLevel, Z_DEFLATED, MAX_WBITS + withGzipHeader, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY)
        != Z_OK)
        throw std::bad_alloc();
}

QByteArray ContentCoding::Gzip::coded(const QByteArray &piece, bool isLast)
{
    m_stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(piece.constData()));
    m_stream->avail_in = uInt(piece.size());
    QByteArray coded;
    do {
        QByteArray block(qsizetype(deflateBound(m_stream.get(), m_stream->avail_in)), Qt::Uninitialized);
        m_stream->next_out = reinterpret_cast<Bytef *>(block.data());
        m_stream->avail_out = uInt(block.size());
        deflate(m_stream.get(), isLast ? Z_FINISH : Z_NO_FLUSH);
        coded.append(block.constData(), block.size() - qsizetype(m_stream->avail_out));
    } while (m_stream->avail_out == 0);
    return coded;
}

QByteArray ContentCoding::choose(const Request &request, Reply &reply)
{
    if (reply.stream || reply.later || reply.body.size() <= leastCompressed || !isCompressible(reply.contentType)
        || reply.headers.contains("Content-Encoding") || reply.headers.contains("Content-Range"))
        return {};
    reply.headers.append("Vary", "Accept-Encoding");
    const QByteArray coding = preferred(listOf(request.headers, "Accept-Encoding"));
    if (const QByteArray tag = reply.headers.value("ETag"); !coding.isEmpty() && tag.endsWith('"'))
        reply.headers.set("ETag", codedTag(tag, coding));
    return coding;
}

void ContentCoding::compress(const Request &request, Reply &reply)
{
    const QByteArray coding = choose(request, reply);
    if (coding.isEmpty())
        return;
    reply.body = coding == "zstd" ? zstdCompressed(reply.body) : Gzip().coded(reply.body, true);
    reply.headers.append("Content-Encoding", coding);
}
