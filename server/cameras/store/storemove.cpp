// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/storemove.h"

#include "models/core/times.h"
#include "server/cameras/store/storedmedia.h"
#include "server/core/db/retry.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.store", QtInfoMsg)

/// An object whose row has not come to name it after this time was left by a crash.
constexpr std::chrono::milliseconds unnamedAge = 24h;
/// A run of deletions takes less than this time, and clocks differ by less.
constexpr std::chrono::milliseconds leastNotice = 2h;

QDateTime after(std::chrono::milliseconds pause) { return Times::now().addMSecs(pause.count()); }

/// Thrown to undo a transaction that names an object whose note is not there any more.
class NoteTaken : public std::exception
{
};

bool isReadable(const StoreMove::File &each)
{
    QFile file(each.path);
    return file.open(QFile::ReadOnly) && (file.size() == 0 || !file.read(1).isEmpty());
}
}

void StoreMove::removeLeft() { m_stored.removeLeft(m_job); }

/// Returns false if the note of an earlier attempt is due soon: the object may be about to be deleted.
bool StoreMove::note(const QString &key, const QDateTime &due)
{
    return m_database.exec("INSERT INTO store_deletion (storage_id, key, due_at, attempts) VALUES (?, ?, ?, 0) "
                           "ON CONFLICT (storage_id, key) DO UPDATE SET due_at = excluded.due_at "
                           "WHERE store_deletion.due_at > ?",
                           m_stored.id(), key, due, after(leastNotice))
        > 0;
}

/// Names the objects in the row and takes their notes back, or notes them as due if the row does not want them. Returns
/// whether the row names them.
bool StoreMove::settle(const QList<File> &files, const QDateTime &due, const std::function<bool()> &name)
{
    return inTransaction(m_database, [&] {
        if (!name()) { // the row was deleted, or changed, or another server was faster
            for (const File &file : files)
                m_database.exec("UPDATE store_deletion SET due_at = 0 WHERE storage_id = ? AND key = ? AND due_at = ?",
                                m_stored.id(), file.key, due);
            return false;
        }
        for (const File &file : files) {
            if (m_database.exec("DELETE FROM store_deletion WHERE storage_id = ? AND key = ? AND due_at = ?",
                                m_stored.id(), file.key, due)
                == 0)
                throw NoteTaken();
        }
        return true;
    });
}

void StoreMove::move(const QList<File> &files, const std::function<bool()> &name)
{
    if (!std::ranges::all_of(files, &isReadable))
        return;
    m_owner.require();
    const QDateTime due = after(unnamedAge); // tells the notes of this attempt from those of others
    const bool isNoted = inTransaction(
        m_database, [&] { return std::ranges::all_of(files, [&](const File &file) { return note(file.key, due); }); });
    if (!isNoted)
        return;
    for (const File &file : files)
        m_stored.store().put(file.key, file.path);
    try {
        if (!settle(files, due, name))
            return;
    } catch (const NoteTaken &) {
        qCInfo(log, "%s is stored by another server, or was deleted", qUtf8Printable(files.constFirst().key));
        return;
    }
    for (const File &file : files) {
        m_stored.adopt(file.key, file.path);
        if (!m_job.isEmpty())
            m_stored.leave(m_job, file.path);
    }
}
