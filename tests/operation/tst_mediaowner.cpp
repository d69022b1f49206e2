// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace {
QString databaseOf(const TestServer &server)
{
    return TestServer::onPostgres() ? server.database() : u"sqlite:%1/waymark.db"_s.arg(server.dataDir());
}

/// Starts a server, and returns whether it refuses for this reason.
bool isRefused(TestServer &server, const QStringList &arguments, const QByteArray &reason)
{
    try {
        server.start(arguments);
        return false;
    } catch (const std::runtime_error &) {
        return server.process().exitCode() == 1 && server.process().errors().contains(reason);
    }
}
}

/// Servers remove files that their database does not name. So a folder of media has one database.
class TestMediaOwner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aDataFolderHasOneDatabase();
    void anOlderBackupCostsNoMedia();
    void aMediaFolderHasOneDatabase();
    void aMediaFolderHasOneRunningDatabase();
    void aMediaStoreHasOneRunningDatabase();

private:
    /// Uploads a photo, and returns its ID.
    QString upload(TestServer &server);
    /// Returns the path of a photo.
    static QString fileOf(const QString &folder, const QString &photo);
    /// Copies the database of a server that has stopped. Returns the options of a server for the copy.
    static QStringList copied(TestServer &original, const TestServer &copy);

    QByteArray m_picture;
};

void TestMediaOwner::initTestCase()
{
    QFile picture(SamplePictures::ice());
    QVERIFY(picture.open(QFile::ReadOnly));
    m_picture = picture.readAll();
}

QString TestMediaOwner::upload(TestServer &server)
{
    TestAccount &ada = server.account(u"ada"_s);
    const QString device = ada.addDevice(u"Door"_s)[u"device_id"_s].toString();
    return ada.send("POST", u"/device-data?device_id="_s + device, m_picture, {{"Content-Type", "image/jpeg"}})
        .json[u"data_id"_s]
        .toString();
}

QString TestMediaOwner::fileOf(const QString &folder, const QString &photo)
{
    for (QDirIterator it(folder + u"/archive"_s, {photo}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        return it.next();
    return {};
}

QStringList TestMediaOwner::copied(TestServer &original, const TestServer &copy)
{
    QUrl database(original.database());
    if (TestServer::onPostgres()) {
        const QString name = database.path().mid(1);
        original.postgres()->sql(copy.database(), u"CREATE DATABASE %1_copy TEMPLATE %1"_s.arg(name));
        database.setPath(u'/' + name + u"_copy"_s);
    } else {
        const QString file = copy.dataDir() + u"/copy.db"_s;
        QFile::copy(original.dataDir() + u"/waymark.db"_s, file);
        database = QUrl(u"sqlite:"_s + file);
    }
    return {u"--database"_s, database.toString(), u"--key-file"_s, original.dataDir() + u"/server.key"_s};
}

void TestMediaOwner::aDataFolderHasOneDatabase()
{
    TestServer owner;
    TestServer other;
    const QString file = fileOf(owner.dataDir(), upload(owner));
    QVERIFY(QFile::exists(file));
    QVERIFY(owner.stop() == 0 && other.stop() == 0);
    const QStringList foreign{u"--database"_s, databaseOf(other)};
    const QByteArray reason = "the data folder " + QFile::encodeName(owner.dataDir()) + " belongs to another database";
    QVERIFY2(isRefused(owner, foreign, reason), owner.process().errors().constData());
    const QByteArrayList words = owner.process().errors().split(' ');
    const QByteArray idOfOther = words.value(words.indexOf("write") + 1); // it into the file

    // The folder was made by a version that noted no database, or the note was lost when the machine crashed.
    QFile note(owner.dataDir() + u"/database.id"_s);
    for (const bool isEmpty : {false, true}) {
        QVERIFY(note.remove());
        QVERIFY(!isEmpty || note.open(QFile::WriteOnly));
        note.close();
        QVERIFY2(isRefused(owner, foreign, reason), owner.process().errors().constData());
        owner.start({});
        QCOMPARE(owner.stop(), 0);
        QVERIFY(note.size() > 0);
    }
    // A folder without media, such as that of a command that was tried once, has any database.
    other.start({u"--database"_s, databaseOf(owner)});
    QCOMPARE(other.stop(), 0);
    // The owner is given up, as the message says. Its media are not removed at once.
    QVERIFY(note.open(QFile::WriteOnly) && note.write(idOfOther) == idOfOther.size());
    note.close();
    owner.start(foreign);
    QVERIFY(QFile::exists(file));
    QCOMPARE(owner.stop(), 0);
}

void TestMediaOwner::anOlderBackupCostsNoMedia()
{
    if (TestServer::onPostgres())
        QSKIP("The same job removes the files, and a dump takes more time.");
    TestServer server;
    const QTemporaryDir elsewhere;
    upload(server);
    server.sql(u"VACUUM INTO '%1'"_s.arg(elsewhere.filePath(u"backup.db"_s)));
    const QString photo = upload(server);
    QFile file(fileOf(server.dataDir(), photo));
    QVERIFY(file.open(QFile::ReadWrite)
            && file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-3), QFile::FileModificationTime));
    file.close();
    QCOMPARE(server.stop(), 0);
    const QString database = server.dataDir() + u"/waymark.db"_s;
    QVERIFY(QFile::rename(database, elsewhere.filePath(u"newer.db"_s)));
    QVERIFY(QFile::copy(elsewhere.filePath(u"backup.db"_s), database));

    server.start();
    const auto noted = [&](const QString &since) {
        server.sql(u"UPDATE stray_file SET noted_at = noted_at - "_s + since);
        server.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'archive_files'"_s);
        return server.sql(u"SELECT count(*) FROM stray_file WHERE place = 'archive'"_s).trimmed();
    };
    QTRY_COMPARE(noted(u"0"_s), "1");
    QVERIFY(file.exists());
    QCOMPARE(server.stop(), 0);
    // The newer database was found after all.
    QVERIFY(QFile::rename(database, elsewhere.filePath(u"older.db"_s)));
    QVERIFY(QFile::rename(elsewhere.filePath(u"newer.db"_s), database));
    server.start();
    const Answer content = server.account(u"ada"_s).get(u"/device-data/%1/content"_s.arg(photo));
    EXPECT_STATUS(content, 200);
    QCOMPARE(content.body, m_picture);
    QCOMPARE(server.stop(), 0);
    // The older one stays. Files that it does not name are removed when it has not named them for a day.
    QVERIFY(QFile::remove(database) && QFile::rename(elsewhere.filePath(u"older.db"_s), database));
    server.start();
    QTRY_COMPARE(noted(u"86400000"_s), "0");
    QTRY_VERIFY(!file.exists());
}

/// A data folder is copied, with its database or for another one, and started with the media folder of the original.
void TestMediaOwner::aMediaFolderHasOneDatabase()
{
    const QTemporaryDir media;
    const QStringList options{u"--media-dir"_s, media.path()};
    TestServer original(options);
    TestServer copy;
    QCOMPARE(copy.stop(), 0);
    const QString id = copy.dataDir() + u"/storage.id"_s;
    QVERIFY(QFile::remove(id) && QFile::copy(original.dataDir() + u"/storage.id"_s, id));
    const QByteArray inUse =
        " is in use by another server (process " + QByteArray::number(original.process().processId()) + ')';
    QVERIFY2(isRefused(copy, options, inUse), copy.process().errors().constData());
    EXPECT_STATUS(original.anybody().get(u"/health/ready"_s), 200);
    QCOMPARE(original.stop(), 0);

    const QByteArray ofAnother = "the media folder " + QFile::encodeName(media.path()) + " belongs to another database";
    QVERIFY2(isRefused(copy, options, ofAnother), copy.process().errors().constData());
    // The folder was moved: its server has the database of the original.
    const QStringList moved{u"--database"_s, databaseOf(original), u"--key-file"_s,
                            original.dataDir() + u"/server.key"_s};
    copy.start(options + moved);
    QCOMPARE(copy.stop(), 0);
    // The other database is given up.
    QVERIFY(QFile::remove(media.filePath(u"database.id"_s)));
    copy.start(options);
    QCOMPARE(copy.stop(), 0);
    QVERIFY2(isRefused(original, options, ofAnother), original.process().errors().constData());
}

/// A dump is restored as a database for tests, beside the original. It has the history of the original, so only what
/// runs tells the two apart.
void TestMediaOwner::aMediaFolderHasOneRunningDatabase()
{
    if (!TestServer::onPostgres())
        QSKIP("A SQLite database has one server.");
    const QTemporaryDir media;
    const QStringList options{u"--media-dir"_s, media.path(), u"--advertise"_s, u"http://127.0.0.1:0"_s};
    TestServer original(options);
    TestServer copy;
    const QString photo = upload(original);
    QVERIFY(original.stop() == 0 && copy.stop() == 0);
    const QStringList ofCopy = options + copied(original, copy);

    original.start();
    const QByteArray inUse =
        "the media folder " + QFile::encodeName(media.path()) + " is in use by servers with another database";
    QVERIFY2(isRefused(copy, ofCopy, inUse), copy.process().errors().constData());
    TestServer second(original, options);
    QCOMPARE(original.stop(), 0);
    QVERIFY2(isRefused(copy, ofCopy, inUse), copy.process().errors().constData()); // the other one still runs
    QCOMPARE(second.stop(), 0);
    // The copy replaces the original.
    copy.start(ofCopy);
    QVERIFY2(isRefused(original, options, inUse), original.process().errors().constData());
    QCOMPARE(copy.stop(), 0);
    original.start(options);
    EXPECT_STATUS(original.account(u"ada"_s).get(u"/device-data/%1/content"_s.arg(photo)), 200);
}

/// A copy of the database is started with the store of the original, and a photo is deleted in it.
void TestMediaOwner::aMediaStoreHasOneRunningDatabase()
{
    const QTemporaryDir store;
    const QStringList options{u"--media-store"_s, store.path()};
    TestServer original(options);
    TestServer copy;
    const QString photo = upload(original);
    const auto isStored = [&] {
        original.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'store'"_s);
        return !fileOf(store.path(), photo).isEmpty();
    };
    QTRY_VERIFY(isStored());
    QVERIFY(original.stop() == 0 && copy.stop() == 0);
    const QStringList ofCopy = copied(original, copy);
    original.start();
    copy.start(options + ofCopy);
    const QString content = u"/device-data/%1/content"_s.arg(photo);
    const TestAccount &ada = original.account(u"ada"_s);
    const HttpClient inCopy = copy.asking(ada);
    EXPECT_STATUS(inCopy.get(content), 200); // it reads the store
    EXPECT_STATUS(inCopy.del(u"/device-data/%1/permanent"_s.arg(photo)), 204);
    QCOMPARE(copy.stop(), 0);
    copy.start(options + ofCopy); // jobs are due at a start
    QTRY_VERIFY(copy.process().errors().contains("Job store_deletion "));
    QVERIFY(copy.process().errors().contains("the media store belongs to another database"));
    QDir(original.dataDir() + u"/cache"_s).removeRecursively();
    EXPECT_STATUS(ada.get(content), 200);
    EXPECT_STATUS(ada.del(u"/device-data/%1/permanent"_s.arg(photo)), 204);
    const auto isDeleted = [&] {
        original.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'store_deletion'"_s);
        return fileOf(store.path(), photo).isEmpty();
    };
    QTRY_VERIFY(isDeleted());
}

QTEST_GUILESS_MAIN(TestMediaOwner)
#include "tst_mediaowner.moc"
