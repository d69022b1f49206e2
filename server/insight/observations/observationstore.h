// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/seenobject.h"
#include "server/cameras/recording/spanstore.h"
#include "server/core/db/database.h"

struct PageRequest;

/// A file of a camera's observations, as the index describes it.
class ObservationFile
{
    Q_GADGET
    Q_CLASSINFO("table", "observation")
    Q_PROPERTY(QString observationId MEMBER observationId)
    Q_PROPERTY(DeviceId deviceId MEMBER deviceId)
    Q_PROPERTY(QString storageId MEMBER storageId)
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(QDateTime startedAt MEMBER startedAt)
    Q_PROPERTY(QDateTime endedAt MEMBER endedAt)
    Q_PROPERTY(qint64 bytes MEMBER bytes)

public:
    QString observationId;
    DeviceId deviceId;
    QString storageId; ///< the folder that has the file (FolderId)
    QString path; ///< relative to that folder
    QDateTime startedAt;
    QDateTime endedAt; ///< the file may have a minute more
    qint64 bytes = 0;
};

/// A span of time that is to be erased in a file.
class ObservationErasure
{
    Q_GADGET
    Q_PROPERTY(QString observationId MEMBER observationId)
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(qint64 startedAt MEMBER startMs)
    Q_PROPERTY(qint64 endedAt MEMBER endMs)

public:
    QString observationId;
    QString path; ///< of the file
    qint64 startMs = 0; ///< milliseconds since the epoch
    qint64 endMs = 0; ///< exclusive
};

/// The filters of a search for objects.
struct SeenObjectQuery
{
    AccountId account = {}; ///< null: that of `device`
    DeviceId device = {}; ///< null: all of the account
    ZoneId zone = {}; ///< null: everywhere
    QString label = {}; ///< empty: all
    QDateTime from = {}; ///< invalid: no limit
    QDateTime to = {}; ///< exclusive; invalid: no limit
};

/// The SQL of observations and of the objects in them.
class ObservationStore
{
public:
    explicit ObservationStore(Database &database)
        : m_database(database)
    {
    }

    std::optional<ObservationFile> find(DeviceId device, const QString &observation);
    /// Returns the files that overlap the time from `from` to `to`, the oldest first.
    QList<ObservationFile> between(DeviceId device, const QDateTime &from, const QDateTime &to);
    /// Inserts a file, or replaces its row.
    ///
    /// Throws: ForeignKeyViolation if the device was deleted.
    void save(const ObservationFile &file);
    /// Returns files of a folder that ended before `time`, and for whose time nothing is recorded any more.
    QList<ObservationFile> expired(const QString &storageId, const QDateTime &time, int limit);
    void remove(const QString &observation);

    /// Returns the spans that overlap the time from `from` to `to`, and whose recording users have deleted. Readers of
    /// files leave out what was seen then. What is erased in the files may be missing.
    QList<RemovedSpan> erased(DeviceId device, const QDateTime &from, const QDateTime &to);
    /// Returns what is to be erased in the files of a folder: whole files, in the order of their IDs after `after`.
    QList<ObservationErasure> erasures(const QString &storageId, const QString &after, int files);
    void endErasure(const ObservationErasure &erasure);

    /// Inserts an object that was seen, or replaces its row and its zones. An object of a device that is gone is
    /// ignored, and one whose best picture was deleted.
    void save(const SeenObject &object);
    /// Removes objects whose best picture users have deleted. Returns their number.
    qint64 removeDeleted(int limit);
    /// Returns a page of objects, the latest first. Those whose best picture was deleted are left out.
    ///
    /// Throws: 422 if the cursor belongs to another list.
    QList<SeenObject> find(const SeenObjectQuery &query, const PageRequest &page);
    qint64 count(const SeenObjectQuery &query);
    /// Returns the objects of a page whose best picture was recorded.
    QSet<QString> recorded(const QList<SeenObject> &objects);

private:
    Database &m_database;
};
