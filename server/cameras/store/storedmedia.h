// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/store/mediastore.h"

#include <QHash>
#include <QStringList>

#include <mutex>

class PartialCopy;

/// The media that the store has, and local copies of those that are watched. The copies that were not used for the
/// longest time are removed first. They may all be removed at any time.
///
/// Thread: any; one object serves all threads of a process. The functions that fetch must not run on an event loop.
class StoredMedia
{
public:
    /// Up to `most` bytes are kept in `folder`. `id` is that of the store, unless it is opened with another one.
    StoredMedia(std::unique_ptr<MediaStore> store, QString id, QString folder, qint64 most);

    /// Prepares the store: see MediaStore::open(). Call it before other threads use the object.
    void open(const QString &id, const std::function<QStringList()> &known) { m_id = m_store->open(id, known); }
    const QString &id() const { return m_id; }
    qint64 most() const { return m_most; } ///< bytes of all copies
    bool has(const QString &storageId) const { return storageId == m_id; }
    MediaStore &store() const { return *m_store; }
    /// Returns the path of a copy that has at least what is wanted of the object. Only what is missing of that is
    /// fetched. Blocks then.
    ///
    /// Throws: 404 if the store does not have the object, or has a damaged one, of which no copy is kept; 503
    /// `media_store_unreachable`.
    QString local(const WantedObject &wanted);
    /// Does the same for jobs.
    ///
    /// Throws: MissingObject, DamagedObject; StoreError if the store cannot be read.
    QString fetch(const WantedObject &wanted);
    /// Makes the file of an object that has moved to the store the copy, if it lies on the same disk, so that what was
    /// just recorded need not be fetched. The file keeps its own name as well.
    void adopt(const QString &key, const QString &path);
    /// Lists a file that has moved to the store. It stays until removeLeft(), for requests that began before. After a
    /// crash, the list is lost. `job` is the name of the job that moved the file.
    void leave(const QString &job, const QString &path);
    /// Removes the copy of an object that was deleted.
    void forget(const QString &key);
    /// Removes the files that earlier runs of a job have left, and the copies that have not been used for a day.
    void removeLeft(const QString &job);

private:
    QString copyOf(const QString &key) const;
    bool use(const QString &path, const WantedObject &wanted);
    QString fetchAll(const WantedObject &wanted);
    QString fetchParts(const WantedObject &wanted);
    std::shared_ptr<PartialCopy> partOf(const QString &copy);
    bool isKept(const std::shared_ptr<PartialCopy> &part, const QString &copy);
    void makeRoom(const QString &aboutToBeRead = {});

    const std::unique_ptr<MediaStore> m_store;
    QString m_id;
    const QString m_folder;
    const qint64 m_most;
    std::mutex m_lock; ///< guards the use and the removal of files
    QHash<QString, std::shared_ptr<PartialCopy>> m_parts; ///< by the path that a whole copy has
    quint64 m_partNumber = 0;
    QHash<QString, QStringList> m_left; ///< files that have moved, by the job that moved them
};
