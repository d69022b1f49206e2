// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemark.h"
#include "server/insight/marks/markfiles.h"

#include <QByteArray>

/// The snapshot of a mark and its thumbnail.
class MarkPictures
{
public:
    /// Creates the thumbnail from the snapshot, which must be a JPEG.
    explicit MarkPictures(const QByteArray &snapshot);

    /// Writes both files. Call the function before the row of the mark is written: MarkJanitor removes files without a
    /// row, but nothing creates missing files.
    ///
    /// Throws: std::runtime_error.
    void write(const MarkFiles &files, DeviceId device, DeviceMarkId mark) const;
    /// Sets `snapshot` and `thumbnail` of the mark. `time` is the time of the pictures.
    void describe(DeviceMark &mark, const QDateTime &time) const;

private:
    QByteArray m_snapshot;
    QByteArray m_thumbnail;
};
