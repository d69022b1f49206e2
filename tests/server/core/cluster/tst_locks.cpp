// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/cluster/databaselock.h"
#include "server/core/db/database.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// The locks by which a server reserves its folders and its database.
class TestLocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readersShareALock();
    void aFileThatCannotBeWrittenIsLocked();
    void aMediaFolderWithoutLocksIsUsed();
    void aSqliteFileIsLockedBeforeItExists();
    void aSqliteFileMayHaveAnyName();
    void aSqliteFileIsLockedUnderEachName();
    void sqliteKeepsItsOwnLocks();
};

void TestLocks::readersShareALock()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"lock"_s);
    LockFile first(path);
    LockFile second(path);
    QVERIFY(first.lock(LockFile::Kind::Shared) && second.lock(LockFile::Kind::Shared));
    QVERIFY(!second.lock(LockFile::Kind::Exclusive)); // it has lost its shared lock, too
    QVERIFY(first.lock(LockFile::Kind::Exclusive));
    QVERIFY(!second.lock(LockFile::Kind::Shared));
    QVERIFY(first.write("a long text\n") && first.write("text\n"));
    QCOMPARE(second.text(), "text\n");
    first.unlock();
    QVERIFY(second.lock(LockFile::Kind::Exclusive));
}

/// As on a disk that is read-only, or if another user has made the file. The kernel lets nobody write to a program that
/// runs, not even root.
void TestLocks::aFileThatCannotBeWrittenIsLocked()
{
    const QTemporaryDir folder;
    const QString lock = folder.filePath(u"ring.lock"_s);
    QVERIFY(QFile::copy(u"/bin/sleep"_s, lock));
    QProcess program;
    program.start(lock, {u"60"_s});
    QVERIFY(program.waitForStarted());
    const auto first = FolderLock::ofMedia(folder.path(), u"ring.lock"_s, folder.path());
    QVERIFY(first);
    QVERIFY_EXCEPTION_THROWN(FolderLock::ofMedia(folder.path(), u"ring.lock"_s, folder.path()), std::runtime_error);
    program.kill();
    QVERIFY(program.waitForFinished());
}

/// Another file has the name of the lock, so that it cannot be locked.
void TestLocks::aMediaFolderWithoutLocksIsUsed()
{
    const QTemporaryDir folder;
    const QString name = u"ring.lock"_s;
    QVERIFY(QDir(folder.path()).mkdir(name));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Nothing keeps another server from writing to "_s));
    QVERIFY(!FolderLock::ofMedia(folder.path(), name, folder.path()));
    const QString ring = folder.filePath(u"rings/new"_s);
    const auto lock = FolderLock::ofMedia(ring, name, ring);
    QVERIFY(lock);
    QVERIFY_EXCEPTION_THROWN(FolderLock::ofMedia(ring, name, ring), std::runtime_error);
}

/// Two servers that begin with a file that does not exist yet have one database too.
void TestLocks::aSqliteFileIsLockedBeforeItExists()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"new.db"_s);
    const QString link = folder.filePath(u"link.db"_s);
    QVERIFY(QFile::link(file, link));
    const DatabaseLock lock(link);
    QVERIFY_EXCEPTION_THROWN(DatabaseLock{file}, std::runtime_error);
    QCOMPARE(QFileInfo(file).size(), 0);
    QVERIFY_EXCEPTION_THROWN(DatabaseLock{folder.filePath(u"nowhere/new.db"_s)}, std::runtime_error);
}

/// The lock of the file is neither that of its folder, nor another database.
void TestLocks::aSqliteFileMayHaveAnyName()
{
    const QTemporaryDir folder;
    const FolderLock own(folder.path());
    const DatabaseLock lock(folder.filePath(u"server"_s));
    QVERIFY_EXCEPTION_THROWN(DatabaseLock{folder.filePath(u"server"_s)}, std::runtime_error);

    const QByteArray content = "SQLite format 3 and what follows";
    QFile other(folder.filePath(u"one-lock"_s));
    QVERIFY(other.open(QFile::ReadWrite) && other.write(content) == content.size() && other.seek(0));
    QVERIFY_EXCEPTION_THROWN(DatabaseLock{folder.filePath(u"one"_s)}, std::runtime_error);
    QCOMPARE(other.readAll(), content);
}

/// As if the file were mounted at two places: a file with another name beside it does not show that it is in use.
void TestLocks::aSqliteFileIsLockedUnderEachName()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"one.db"_s);
    const QString other = folder.filePath(u"other.db"_s);
    {
        const DatabaseLock lock(file);
        QVERIFY(QFile::rename(file, other));
        QVERIFY_EXCEPTION_THROWN(DatabaseLock{other}, std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(DatabaseLock{file}, std::runtime_error); // a new file, with the log of the first
    }
    const DatabaseLock lock(other);
    QVERIFY_EXCEPTION_THROWN(DatabaseLock{other}, std::runtime_error);
}

/// A server ends in a process in which the database is still open. A process that closes a file loses all locks of the
/// kind that SQLite has.
void TestLocks::sqliteKeepsItsOwnLocks()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"one.db"_s);
    auto lock = std::make_unique<DatabaseLock>(file);
    const int look = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CLOEXEC); // stays open for the same reason
    const auto isLocked = [look] {
        constexpr off_t bytesOfSqlite = 0x40000000;
        struct flock found = {};
        found.l_type = F_WRLCK;
        found.l_whence = SEEK_SET;
        found.l_start = bytesOfSqlite;
        found.l_len = 512;
        return ::fcntl(look, F_OFD_GETLK, &found) == 0 && found.l_type != F_UNLCK;
    };
    Database database(u"sqlite:"_s + file);
    database.script(u"CREATE TABLE a (b TEXT)"_s);
    QVERIFY(isLocked());
    lock.reset();
    QVERIFY(isLocked());
    lock = std::make_unique<DatabaseLock>(file);
    QVERIFY(isLocked());
}

QTEST_GUILESS_MAIN(TestLocks)
#include "tst_locks.moc"
