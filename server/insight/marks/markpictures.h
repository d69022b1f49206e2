// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/devicemark.h"
#include "server/insight/marks/markfiles.h"

#include <QByteArray>

/// The snapshot of a mark and its thumbnail.
class MarkPictures
{
public:
    /// Scales the thumbnail from the snapshot, which must be a JPEG.
    explicit MarkPictures(const QByteArray &snapshot);

    /// Writes both files. Write them before the row of the mark: files without a row are deleted when the server
    /// starts.
    ///
    /// Throws: std::runtime_error.
    void write(const MarkFiles &files, DeviceId device, DeviceMarkId mark) const;
    /// Sets `snapshot` and `thumbnail` of the mark. `time` is the time of the pictures.
    void describe(DeviceMark &mark, const QDateTime &time) const;

private:
    QByteArray m_snapshot;
    QByteArray m_thumbnail;
};
