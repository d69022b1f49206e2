// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/framer.h"

#include "server/core/http/message.h"

#include <algorithm>

namespace {

constexpr FramingError malformed{400, "malformed_request", "The request is not HTTP/1.1 (RFC 9112)."};
constexpr FramingError headersTooLarge{431, "headers_too_large", "The header section is too large."};
constexpr FramingError bodyTooLarge{413, "body_too_large", "The request body is larger than this path accepts."};

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter); }

bool isVisible(char c) { return c > 0x20 && c < 0x7f; }

/// RFC 9110, 5.5; bytes above ASCII are opaque.
bool isFieldCharacter(char c) { return c == '\t' || static_cast<unsigned char>(c) >= 0x20; }

bool isHost(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isVisible(c) && !QByteArrayView("/?#@\\\"<>^`{|},").contains(c);
    });
}

bool equalsName(QByteArrayView a, QByteArrayView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

/// Whether a request has the field once at most. A proxy and this server could read different values of two, and act
/// for different callers (RFC 9110, 5.3).
bool isSingle(QByteArrayView name)
{
    constexpr QByteArrayView single[] = {"Authorization",       "Content-Type", "Idempotency-Key", "If-Modified-Since",
                                         "If-Unmodified-Since", "Range",        "If-Range",        "Origin"};
    return std::any_of(std::begin(single), std::end(single), [&](auto known) { return equalsName(name, known); });
}

bool listHas(const QByteArray &list, QByteArrayView token)
{
    const auto parts = list.split(',');
    return std::any_of(parts.begin(), parts.end(),
                       [&](const QByteArray &part) { return equalsName(part.trimmed(), token); });
}

/// Returns -1 unless the text consists of digits, few enough that no reader overflows.
qint64 parsedLength(const QByteArray &text, int base, int mostDigits)
{
    const bool digits =
        !text.isEmpty() && text.size() <= mostDigits && std::all_of(text.begin(), text.end(), [&](char c) {
            return base == 16 ? isxdigit(static_cast<unsigned char>(c)) : isdigit(static_cast<unsigned char>(c));
        });
    return digits ? text.toLongLong(nullptr, base) : -1;
}
}

FramingError HttpFramer::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && m_state != State::Done && m_state != State::Failed) {
        if (m_state == State::Body || m_state == State::ChunkData) {
            const qint64 taken = std::min<qint64>(m_bodyLeft, bytes.size());
            if (const FramingError error = m_isTaken ? m_sink.take(bytes.first(taken)) : FramingError{}; error.status) {
                m_state = State::Failed;
                return error;
            }
            bytes = bytes.sliced(taken);
            m_position += taken;
            m_bodyLeft -= taken;
            if (m_bodyLeft == 0 && m_state == State::Body)
                finishRequest();
            else if (m_bodyLeft == 0)
                m_state = State::ChunkEnd;
            continue;
        }
        const char c = bytes.front();
        bytes = bytes.sliced(1);
        ++m_position;
        FramingError error;
        const bool afterReturn = m_line.endsWith('\r');
        if (afterReturn != (c == '\n')) {
            error = malformed; // a bare CR or a bare LF
        } else if (c == '\n') {
            m_line.chop(1);
            error = takeLine(std::exchange(m_line, {}));
        } else {
            m_line += c;
            error = tooLong();
        }
        if (error.status) {
            m_state = State::Failed;
            return error;
        }
    }
    return {};
}

FramingError HttpFramer::tooLong() const
{
    switch (m_state) {
    case State::RequestLine:
        if (m_line.size() > m_limits.requestLine)
            return {414, "uri_too_long", "The request line is too long."};
        return {};
    case State::Field:
        return m_headSize + m_line.size() > m_limits.headers ? headersTooLarge : FramingError{};
    default:
        return m_line.size() > 256 ? malformed : FramingError{}; // chunk sizes and the ends of chunks
    }
}

FramingError HttpFramer::takeLine(const QByteArray &line)
{
    switch (m_state) {
    case State::RequestLine:
        return takeRequestLine(line);
    case State::Field:
        m_headSize += line.size() + 2;
        return line.isEmpty() ? finishHead() : takeField(line);
    case State::ChunkSize:
        return takeChunkSize(line);
    case State::ChunkEnd:
        m_state = State::ChunkSize;
        return line.isEmpty() ? FramingError{} : malformed;
    case State::Trailer:
        if (!line.isEmpty())
            return {400, "trailers_refused", "Trailer fields are not accepted."};
        finishRequest();
        return {};
    default:
        return malformed;
    }
}

FramingError HttpFramer::takeRequestLine(const QByteArray &line)
{
    const auto parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty()
        || !std::all_of(parts[1].begin(), parts[1].end(), isVisible) || parts[1].contains('#'))
        return malformed;
    const QByteArray &version = parts[2];
    if (!version.startsWith("HTTP/"))
        return malformed;
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return {505, "version_not_supported", "This server supports HTTP/1.1."};
    if (!methodNamed(parts[0]))
        return {501, "method_not_known", "This server does not support the method."};
    const QByteArray &target = parts[1];
    if (!target.startsWith('/') && !target.startsWith("http://") && !target.startsWith("https://"))
        return malformed;
    m_head = {};
    m_head.method = parts[0];
    m_head.target = target;
    m_head.http10 = version == "HTTP/1.0";
    m_head.close = m_head.http10;
    m_headSize = 0;
    m_fieldCount = m_hosts = m_lengths = m_encodings = 0;
    m_state = State::Field;
    return {};
}

FramingError HttpFramer::takeField(const QByteArray &line)
{
    if (++m_fieldCount > m_limits.fields)
        return headersTooLarge;
    const qsizetype colon = line.indexOf(':');
    // A name is not surrounded by white space, and lines are not folded, which would begin with white space (RFC 9112,
    // 5.1, 5.2).
    if (colon < 0 || !isToken(QByteArrayView(line).first(colon)))
        return malformed;
    const QByteArray name = line.left(colon);
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (!std::all_of(value.begin(), value.end(), isFieldCharacter) || value.contains('\x7f'))
        return malformed;
    if (isSingle(name) && m_head.fields.contains(name))
        return malformed;
    m_head.fields.append(name, value);
    if (equalsName(name, "Host")) {
        ++m_hosts;
        return isHost(value) ? FramingError{} : malformed;
    }
    if (equalsName(name, "Content-Length")) {
        ++m_lengths;
        m_head.contentLength = parsedLength(value, 10, 18);
        return m_head.contentLength < 0 ? malformed : FramingError{};
    }
    if (equalsName(name, "Transfer-Encoding")) {
        ++m_encodings;
        m_head.chunked = true;
        if (!equalsName(value, "chunked"))
            return {501, "transfer_encoding_not_known", "The only supported transfer coding is chunked."};
    } else if (equalsName(name, "Connection")) {
        m_head.close = m_head.close || listHas(value, "close");
    } else if (equalsName(name, "Expect")) {
        if (!equalsName(value, "100-continue"))
            return {417, "expectation_failed", "The only supported expectation is 100-continue."};
        m_head.expectsContinue = !m_head.http10;
    } else if (equalsName(name, "Upgrade")) {
        if (listHas(value, "websocket")) // Qt HttpServer 6.8 would close the connection without an answer
            return {501, "upgrade_not_known", "This server does not support WebSockets."};
    }
    return {};
}

FramingError HttpFramer::finishHead()
{
    const bool hostIsRight = m_hosts == 1 || (m_head.http10 && m_hosts == 0);
    const bool lengthIsClear = m_lengths + m_encodings <= 1 && !(m_head.http10 && m_head.chunked);
    if (!hostIsRight || !lengthIsClear)
        return malformed;
    // Qt HttpServer 6.4 may lose a byte after the last chunk, so no request may follow a chunked body.
    m_head.close = m_head.close || m_head.chunked;
    if (m_head.contentLength > m_limits.maxBody(m_head))
        return bodyTooLarge;
    const bool isLarge = m_head.chunked || m_head.contentLength > m_limits.inMemory;
    m_isTaken = isLarge && m_heads.isEmpty() && m_sink.wants && m_sink.wants(m_head);
    if (m_isTaken)
        m_head.close = true;
    else
        m_head.fields.keepOnly({"Authorization", "X-Forwarded-For", "X-Request-Id"});
    m_heads += m_head;
    m_bodySize = 0;
    m_bodyLeft = m_head.contentLength;
    if (m_head.chunked)
        m_state = State::ChunkSize;
    else if (m_bodyLeft > 0)
        m_state = State::Body;
    else
        finishRequest();
    return {};
}

FramingError HttpFramer::takeChunkSize(const QByteArray &line)
{
    const qint64 size = parsedLength(before(line, ';').trimmed(), 16, 8);
    if (size < 0)
        return malformed;
    m_bodySize += size;
    if (m_bodySize > m_limits.maxBody(m_head))
        return bodyTooLarge;
    m_bodyLeft = size;
    m_state = size == 0 ? State::Trailer : State::ChunkData;
    return {};
}

void HttpFramer::finishRequest()
{
    m_ends += m_position;
    m_state = m_head.close ? State::Done : State::RequestLine;
    m_head = {};
}
