// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/storedmedia.h"

#include "server/cameras/store/partialcopy.h"
#include "server/core/http/problem.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.store", QtInfoMsg)
const QString unfinished = u"fetch-"_s; // at the beginning of the names of files that are being fetched
constexpr int mostAttempts = 2; // to fetch parts that are removed at once
const QString partial = u".part"_s; // at the end of the names of copies that are not whole

/// Returns the size of a file without its holes.
qint64 occupiedBytes(const QString &path)
{
    constexpr qint64 unit = 512; // of st_blocks, whatever the disk has
    struct stat state = {};
    if (::stat(QFile::encodeName(path).constData(), &state) != 0)
        return 0;
    return std::min<qint64>(state.st_size, qint64(state.st_blocks) * unit);
}
}

StoredMedia::StoredMedia(std::unique_ptr<MediaStore> store, QString id, QString folder, qint64 most)
    : m_store(std::move(store))
    , m_id(std::move(id))
    , m_folder(std::move(folder))
    , m_most(most)
{
    QDir().mkpath(m_folder);
    for (const QString &name :
         QDir(m_folder).entryList({unfinished + u'*', u'*' + partial}, QDir::Files)) // of a run that was killed
        QFile::remove(m_folder + u'/' + name);
}

/// The names of the copies do not depend on the length of a key.
QString StoredMedia::copyOf(const QString &key) const
{
    return m_folder + u'/'
        + QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString StoredMedia::local(const WantedObject &wanted)
{
    const auto lost = [](const StoreError &error) {
        qCWarning(log, "The store has lost an object: %s", error.what());
        return Problem::notFound();
    };
    try {
        return fetch(wanted);
    } catch (const MissingObject &error) {
        throw lost(error);
    } catch (const DamagedObject &error) {
        throw lost(error);
    } catch (const StoreError &error) {
        qCWarning(log, "Cannot fetch %s: %s", qUtf8Printable(wanted.key), error.what());
        throw Problem::unavailable(u"media_store_unreachable"_s, u"The file cannot be read from its store right now."_s,
                                   10s);
    }
}

QString StoredMedia::fetch(const WantedObject &wanted)
{
    const QString whole = copyOf(wanted.key);
    if (use(whole, wanted))
        return whole;
    QDir().mkpath(m_folder); // somebody may have removed it with the copies
    if (wanted.spans.isEmpty())
        return fetchAll(wanted);
    try {
        return fetchParts(wanted);
    } catch (const MissingObject &) {
        forget(wanted.key);
        throw;
    } catch (const DamagedObject &) {
        forget(wanted.key); // somebody may restore the object
        throw;
    }
}

QString StoredMedia::fetchAll(const WantedObject &wanted)
{
    const QString path = copyOf(wanted.key);
    QTemporaryFile fetched(m_folder + u'/' + unfinished + u"XXXXXX"_s);
    if (!fetched.open())
        throw StoreError("cannot write to " + m_folder.toStdString());
    fetched.close();
    m_store->get(wanted.key, fetched.fileName());
    wanted.requireIn(QFileInfo(fetched.fileName()).size());
    fetched.setAutoRemove(false);
    {
        const std::lock_guard guard(m_lock);
        // Another request may have been faster, and its reader may be opening the copy: it is replaced at once.
        if (::rename(QFile::encodeName(fetched.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
            QFile::remove(fetched.fileName());
    }
    use(path, wanted); // the system's own time of a file is some milliseconds old
    makeRoom(path);
    return path;
}

QString StoredMedia::fetchParts(const WantedObject &wanted)
{
    const QString whole = copyOf(wanted.key);
    for (int attempt = 0;; ++attempt) {
        const auto part = partOf(whole);
        const bool isFetched = part->fetch(*m_store, wanted);
        makeRoom(part->path());
        if (isFetched && (isKept(part, whole) || attempt == mostAttempts)) // room may have been made meanwhile
            return part->path();
        if (attempt == mostAttempts)
            throw StoreError("cannot write to " + m_folder.toStdString());
    }
}

/// Returns the copy that is not whole, beginning one if there is none.
std::shared_ptr<PartialCopy> StoredMedia::partOf(const QString &copy)
{
    const std::lock_guard guard(m_lock);
    auto &part = m_parts[copy];
    if (!part || !QFile::exists(part->path()))
        part = std::make_shared<PartialCopy>(copy + u'-' + QString::number(++m_partNumber) + partial);
    return part;
}

bool StoredMedia::isKept(const std::shared_ptr<PartialCopy> &part, const QString &copy)
{
    const std::lock_guard guard(m_lock);
    return m_parts.value(copy) == part && QFile::exists(part->path());
}

/// States that a copy was used last, and returns whether there is one. makeRoom() either has removed it before, or
/// knows that it is used.
bool StoredMedia::use(const QString &path, const WantedObject &wanted)
{
    const std::lock_guard guard(m_lock);
    QFile known(path);
    if (!known.open(QFile::ReadWrite | QFile::ExistingOnly))
        return false;
    try {
        wanted.requireIn(known.size());
    } catch (const DamagedObject &) {
        known.remove();
        return false;
    }
    known.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return true;
}

void StoredMedia::adopt(const QString &key, const QString &path)
{
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(copyOf(key)).constData()) == 0)
        makeRoom();
}

void StoredMedia::leave(const QString &job, const QString &path)
{
    const std::lock_guard guard(m_lock);
    m_left[job] += path;
}

void StoredMedia::forget(const QString &key)
{
    const std::lock_guard guard(m_lock);
    QFile::remove(copyOf(key));
    if (const auto part = m_parts.take(copyOf(key)))
        QFile::remove(part->path());
}

void StoredMedia::removeLeft(const QString &job)
{
    {
        const std::lock_guard guard(m_lock);
        for (const QString &path : m_left.take(job))
            QFile::remove(path);
    }
    makeRoom();
}

/// Removes the copies that have not been used for a day, because another server may have deleted their objects, and
/// those for which there is no room. Keeps the copy that is about to be read, and the newest one even if it is too
/// large by itself.
void StoredMedia::makeRoom(const QString &aboutToBeRead)
{
    const std::lock_guard guard(m_lock);
    const QDateTime unused = QDateTime::currentDateTimeUtc().addDays(-1);
    qint64 bytes = 0;
    bool isFirst = true;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time)) { // the last used first
        bytes += occupiedBytes(file.filePath());
        const bool isTooMuch =
            bytes > m_most && !isFirst && !file.fileName().startsWith(unfinished) && file.filePath() != aboutToBeRead;
        if (isTooMuch || file.lastModified() < unused)
            QFile::remove(file.filePath());
        isFirst = false;
    }
    m_parts.removeIf([](const std::pair<const QString &, std::shared_ptr<PartialCopy> &> &part) {
        return !QFile::exists(part.second->path());
    });
}
