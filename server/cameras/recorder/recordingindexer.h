// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/recorder/capturerules.h"
#include "server/cameras/recorder/filelisting.h"
#include "server/cameras/recorder/recordingstorage.h"
#include "server/cameras/recording/motionlevels.h"
#include "server/cameras/recording/recordingstore.h"
#include "server/core/events/eventhub.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

/// Writes the index of recordings: decides by the capture mode of each camera which fragments of its files are listed,
/// and which files stay. The rows of files that still grow are written every few seconds, all in one transaction.
///
/// Thread: one of its own.
class RecordingIndexer : public QObject
{
    Q_OBJECT

public:
    /// A file holds `fileLength` of what is recorded without a break.
    RecordingIndexer(RecordingStorage storage, std::chrono::milliseconds fileLength);
    ~RecordingIndexer() override;

    /// Sets where the rows get the motion of their fragments from. The object must exist until stop().
    ///
    /// Thread: any; call it before start().
    void setMotion(const MotionLevels &levels) { m_levels = &levels; }

    /// Completes the rows that a crash has left, and begins to review the files of the hub. The arguments must exist
    /// until stop().
    ///
    /// Thread: the one that the indexer lives on.
    void start(Database &database, MediaHub &media, EventHub &events);
    /// Completes the rows of all files. Call it after the cameras are closed, and before the database is closed.
    ///
    /// Thread: the one that the indexer lives on.
    void stop();

private:
    using Listings = QHash<RecordingId, FileListing>;

    void completeLeft();
    void complete(RecordedFile row, const CaptureRules &rules);
    void review();
    void reviewCamera(DeviceId device, bool isLast);
    void reviewFile(DeviceId device, const RingFile &file, FileListing &listing, const CaptureRule &rule, bool isKnown);
    void loadRules(const QList<DeviceId> &devices);
    QList<MediaSpan> marksOf(DeviceId device, const QList<RingFile> &files);
    FileListing listingOf(const RingFile &file);
    RecordedFile rowOf(DeviceId device, const RingFile &file, FileListing &listing);
    RecordedFile::Gap gapBefore(DeviceId device, const RingFile &file, const QDateTime &start);
    void saveRows();

    const RecordingStorage m_storage;
    const std::chrono::milliseconds m_fileLength;
    const MotionLevels *m_levels = nullptr; ///< null: unknown
    Database *m_database = nullptr;
    MediaHub *m_media = nullptr;
    std::unique_ptr<RecordingStore> m_store;
    std::unique_ptr<QTimer> m_clock; ///< calls review()
    qint64 m_startedMs = 0; ///< milliseconds since the epoch
    bool m_outdated = true; ///< the rules may have changed
    QElapsedTimer m_loaded; ///< since the rules were read
    QElapsedTimer m_savedOpen; ///< since the rows of open files were written
    bool m_savesOpen = false; ///< in this review
    QHash<DeviceId, CaptureRule> m_rules;
    QHash<DeviceId, AccountId> m_accounts;
    QHash<DeviceId, Listings> m_listings;
    QHash<RecordingId, RecordingName> m_names; ///< of the files in m_listings
    QList<RecordedFile> m_rows; ///< to write at the end of this review
    QList<std::function<void()>> m_decisions; ///< to take once the rows are written
};
