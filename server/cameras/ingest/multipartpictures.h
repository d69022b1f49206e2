// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// Splits a Motion JPEG stream over HTTP (`multipart/x-mixed-replace`) into pictures. Cameras differ in what they send:
/// media types with parameters, `image/jpg`, a boundary with or without its dashes, parts without a length. Therefore,
/// a part counts as a picture if its bytes begin like a JPEG, regardless of its header fields.
class MultipartPictures
{
public:
    /// The header of a part exceeds 8 KiB, or its body exceeds 16 MiB.
    struct TooLarge
    {
    };

    /// `contentType` is the `Content-Type` of the response. It contains the boundary.
    explicit MultipartPictures(const QByteArray &contentType);

    static bool isMultipart(const QByteArray &contentType);
    void append(const QByteArray &bytes) { m_bytes += bytes; }
    /// Returns the next picture, or nothing if more bytes are needed.
    ///
    /// Throws: TooLarge.
    std::optional<QByteArray> next();

private:
    bool skipHead();
    std::optional<QByteArray> part();

    QByteArray m_delimiter; ///< with the two dashes
    QByteArray m_bytes;
    bool m_inPart = false;
    qsizetype m_length = -1; ///< of the current part; -1: until the next delimiter
    qsizetype m_searched = 0; ///< bytes of the current part that were searched for a delimiter
};
