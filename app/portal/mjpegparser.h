// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// Splits a `multipart/x-mixed-replace` stream into its parts. The input may be cut at any byte.
class MjpegParser
{
public:
    /// `contentType` is the response's Content-Type, which contains the boundary.
    explicit MjpegParser(const QByteArray &contentType = {});

    /// Returns the JPEG files that these bytes complete.
    QList<QByteArray> feed(const QByteArray &bytes);
    /// Returns true if the stream has no boundary or a part is too large. The stream cannot be read any further.
    bool isBroken() const { return m_broken; }

private:
    bool takePart(QList<QByteArray> &parts);

    QByteArray m_delimiter;
    QByteArray m_buffer;
    bool m_broken = false;
};
