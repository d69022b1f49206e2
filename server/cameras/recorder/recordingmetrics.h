// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class Database;
class DiskSpace;
class MediaHub;
struct RecordingStorage;

/// Returns what monitoring should know of cameras and recordings, as metrics of Prometheus (text format 0.0.4): the
/// cameras by state, whether the disk refuses recordings, and what lies in the folder of this server and in the media
/// store.
QByteArray recordingMetrics(Database &database, const MediaHub &media, const DiskSpace &disk,
                            const RecordingStorage &storage);
