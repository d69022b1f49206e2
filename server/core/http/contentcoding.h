// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/message.h"

#include <QByteArray>

#include <memory>

struct Route;
struct z_stream_s;

/// Content codings of requests and answers (RFC 9110, 8.4).
namespace ContentCoding {

/// Returns whether the request's body is coded, according to `Content-Encoding`.
bool isCoded(const Request &request);
/// Returns the request with its body decoded and without `Content-Encoding`. gzip (RFC 1952) is supported.
/// Throws: Problem 415 `unsupported_content_encoding` for another coding; 400 `malformed_body` for a body that is not
/// gzip; 413 for a body that has more than 1 MiB, or more than the route takes, once it is decoded.
Request decoded(const Request &request, const Route &route);
/// An answer to many requests. Its entity tag and its codings are computed once, and its bytes are shared by all
/// requests.
///
/// Thread: any.
class KeptReply
{
public:
    explicit KeptReply(Reply reply);
    /// Returns the answer in the coding that compress() would choose.
    Reply to(const Request &request) const;

private:
    const Reply m_plain;
    Reply m_gzip;
    Reply m_zstd;
};

/// Returns whether the client takes an answer that is compressed with gzip.
bool takesGzip(const Request &request);

/// Compresses a text with gzip, piece by piece.
class Gzip
{
public:
    Gzip();
    /// Returns the next bytes of the compressed text, which may be none before the last piece.
    QByteArray coded(const QByteArray &piece, bool isLast);

private:
    std::unique_ptr<z_stream_s, void (*)(z_stream_s *)> m_stream;
};

/// Adds the headers that depend on the coding in which compress() would send the answer: `Vary` if there is a choice,
/// and the name of the coding in the entity tag, which matchesAnyTag() ignores. Returns the coding, or an empty text. A
/// 304 has the same headers as the answer that it stands for (RFC 9110, 15.4.5).
QByteArray choose(const Request &request, Reply &reply);
/// Compresses the body of an answer with gzip or zstd (RFC 8878), as `Accept-Encoding` allows, and adds the headers of
/// choose(). Answers of 1 kB or less, streams, and media types that are compressed already stay as they are. So do
/// pages: what a page reflects of its address would let an observer of its length guess the secrets in it (the BREACH
/// attack).
void compress(const Request &request, Reply &reply);
}

/// Checks a body, as it was sent, against its `Content-Digest` and `Repr-Digest` (RFC 9530), and against the older
/// `Digest` (RFC 3230). They mean the same in a request, which carries a whole representation. Only SHA-256 and SHA-512
/// are checked; other algorithms and absent headers are accepted.
/// Throws: Problem 400 `digest_malformed`, 422 `digest_mismatch`.
void requireDigests(const Headers &headers, const QByteArray &body);
/// Returns whether there is a digest of the body.
bool hasDigest(const Headers &headers);
