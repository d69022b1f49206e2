// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/db/database.h"
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/samplepictures.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

/// Whatever is permanently deleted leaves the disk, also that of a server that was not asked.
class TestRemovedMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void photoLeavesTheOtherServer();
    void mediaOfMarksLeaveTheOtherServer();
    void deviceTakesAllOfItsFilesAlong();
    void filesWaitForTheirDisk();

private:
    /// Returns a client of Ada that asks the server that will have the files.
    HttpClient there() const { return m_there->asking(*m_ada); }
    QString upload() const;
    QString mark() const;
    /// Returns the files of the camera on that server.
    QStringList files() const;
    /// Runs the jobs of all servers now.
    void run(const QString &kinds) const { m_asked.sql(u"UPDATE job SET due_at = 1 WHERE kind IN (%1)"_s.arg(kinds)); }
    qint64 due() const
    {
        run(u"'media_removal'"_s);
        return m_asked.sql(u"SELECT count(*) FROM media_removal"_s).trimmed().toLongLong();
    }

    QByteArray m_picture;
    const QStringList m_arguments{u"--advertise"_s, u"http://127.0.0.1:0"_s, u"--recording-days"_s,
                                  u"0"_s,           u"--models"_s,           u"/nowhere"_s};
    TestServer m_asked{m_arguments};
    std::unique_ptr<TestServer> m_other;
    TestServer *m_there = &m_asked; ///< SQLite: the only server
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestRemovedMedia::initTestCase()
{
    QFile picture(SamplePictures::ice());
    QVERIFY(picture.open(QFile::ReadOnly));
    m_picture = picture.readAll();
    m_ada = &m_asked.account(u"ada"_s);
    if (TestServer::onPostgres()) {
        m_other = std::make_unique<TestServer>(m_asked, m_arguments);
        m_there = m_other.get();
    }
}

void TestRemovedMedia::init() { m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString(); }

QString TestRemovedMedia::upload() const
{
    const Answer made =
        there().send("POST", u"/device-data?device_id="_s + m_device, m_picture, {{"Content-Type", "image/jpeg"}});
    return made.json[u"data_id"_s].toString();
}

QString TestRemovedMedia::mark() const
{
    const Answer made = there().post(u"/device-marks"_s,
                                     {{u"device_id"_s, m_device},
                                      {u"started_at"_s, u"2026-01-01T00:00:00Z"_s},
                                      {u"label"_s, u"person"_s},
                                      {u"snapshot"_s, QString::fromLatin1(m_picture.toBase64())}});
    return made.json[u"devicemark_id"_s].toString();
}

QStringList TestRemovedMedia::files() const
{
    QStringList found;
    for (QDirIterator it(m_there->dataDir(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        if (path.contains(m_device))
            found += QDir(m_there->dataDir()).relativeFilePath(path);
    }
    return found;
}

void TestRemovedMedia::photoLeavesTheOtherServer()
{
    const QString photo = upload();
    const QString other = upload();
    QCOMPARE(files().size(), 2);
    EXPECT_STATUS(m_ada->del(u"/device-data/%1/permanent"_s.arg(photo)), 204);
    QTRY_COMPARE(due(), 0);
    QCOMPARE(files(), QStringList{u"archive/%1/%2"_s.arg(m_device, other)});
}

void TestRemovedMedia::mediaOfMarksLeaveTheOtherServer()
{
    const QString deleted = mark();
    mark();
    QCOMPARE(files().size(), 4); // a snapshot and a thumbnail each
    const QString path = u"/device-marks/triggered/account/%1/temporary"_s.arg(m_ada->accountId());
    EXPECT_STATUS(m_ada->send("DELETE", path, R"({"mark_ids": [")" + deleted.toLatin1() + R"("]})",
                              {{"Content-Type", "application/json"}}),
                  200);
    QTRY_COMPARE(due(), 0);
    QCOMPARE(files().filter(deleted), QStringList());
    QCOMPARE(files().size(), 2);
}

void TestRemovedMedia::deviceTakesAllOfItsFilesAlong()
{
    upload();
    mark();
    RecordingFixture::record(*m_there, EncodedVideo::of(1), {m_device, RecordingFixture::start});
    QCOMPARE(files().size(), 4);
    Database database(RecordingFixture::databaseOf(m_asked));
    database.exec("DELETE FROM device WHERE device_id = ?", m_device); // as the job does, which a crash may end here
    const QString all = u"SELECT count(*) FROM media_removal WHERE item_id <> ''"_s;
    QCOMPARE(m_asked.sql(all).trimmed(), "0"); // one note stands for all of them
    QTRY_COMPARE(due(), 0);
    QCOMPARE(files(), QStringList());
}

void TestRemovedMedia::filesWaitForTheirDisk()
{
    const QString photo = upload();
    const QString mark = m_there->dataDir() + u"/media/storage.id"_s;
    QVERIFY(QFile::rename(mark, mark + u".away"_s));
    // The file too, so that the server that was asked does not find it either.
    const QString folder = m_there->dataDir() + u"/archive"_s;
    QVERIFY(QDir().rename(folder, folder + u".away"_s));
    EXPECT_STATUS(m_ada->del(u"/device-data/%1/permanent"_s.arg(photo)), 204);
    run(u"'media_removal'"_s);
    const QString waiting = u"SELECT count(*) FROM job WHERE kind = 'media_removal' AND due_at = 1"_s;
    QTRY_COMPARE(m_asked.sql(waiting).trimmed(), "0");
    QDir(folder).removeRecursively();
    QVERIFY(QDir().rename(folder + u".away"_s, folder));
    QVERIFY(due() == 1 && files().size() == 1);
    QVERIFY(QFile::rename(mark + u".away"_s, mark));
    QTRY_COMPARE(due(), 0);
    QCOMPARE(files(), QStringList());
}

QTEST_GUILESS_MAIN(TestRemovedMedia)
#include "tst_removedmedia.moc"
