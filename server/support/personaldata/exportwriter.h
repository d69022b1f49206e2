// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cameras/devicedata.h"
#include "models/support/personaldata.h"
#include "server/cameras/store/mediastore.h"
#include "server/core/db/database.h"
#include "server/support/personaldata/personaldatasettings.h"

#include <QJsonArray>

#include <atomic>
#include <stdexcept>

struct AccountTable;
class DiskSpace;
class Peers;
class QFile;
class RecordedFile;
class ZipFile;

/// Thrown by an export that would exceed its limit.
class ExportTooLarge : public std::runtime_error
{
public:
    ExportTooLarge()
        : std::runtime_error("the export would be too large")
    {
    }
};

/// Writes everything that an account holds into a ZIP file: one JSON file for each table, and the media files. Rows and
/// files are read in small parts, so that an export takes as much memory as one part.
///
/// Transaction: none. Each part is read by itself, so changes during the export may be in it or not.
class ExportWriter
{
public:
    struct Parts
    {
        Database &database;
        Peers &peers;
        const DiskSpace &disk;
        const PersonalDataFolders &folders;
        qint64 mostBytes;
        const std::atomic_bool &stopping;
    };

    ExportWriter(const Parts &parts, AccountId account)
        : m(parts)
        , m_account(account)
    {
    }

    /// What has been written.
    struct Counts
    {
        qint64 files = 0;
        qint64 missing = 0; ///< files that could not be read
    };
    /// Throws: ExportTooLarge, StorageError, JobBrokenOff once the job is to stop.
    Counts write(const QString &path, NewAccountExport::Media media);

private:
    void addTable(ZipFile &zip, const AccountTable &table);
    void addArchive(ZipFile &zip);
    void addMarks(ZipFile &zip);
    void addRecordings(ZipFile &zip);
    void addRecording(ZipFile &zip, const RecordedFile &file, const QString &name);
    void addForeignRecording(ZipFile &zip, const RecordedFile &row, const QString &name);
    /// A media file, and where it is.
    struct Media
    {
        QString name; ///< in the ZIP file
        QString path;
        WantedObject object; ///< in the media store
        QString storageId;
        QByteArray target; ///< the internal route of the server that has the storage
        QDateTime time;
    };
    void addFile(ZipFile &zip, const Media &media);
    bool isStored(const QString &storageId) const;
    /// Returns the path of a local copy of an object, or an empty path if the media store cannot be read.
    QString fetched(const WantedObject &wanted) const;
    bool isOpened(QFile &file, const WantedObject &wanted) const;
    void addForeignFile(ZipFile &zip, const Media &media);
    void append(ZipFile &zip, QByteArrayView bytes);
    void requireRoom(const ZipFile &zip) const;
    void miss(const QString &name);

    Parts m;
    AccountId m_account;
    Counts m_counts;
    QJsonArray m_missing; ///< the names of the first ones
};
