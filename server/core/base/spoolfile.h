// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTemporaryFile>

/// A file without a name for bytes that have to wait, such as those that a slow client has yet to read. It disappears
/// with the object, and with the process however that ends.
///
/// Thread: one at a time.
class SpoolFile : public QTemporaryFile
{
public:
    /// `folder`: where the file lies; empty: the system's folder for temporary files. The file is created with the
    /// first bytes.
    explicit SpoolFile(const QString &folder);

    /// Writes behind the last byte, and hands the bytes to the system, so that a full disk is noticed here. Returns
    /// false if the disk refuses them; errorString() says why.
    bool append(QByteArrayView bytes);
};
