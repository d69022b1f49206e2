// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/diskspace.h"
#include "server/core/base/spoolfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// What counts as a full disk, beside a disk without space: see tst_fulldisk.
class TestDiskSpace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDiskWithoutInodesIsFull();
    void aDiskThatRefusesAFileIsFull();
    void bytesThatWaitDoNotFillADisk();
};

namespace {
/// Gives a folder a small disk of its own. Returns false if the system does not allow it.
bool hasOwnDisk(const QByteArray &folder, const char *size)
{
    return ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0
        && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount("none", folder.constData(), "tmpfs", 0, size) == 0;
}
}

void TestDiskSpace::aDiskWithoutInodesIsFull()
{
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.path());
    if (!hasOwnDisk(path, "size=8m,nr_inodes=200"))
        QSKIP("The system does not allow a disk of the test's own.");
    DiskSpace disk(folder.path(), {});
    QVERIFY(!disk.isFull());
    int files = 0;
    while (QFile(folder.filePath(QString::number(files))).open(QFile::WriteOnly))
        ++files;
    disk.look();
    QVERIFY(disk.isFull());
    QVERIFY_EXCEPTION_THROWN(disk.require(), StorageError);
    for (int i = 0; i < 5; ++i)
        QFile::remove(folder.filePath(QString::number(i)));
    disk.look();
    QVERIFY(disk.isFull()); // until there are twice as many as needed
    for (int i = 5; i < files; ++i)
        QFile::remove(folder.filePath(QString::number(i)));
    disk.look();
    QVERIFY(!disk.isFull());
    ::umount2(path.constData(), MNT_DETACH);
}

void TestDiskSpace::aDiskThatRefusesAFileIsFull()
{
    const QTemporaryDir folder;
    DiskSpace disk(folder.path(), {});
    const auto refuse = [&](int error) { disk.watch([error] { throw StorageError("refused", error); }); };
    QVERIFY_EXCEPTION_THROWN(refuse(EIO), StorageError);
    QVERIFY(!disk.isFull());
    QVERIFY_EXCEPTION_THROWN(refuse(EDQUOT), StorageError); // the free space does not tell the rest of a quota
    QVERIFY(disk.isFull());
    disk.look(); // writes a file
    QVERIFY(!disk.isFull());
    QVERIFY(!QFile::exists(folder.filePath(u"disk.probe"_s)));
}

void TestDiskSpace::bytesThatWaitDoNotFillADisk()
{
    const QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.path());
    if (!hasOwnDisk(path, "size=8m"))
        QSKIP("The system does not allow a disk of the test's own.");
    DiskSpace disk(folder.path(), {});
    {
        SpoolFile unread({folder.path()});
        while (unread.append(QByteArray(64 << 10, 'x')))
            QVERIFY(unread.size() < 8 << 20);
        QVERIFY(unread.size() > 7 << 20);
        disk.look();
        QVERIFY(!disk.isFull()); // others can still store files
    }
    ::umount2(path.constData(), MNT_DETACH);
}

QTEST_GUILESS_MAIN(TestDiskSpace)
#include "tst_diskspace.moc"
