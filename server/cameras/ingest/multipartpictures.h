// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// Reads the pictures of a Motion JPEG stream over HTTP (`multipart/x-mixed-replace`). Cameras differ in what they
/// send: types with parameters, `image/jpg`, a boundary with or without its dashes, parts without a length. A part is
/// therefore a picture if its bytes are a JPEG, whatever its fields say.
class MultipartPictures
{
public:
    struct TooLarge
    {
    };

    /// `contentType` is that of the answer, and names the boundary.
    explicit MultipartPictures(const QByteArray &contentType);

    static bool isMultipart(const QByteArray &contentType);
    void append(const QByteArray &bytes) { m_bytes += bytes; }
    /// Returns the next picture, or nothing if more bytes are needed.
    ///
    /// Throws: TooLarge for a part beyond the limits.
    std::optional<QByteArray> next();

private:
    bool skipHead();
    std::optional<QByteArray> part();

    QByteArray m_delimiter; ///< with the two dashes
    QByteArray m_bytes;
    bool m_inPart = false;
    qsizetype m_length = -1; ///< of the current part; -1: until the next delimiter
    qsizetype m_searched = 0; ///< bytes of the current part without a delimiter
};
