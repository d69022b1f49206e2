// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/storedmedia.h"

#include "server/core/http/problem.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(log, "waymark.store", QtInfoMsg)
const QString unfinished = u"fetch-"_s; // at the beginning of the names of files that are being fetched
}

StoredMedia::StoredMedia(std::unique_ptr<MediaStore> store, QString id, QString folder, qint64 most)
    : m_store(std::move(store))
    , m_id(std::move(id))
    , m_folder(std::move(folder))
    , m_most(most)
{
    QDir().mkpath(m_folder);
    for (const QString &name : QDir(m_folder).entryList({unfinished + u'*'}, QDir::Files)) // of a run that was killed
        QFile::remove(m_folder + u'/' + name);
}

/// The names of the copies do not depend on the length of a key.
QString StoredMedia::copyOf(const QString &key) const
{
    return m_folder + u'/'
        + QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString StoredMedia::local(const QString &key)
{
    const QString path = copyOf(key);
    if (isUsed(path))
        return path;
    try {
        QTemporaryFile fetched(m_folder + u'/' + unfinished + u"XXXXXX"_s);
        if (!fetched.open())
            throw StoreError("cannot write to " + m_folder.toStdString());
        fetched.close();
        m_store->get(key, fetched.fileName());
        fetched.setAutoRemove(false);
        const std::lock_guard guard(m_lock);
        // Another request may have been faster, and its reader may be opening the copy: it is replaced at once.
        if (::rename(QFile::encodeName(fetched.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
            QFile::remove(fetched.fileName());
    } catch (const StoreError &error) {
        qCWarning(log, "Cannot fetch %s: %s", qUtf8Printable(key), error.what());
        throw Problem::unavailable(u"media_store_unreachable"_s, u"The file cannot be read from its store right now."_s,
                                   10s);
    }
    makeRoom();
    return path;
}

/// Returns whether there is a copy, and states that it was used last. makeRoom() either has removed it before, or knows
/// that it is used.
bool StoredMedia::isUsed(const QString &path)
{
    const std::lock_guard guard(m_lock);
    QFile known(path);
    if (!known.open(QFile::ReadWrite | QFile::ExistingOnly))
        return false;
    known.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return true;
}

void StoredMedia::adopt(const QString &key, const QString &path)
{
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(copyOf(key)).constData()) == 0)
        makeRoom();
    const std::lock_guard guard(m_lock);
    m_left += path;
}

void StoredMedia::forget(const QString &key) { QFile::remove(copyOf(key)); }

void StoredMedia::removeLeft()
{
    {
        const std::lock_guard guard(m_lock);
        for (const QString &path : std::exchange(m_left, {}))
            QFile::remove(path);
    }
    makeRoom();
}

/// Removes the copies that have not been used for a day, because another server may have deleted their objects, and
/// those for which there is no room. Keeps the newest copy even if it is too large by itself.
void StoredMedia::makeRoom()
{
    const std::lock_guard guard(m_lock);
    const QDateTime unused = QDateTime::currentDateTimeUtc().addDays(-1);
    qint64 bytes = 0;
    bool isFirst = true;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time)) { // the last used first
        bytes += file.size();
        const bool isTooMuch = bytes > m_most && !isFirst && !file.fileName().startsWith(unfinished);
        if (isTooMuch || file.lastModified() < unused)
            QFile::remove(file.filePath());
        isFirst = false;
    }
}
