// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/nodescript.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace StoreFixture {

/// A server on S3's protocol that checks signatures, or a folder.
class Store
{
public:
    explicit Store(const QString &kind)
        : isS3(kind == u"S3")
    {
        if (!isS3)
            return;
        qputenv("WAYMARK_S3_ACCESS_KEY", "S3RVER");
        qputenv("WAYMARK_S3_SECRET_KEY", "S3RVER");
        NodeScript::start(
            m_process, QStringLiteral("s3server"),
            {{QStringLiteral("folder"), m_folder.path()}, {QStringLiteral("bucket"), QStringLiteral("media")}});
        m_origin = m_process.waitForLine("listening on ");
    }

    QString address(const QString &more = {}) const
    {
        // Signatures need these characters encoded.
        return isS3 ? QStringLiteral("s3://media/site (1)+é=x?endpoint=%1&region=eu-test").arg(m_origin) + more
                    : m_folder.path();
    }
    /// Sets or ends a fault of the store.
    void fault(const QString &name, bool isOn)
    {
        QFile flag(m_folder.filePath(name));
        QVERIFY(isOn ? flag.open(QFile::WriteOnly) : flag.remove());
    }
    /// Returns the requests for media so far, such as `PUT /media/…`, with the range of bytes that they ask for.
    QStringList requests(const QString &beginning) const
    {
        QFile log(m_folder.filePath(QStringLiteral("requests")));
        return log.open(QFile::ReadOnly)
            ? QString::fromUtf8(log.readAll())
                  .split(u'\n')
                  .filter(QRegularExpression(u'^' + beginning + QStringLiteral("(?!.*/\\.waymark-database)")))
            : QStringList();
    }
    /// Returns the number of uploads in parts that are not complete.
    qsizetype uploads() const
    {
        return QDir(m_folder.filePath(QStringLiteral("media/._S3rver_uploads")))
            .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
            .size();
    }
    qsizetype objects() const
    {
        const QStringList names{isS3 ? QStringLiteral("*_object") : QStringLiteral("*")};
        qsizetype count = 0;
        for (QDirIterator it(m_folder.path(), names, QDir::Files, QDirIterator::Subdirectories); it.hasNext();
             it.next())
            ++count;
        return count;
    }

    /// Removes the objects, as somebody else may do.
    void clear() const
    {
        for (QDirIterator it(m_folder.path(), {QStringLiteral("*_object*")}, QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();)
            QFile::remove(it.next());
    }
    /// Leaves the first bytes of each object, as a fault of the store's disk may do.
    void cut(qint64 bytes) const
    {
        for (QDirIterator it(m_folder.path(), {QStringLiteral("*_object")}, QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();)
            QVERIFY(QFile::resize(it.next(), bytes));
    }

    const bool isS3;

private:
    QTemporaryDir m_folder;
    ChildProcess m_process;
    QString m_origin;
};

/// A server with a store, an account, and a camera.
struct Site
{
    Site(const QString &address, const QStringList &more = {})
        : server(QStringList{QStringLiteral("--models"), QStringLiteral("/nowhere"), QStringLiteral("--recording-days"),
                             QStringLiteral("0"), QStringLiteral("--media-store"), address}
                 + more)
        , ada(server.account(QStringLiteral("ada")))
        , device(ada.addDevice(QStringLiteral("Door"))[QStringLiteral("device_id")].toString())
    {
    }
    QString upload(const QByteArray &content)
    {
        const Answer made = ada.send("POST", QStringLiteral("/device-data?device_id=") + device, content,
                                     {{"Content-Type", "application/octet-stream"}});
        return made.json[QStringLiteral("data_id")].toString();
    }
    /// Runs the jobs of the store now.
    void runJobs() const
    {
        server.sql(QStringLiteral("UPDATE job SET due_at = 1 WHERE kind IN ('store', 'store_marks', 'store_deletion', "
                                  "'store_erasure', 'recording_erasure', 'bin', 'mark_bin')"));
        // A file that has moved stays for a minute.
        server.sql(QStringLiteral("UPDATE recording_erasure SET created_at = 1"));
    }
    bool isMoved(const QString &table) const
    {
        runJobs();
        return server.sql(QStringLiteral("SELECT count(*) FROM %1 WHERE storage_id NOT LIKE 'store:%%'").arg(table))
                   .trimmed()
            == "0";
    }
    /// Removes the local copies of what has moved.
    void dropCopies() const { QDir(server.dataDir() + QStringLiteral("/cache")).removeRecursively(); }
    QStringList files(const QString &folder) const
    {
        return QDir(server.dataDir() + u'/' + QString(folder).replace(QStringLiteral("%1"), device))
            .entryList(QDir::Files);
    }

    TestServer server;
    TestAccount &ada;
    QString device;
};
}
