// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/recordingstorage.h"
#include "server/core/cluster/databaselock.h"
#include "server/services/preparation.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QScopeGuard>

#include <unistd.h>

using namespace Qt::StringLiterals;

/// A data folder has one server at a time.
class TestDataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondServerIsRefused();
    void aSecondServerOnASqliteFileIsRefused();
    void aSqliteFileHasOneName();
    void aKilledServerLeavesNoLock();
    void aFolderKeepsItsNameAndAProcessDoesNot();
    void relativeFoldersBecomeAbsolute();
    void aCopyOfAFolderIsRefused_data();
    void aCopyOfAFolderIsRefused();
    void aServerGivesWayToAnEarlierOne();
};

void TestDataFolder::aSecondServerIsRefused()
{
    TestServer server;
    const auto second = server.command({u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.errors.contains("is in use by another server (process "
                                    + QByteArray::number(server.process().processId()) + ')'),
             second.errors.constData());
    EXPECT_STATUS(server.anybody().get(u"/health/ready"_s), 200);
    QCOMPARE(server.staff(u"admin"_s).get(u"/devices"_s).status, 200); // a command may run beside it
}

void TestDataFolder::aSecondServerOnASqliteFileIsRefused()
{
    if (TestServer::onPostgres())
        QSKIP("servers share a PostgreSQL database");
    const QTemporaryDir names;
    const QString link = names.filePath(u"link.db"_s);
    const QString folder = names.filePath(u"folder"_s);
    TestServer owner;
    TestServer other;
    const QString file = owner.dataDir() + u"/waymark.db"_s;
    QCOMPARE(other.stop(), 0);
    QVERIFY(QFile::link(file, link) && QFile::link(owner.dataDir(), folder));
    const auto isRefused = [](TestServer &server, const QString &database, TestServer &first) {
        const QString reason = u"the database %1 is in use by another server (process %2)"_s.arg(database).arg(
            first.process().processId());
        return server.process().exitCode() == 1 && server.process().errors().contains(reason.toLocal8Bit());
    };
    for (const QString &name : {file, link, folder + u"/waymark.db"_s}) {
        QVERIFY_EXCEPTION_THROWN(other.start({u"--database"_s, u"sqlite:"_s + name}), std::runtime_error);
        QVERIFY2(isRefused(other, name, owner), other.process().errors().constData());
    }
    QCOMPARE(owner.stop(), 0);
    other.start({u"--database"_s, u"sqlite:"_s + link});
    QVERIFY_EXCEPTION_THROWN(owner.start(), std::runtime_error);
    QVERIFY2(isRefused(owner, file, other), owner.process().errors().constData());
    QCOMPARE(other.stop(), 0);
    owner.start();
}

/// A hard link is made while the server runs, as by a backup of another folder.
void TestDataFolder::aSqliteFileHasOneName()
{
    if (TestServer::onPostgres())
        QSKIP("PostgreSQL has files of its own.");
    const QTemporaryDir names;
    const QString link = names.filePath(u"link.db"_s);
    TestServer owner;
    const QByteArray file = QFile::encodeName(owner.dataDir() + u"/waymark.db"_s);
    const QByteArray reason = " has 2 names";
    QCOMPARE(::link(file.constData(), QFile::encodeName(link).constData()), 0);
    QVERIFY_EXCEPTION_THROWN(DatabaseLock{link}, std::runtime_error);
    const auto command = owner.command({u"rotate-signing-key"_s});
    QCOMPARE(command.exitCode, 1);
    QVERIFY2(command.errors.contains(file + reason), command.errors.constData());

    EXPECT_STATUS(owner.anybody().get(u"/health/ready"_s), 200);
    QCOMPARE(owner.stop(), 0);
    QVERIFY_EXCEPTION_THROWN(owner.start(), std::runtime_error);
    QVERIFY2(owner.process().errors().contains(file + reason), owner.process().errors().constData());
    QVERIFY(QFile::remove(link));
    owner.start();
}

void TestDataFolder::aKilledServerLeavesNoLock()
{
    TestServer server;
    server.kill9();
    server.start();
    EXPECT_STATUS(server.anybody().get(u"/health/ready"_s), 200);
}

void TestDataFolder::aFolderKeepsItsNameAndAProcessDoesNot()
{
    TestServer server;
    const auto contents = [&](const QString &name) {
        QFile file(server.dataDir() + u'/' + name);
        return file.open(QFile::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    };
    const QByteArray folder = contents(u"storage.id"_s);
    const QByteArray process = contents(u"server.lock"_s);
    QVERIFY(!folder.isEmpty());
    QCOMPARE(server.stop(), 0);
    server.start();
    QCOMPARE(contents(u"storage.id"_s), folder);
    QVERIFY(contents(u"server.lock"_s) != process);
}

/// The index names recordings relative to their folder, which a relative path would not be found in.
void TestDataFolder::relativeFoldersBecomeAbsolute()
{
    const QTemporaryDir home;
    const QString before = QDir::currentPath();
    const auto back = qScopeGuard([&] { QDir::setCurrent(before); });
    QVERIFY(QDir::setCurrent(home.path()));
    Config wanted;
    wanted.dataDir = u"data"_s;
    const Config own = prepared(wanted);
    const QString data = home.filePath(u"data"_s);
    QCOMPARE(own.dataDir, data);
    QCOMPARE(own.cameras.media, data + u"/media"_s);
    QCOMPARE(own.cameras.storage, data);
    const RecordingStorage storage{u"id"_s, own.cameras.storage, own.cameras.media};
    const DeviceId device = DeviceId::generate();
    QCOMPARE(storage.nameOf(storage.of(device)), u"media/%1/recordings"_s.arg(device.toString()));

    wanted.mediaDir = u"./shared/../disk"_s;
    const Config shared = prepared(wanted);
    QCOMPARE(shared.cameras.storage, home.filePath(u"disk"_s));
    QVERIFY2(shared.cameras.media.startsWith(home.filePath(u"disk/rings/"_s)), qPrintable(shared.cameras.media));
    QVERIFY2(QDir::isAbsolutePath(shared.cameras.archive), qPrintable(shared.cameras.archive));
}

void TestDataFolder::aCopyOfAFolderIsRefused_data()
{
    QTest::addColumn<bool>("sharesMedia");
    QTest::newRow("media in the folder") << false; // each of the two would take the files of the other for lost
    QTest::newRow("media in a shared folder") << true; // both would write into the same files
}

void TestDataFolder::aCopyOfAFolderIsRefused()
{
    if (!TestServer::onPostgres())
        QSKIP("A copied SQLite database has a server of its own.");
    QFETCH(const bool, sharesMedia);
    const QTemporaryDir media;
    QStringList options{u"--advertise"_s, u"http://127.0.0.1:0"_s};
    if (sharesMedia)
        options += {u"--media-dir"_s, media.path()};
    TestServer original(options);
    TestServer copy(original, options);
    QCOMPARE(original.sql(u"SELECT count(*) FROM server"_s).trimmed(), "2"); // each has a folder of its own
    QCOMPARE(copy.stop(), 0);
    for (const QString &name : {u"/storage.id"_s, u"/server.lock"_s}) {
        QVERIFY(QFile::remove(copy.dataDir() + name));
        QVERIFY(QFile::copy(original.dataDir() + name, copy.dataDir() + name));
    }
    // On a share without locks the two meet in the database.
    if (sharesMedia)
        QVERIFY(QFile::remove(media.filePath(u"rings/%1/ring.lock"_s.arg(FolderId::of(original.dataDir())))));
    const QByteArray refusal = "another server on the database (http://127.0.0.1:"
        + QByteArray::number(original.base().port()) + ") has the storage";
    QVERIFY_EXCEPTION_THROWN(copy.start(), std::runtime_error);
    QCOMPARE(copy.process().exitCode(), 1);
    QVERIFY2(copy.process().errors().contains(refusal), copy.process().errors().constData());
    EXPECT_STATUS(original.anybody().get(u"/health/ready"_s), 200);
    QCOMPARE(original.sql(u"SELECT count(*) FROM server"_s).trimmed(), "1");
    // The original starts at once after a crash, although its row still counts as alive.
    original.kill9();
    original.start();
    EXPECT_STATUS(original.anybody().get(u"/health/ready"_s), 200);
    QCOMPARE(original.stop(), 0);
    copy.start();
    EXPECT_STATUS(copy.anybody().get(u"/health/ready"_s), 200);
}

/// The earlier one was cut off from the database while the later one started.
void TestDataFolder::aServerGivesWayToAnEarlierOne()
{
    if (!TestServer::onPostgres())
        QSKIP("A SQLite database has one server.");
    TestServer later;
    later.sql(u"INSERT INTO server (server_id, storage_id, folder_id, address, started_at, alive_until) "
              "SELECT 'earlier', storage_id, folder_id, '', started_at - 1, alive_until + 60000 FROM server"_s);
    QVERIFY(later.process().waitForError("The server ends: another server on the database has the storage"));
    QVERIFY(later.process().state() == QProcess::NotRunning || later.process().waitForFinished());
    QCOMPARE(later.process().exitCode(), 1);
    QCOMPARE(later.sql(u"SELECT server_id FROM server"_s).trimmed(), "earlier");
}

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_datafolder.moc"
