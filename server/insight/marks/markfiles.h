// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/id.h"

#include <QString>
#include <QStringList>

/// Where the pictures and clips of marks lie: `<folder>/<device_id>/<mark_id>.snapshot.jpg` and its kin. A file that
/// has its name is whole.
class MarkFiles
{
public:
    explicit MarkFiles(QString folder)
        : m_folder(std::move(folder))
    {
    }

    enum class Kind { Snapshot, Thumbnail, Clip };

    QString path(DeviceId device, DeviceMarkId mark, Kind kind) const;
    /// So that it is there as a whole after a crash, or not at all. Throws std::runtime_error.
    void write(DeviceId device, DeviceMarkId mark, Kind kind, const QByteArray &content) const;
    /// Makes the folder that a file of this device goes into. Throws std::runtime_error.
    void makeFolder(DeviceId device) const;
    void remove(DeviceId device, DeviceMarkId mark) const;
    /// The marks that have files, and whatever else lies there: a file that was being written when the power went.
    struct Listing
    {
        QList<std::pair<DeviceId, DeviceMarkId>> marks;
        QStringList strays;
    };
    Listing list() const;

private:
    QString m_folder;
};
