// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

/// The name of a recorded file: `<sequence>-<recording_id>.mp4`. The number is that of the first fragment, so that the
/// names put the files of a folder in order, whatever the clock said.
struct RecordingName
{
    qint64 sequence = 0;
    RecordingId id = {};

    QString toString() const;
    /// Returns nothing unless `name` is exactly what toString() returns.
    static std::optional<RecordingName> parse(QStringView name);
    /// Returns the names in a folder, the oldest first.
    static QList<RecordingName> in(const QString &folder);

    bool operator==(const RecordingName &) const = default;
};
