// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/recordingfixture.h"
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

/// Files that stay where they are when their rows go.
class TestLeftFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesOfAnotherModeBecomeNoRecordings();
    void aDeletedExportLeavesNoFile();
};

/// A camera was off, as the last minute that a server keeps of it for live video shows, and is recorded now.
void TestLeftFiles::filesOfAnotherModeBecomeNoRecordings()
{
    TestServer server;
    const TestAccount &ada = server.account(u"ada"_s);
    const QString device = ada.addDevice(u"Door"_s)[u"device_id"_s].toString();
    for (const QString &mode : {u"off"_s, u"continuous"_s})
        EXPECT_STATUS(ada.put(u"/devices/%1/capture-mode"_s.arg(device), {{u"mode"_s, mode}}), 200);
    QCOMPARE(server.sql(u"SELECT mode FROM capture_mode_past ORDER BY number"_s).split('\n').join(' ').trimmed(),
             "continuous off");
    const qint64 since = RecordingFixture::start + 50'000;
    server.sql(u"UPDATE capture_mode SET mode_since = %1"_s.arg(since));
    EXPECT_STATUS(ada.put(u"/devices/%1/capture-mode"_s.arg(device), {{u"days"_s, 30}}), 200); // the same mode
    const EncodedVideo video = EncodedVideo::of(2);
    RecordingFixture::record(server, video, {device, since - 30'000});
    RecordingFixture::record(server, video, {device, since + 30'000});
    server.sql(u"DELETE FROM recording"_s);
    QDirIterator files(server.dataDir(), {u"*.mp4"_s}, QDir::Files, QDirIterator::Subdirectories);
    for (int number = 1; files.hasNext(); ++number) {
        QFile file(files.next());
        // The name that the ring gives it.
        QVERIFY(file.rename(u"%1/%2-%3"_s.arg(files.fileInfo().path()).arg(number).arg(files.fileName()))
                && file.open(QFile::ReadWrite)
                && file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200), QFile::FileModificationTime));
    }
    const auto found = [&] {
        server.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'recording_files'"_s);
        return server.sql(u"SELECT started_at FROM recording"_s).trimmed().toLongLong();
    };
    QTRY_COMPARE_WITH_TIMEOUT(found(), since + 30'000, 30'000);
    QCOMPARE(server.sql(u"SELECT count(*) FROM recording"_s).trimmed(), "1");
}

void TestLeftFiles::aDeletedExportLeavesNoFile()
{
    const QStringList advertise =
        TestServer::onPostgres() ? QStringList{u"--advertise"_s, u"http://127.0.0.1:0"_s} : QStringList();
    TestServer first(advertise);
    const TestAccount &mia = first.account(u"mia"_s);
    const QString path = u"/accounts/%1/export"_s.arg(mia.accountId());
    EXPECT_STATUS(mia.post(path, {{u"password"_s, TestAccount::password()}, {u"media"_s, u"none"_s}}), 201);
    QTRY_COMPARE_WITH_TIMEOUT(mia.get(path).json[u"state"_s].toString(), u"ready"_s, 30'000);
    const auto files = [&] {
        first.sql(u"UPDATE job SET due_at = 1 WHERE kind = 'deleted_exports'"_s);
        return QDir(first.dataDir() + u"/exports"_s).entryList(QDir::Files).size();
    };
    QCOMPARE(files(), 1);
    if (TestServer::onPostgres()) { // another server, which does not have the file
        const TestServer second(first, advertise);
        EXPECT_STATUS(second.asking(mia).del(path), 204);
    } else {
        first.sql(u"DELETE FROM account_export"_s);
    }
    QTRY_COMPARE_WITH_TIMEOUT(files(), 0, 30'000);
    QTRY_COMPARE(first.sql(u"SELECT count(*) FROM export_removal"_s).trimmed(), "0");
}

QTEST_GUILESS_MAIN(TestLeftFiles)
#include "tst_leftfiles.moc"
