// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/strayfiles.h"

#include "server/core/db/retry.h"
#include "server/core/jobs/job.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>

namespace {
Q_LOGGING_CATEGORY(log, "waymark.files", QtInfoMsg)

constexpr qsizetype batch = 500; // rows of a transaction

/// A file whose row is missed.
class StrayFile
{
    Q_GADGET
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(QDateTime notedAt MEMBER notedAt)

public:
    QString path;
    QDateTime notedAt;
};

/// Calls the function for some paths at a time, each time in a transaction of its own. All servers take them in the
/// same order, because they lock the rows.
void inBatches(Database &database, QStringList paths, const std::function<void(const QString &path)> &write)
{
    paths.sort();
    for (qsizetype at = 0; at < paths.size(); at += batch) {
        inTransaction(database, [&] {
            for (const QString &path : paths.mid(at, batch))
                write(path);
        });
    }
}
}

void StrayFiles::add(const QFileInfo &file)
{
    if (file.lastModified() < before())
        m_found += QDir(m_place.folder).relativeFilePath(file.filePath());
}

void StrayFiles::settle(const std::atomic_bool &stopping)
{
    if (stopping)
        throw JobBrokenOff();
    QHash<QString, QDateTime> noted;
    for (const StrayFile &file :
         m_database.select<StrayFile>("SELECT path, noted_at FROM stray_file WHERE storage_id = ? AND place = ?",
                                      m_place.storageId, m_place.name))
        noted.insert(file.path, file.notedAt);
    removeDue(noted, stopping);
    QStringList gone;
    for (auto it = noted.cbegin(); it != noted.cend(); ++it) {
        if (!m_found.contains(it.key()))
            gone += it.key();
    }
    forget(gone);
    QStringList fresh;
    for (const QString &path : std::as_const(m_found)) {
        if (!noted.contains(path))
            fresh += path;
    }
    fresh.resize(std::min(fresh.size(), std::max<qsizetype>(0, mostNoted - noted.size() + gone.size())));
    note(fresh, stopping);
}

/// Removes files, and takes them from the files that were found.
void StrayFiles::removeDue(const QHash<QString, QDateTime> &noted, const std::atomic_bool &stopping)
{
    const QDateTime due = m_now.addSecs(-grace.count());
    qint64 removed = 0;
    for (auto it = noted.cbegin(); it != noted.cend(); ++it) {
        if (stopping)
            throw JobBrokenOff();
        const QString path = m_place.folder + QLatin1Char('/') + it.key();
        if (it.value() > due || !m_found.contains(it.key()) || !QFile::remove(path))
            continue;
        m_found.remove(it.key());
        ++removed;
    }
    if (removed > 0)
        qCInfo(log, "%lld files in %s are removed: the database has not named them for a day", qlonglong(removed),
               qUtf8Printable(m_place.folder));
}

void StrayFiles::forget(const QStringList &paths)
{
    inBatches(m_database, paths, [this](const QString &path) { // another server may have noted the file anew
        m_database.exec("DELETE FROM stray_file WHERE storage_id = ? AND place = ? AND path = ? AND noted_at <= ?",
                        m_place.storageId, m_place.name, path, m_now);
    });
}

void StrayFiles::note(const QStringList &paths, const std::atomic_bool &stopping)
{
    if (paths.isEmpty())
        return;
    inBatches(m_database, paths, [&](const QString &path) {
        if (stopping)
            throw JobBrokenOff();
        m_database.exec("INSERT INTO stray_file (storage_id, place, path, noted_at) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT (storage_id, place, path) DO NOTHING",
                        m_place.storageId, m_place.name, path, m_now);
    });
    qCInfo(log,
           "The database does not name %lld files in %s. They are removed in a day. If it was restored from a backup, "
           "and the files are wanted, bring back the newer database, or copy the files to another folder",
           qlonglong(paths.size()), qUtf8Printable(m_place.folder));
}

#include "strayfiles.moc"
