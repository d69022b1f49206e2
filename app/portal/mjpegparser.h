// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// Takes a `multipart/x-mixed-replace` stream as the network delivers it, split at any byte, and gives the parts in it.
class MjpegParser
{
public:
    /// `contentType` is the answer's, with the boundary in it.
    explicit MjpegParser(const QByteArray &contentType = {});

    /// The parts that these bytes complete: JPEG files.
    QList<QByteArray> feed(const QByteArray &bytes);
    /// Without a boundary, or with a part beyond all reason: the stream is not to be read any further.
    bool isBroken() const { return m_broken; }

private:
    bool takePart(QList<QByteArray> &parts);

    QByteArray m_delimiter;
    QByteArray m_buffer;
    bool m_broken = false;
};
