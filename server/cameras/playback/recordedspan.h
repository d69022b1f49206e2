// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/recording/recordingstore.h"
#include "server/cameras/store/mediastore.h"

class StoredMedia;

/// Consecutive fragments of one file: a range of its bytes, without a gap in time. It begins with a key frame.
struct RecordedPart
{
    RecordedFile file; ///< without its list of fragments
    Fragments fragments; ///< never empty

    ByteSpan bytes() const; ///< without the initialization section
    qint64 startMs() const { return fragments.constFirst().startMs; } ///< milliseconds since the epoch
    qint64 endMs() const { return fragments.constLast().endMs(); } ///< milliseconds since the epoch
    /// Returns true if the timeline of `before` goes on in this part, without a gap.
    bool continues(const RecordedPart &before) const;
};

/// Finds what was recorded of a device.
class RecordedSpan
{
public:
    /// `folder` is the folder of this server that `storageId` names. `stored` are the files in the media store; it may
    /// be null.
    RecordedSpan(Database &database, QString storageId, QString folder, StoredMedia *stored = nullptr)
        : m_store(database)
        , m_storageId(std::move(storageId))
        , m_folder(std::move(folder))
        , m_stored(stored)
    {
    }

    /// Returns the parts that show the time from `from` to `to`, in order. The first begins with the key frame at or
    /// before `from`. The newest fragments of a file that another server is writing may be missing.
    QList<RecordedPart> parts(DeviceId device, const QDateTime &from, const QDateTime &to);
    /// Returns a file of the device.
    std::optional<RecordedFile> file(DeviceId device, RecordingId recording);
    /// Returns the fragments of a file that are known here.
    Fragments fragmentsOf(const RecordedFile &file) const;

    /// Returns whether this server has the file, or can fetch it from the media store.
    bool isHere(const RecordedFile &file) const { return file.storageId == m_storageId || isStored(file); }
    bool isStored(const RecordedFile &file) const;
    /// Returns the path of a file that is here and has at least these bytes. Blocks while they are fetched from the
    /// media store.
    ///
    /// Throws: 503 `media_store_unreachable`.
    QString pathOf(const RecordedFile &file, const QList<ByteSpan> &spans) const;
    /// Returns the path of the file of a part, which has the part and the initialization section.
    ///
    /// Throws: as above.
    QString pathOf(const RecordedPart &part) const;
    /// Returns the folder of this server for the recordings of a camera, which `file` is one of.
    QString folderOf(const RecordedFile &file) const;

    /// The parts that one request fetches from the media store. Their copies must all exist while the request reads
    /// them.
    class Fetches
    {
    public:
        explicit Fetches(const RecordedSpan &span)
            : m_span(span)
        {
        }
        /// Adds a part. Returns whether the copies fit: the first always does.
        bool add(const RecordedPart &part);

    private:
        const RecordedSpan &m_span;
        qint64 m_bytes = 0;
        bool m_isFirst = true;
    };

private:
    RecordingStore m_store;
    const QString m_storageId;
    const QString m_folder;
    StoredMedia *m_stored;
};
