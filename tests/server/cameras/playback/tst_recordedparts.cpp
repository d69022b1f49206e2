// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cameras/device.h"
#include "models/core/times.h"
#include "models/identity/account.h"
#include "server/cameras/playback/mp4boxes.h"
#include "server/cameras/playback/recordedclip.h"
#include "server/cameras/playback/recordedplaylist.h"
#include "server/cameras/playback/recordedruns.h"
#include "server/cameras/recording/fragmentbox.h"
#include "server/core/db/migrations.h"
#include "tests/server/core/db/databasefixture.h"
#include "tests/server/core/db/statementcount.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 noon = 1'700'000'000'000; // milliseconds since the epoch
constexpr qint64 fileMs = 300'000;

QDateTime at(qint64 ms) { return Times::fromMilliseconds(noon + ms); }

/// Returns a part with fragments of one second, of which only each `keyInterval`th begins with a key frame.
RecordedPart part(int seconds, int keyInterval, qint64 startMs = 0)
{
    RecordedPart part;
    part.file.recordingId = RecordingId::generate();
    part.file.storageId = u"here"_s;
    part.file.path = u"media/door/1.mp4"_s;
    for (int i = 0; i < seconds; ++i)
        part.fragments += {.startMs = noon + startMs + i * 1000,
                           .durationMs = 1000,
                           .offset = 1000 + i * 100,
                           .bytes = 100,
                           .continues = i % keyInterval != 0};
    return part;
}

DeviceId newDevice(Database &database)
{
    Account account;
    account.accountId = AccountId::generate();
    account.createdAt = account.updatedAt = Times::now();
    database.insert(account);
    Device device;
    device.deviceId = DeviceId::generate();
    device.accountId = account.accountId;
    device.sourceUrl = QUrl(u"rtsp://127.0.0.1/live"_s);
    device.createdAt = device.updatedAt = Times::now();
    database.insert(device);
    return device.deviceId;
}
}

/// What a recording is played from: runs of files, segments, and the headers of MP4.
class RecordedPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void monthIsAFewRows_data() { DatabaseFixture::addEngines(); }
    void monthIsAFewRows();
    void segmentsBeginWithKeyFrames();
    void namesOfSegmentsAreExact_data();
    void namesOfSegmentsAreExact();
    void unreachableSegmentsAreMissing();
    void damagedHeadersAreRefused();
    void clipOpensItsFilesOneByOne();
};

/// One statement reads what a timeline of a month needs, whatever the number of files.
void RecordedPartsTest::monthIsAFewRows()
{
    QFETCH(QString, engine);
    DatabaseFixture fixture(engine);
    migrate(fixture.database);
    const DeviceId device = newDevice(fixture.database);
    {
        Transaction transaction(fixture.database);
        for (qint64 i = 0; i < 30 * 288; ++i) {
            if (i == 1000) // the camera was lost for the time of a file
                continue;
            RecordedFile file;
            file.recordingId = RecordingId::generate();
            file.deviceId = device;
            file.startedAt = at(i * fileMs);
            file.endedAt = at((i + 1) * fileMs - 20);
            file.gap = i == 1001 ? RecordedFile::Gap::CameraLost : RecordedFile::Gap::None;
            file.isOpen = i == 30 * 288 - 1;
            fixture.database.insert(file);
        }
        transaction.commit();
    }
    QList<RecordedRun> runs;
    const int statements = statementsOf(fixture.database, [&] {
        runs = RecordedRuns(fixture.database).between(device, at(0), at(30 * 288 * fileMs), 500);
    });
    QCOMPARE(statements, 1);
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs[0].startMs, noon);
    QCOMPARE(runs[0].endMs, noon + 1000 * fileMs - 20);
    QCOMPARE(runs[1].startMs, noon + 1001 * fileMs);
    QCOMPARE(runs[1].cause, TimelineGap::Cause::CameraLost);
    QVERIFY(runs[1].isOpen && !runs[0].isOpen);
}

void RecordedPartsTest::segmentsBeginWithKeyFrames()
{
    const auto segments = segmentsOf(part(20, 4));
    QCOMPARE(segments.size(), 3); // of 8, 8 and 4 seconds
    QCOMPARE(segments[0].durationMs, 8000);
    QCOMPARE(segments[1].startMs, noon + 8000);
    QCOMPARE(segments[1].offset, 1800);
    QCOMPARE(segments[1].bytes, 800);
    QCOMPARE(segments[2].endMs(), noon + 20'000);
}

void RecordedPartsTest::namesOfSegmentsAreExact_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("valid");
    QTest::newRow("valid") << u"1000-200.m4s"_s << true;
    QTest::newRow("zero before") << u"01000-200.m4s"_s << false;
    QTest::newRow("negative") << u"-1-200.m4s"_s << false;
    QTest::newRow("no size") << u"1000-.m4s"_s << false;
    QTest::newRow("other type") << u"1000-200.mp4"_s << false;
    QTest::newRow("too large") << u"99999999999999999999-1.m4s"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void RecordedPartsTest::namesOfSegmentsAreExact()
{
    QFETCH(QString, name);
    QFETCH(bool, valid);
    QCOMPARE(RecordedSegment::parse(name).has_value(), valid);
}

void RecordedPartsTest::unreachableSegmentsAreMissing()
{
    RecordedPart gone = part(2, 1, 2000);
    gone.file.storageId = u"gone"_s;
    const QByteArray playlist = recordedPlaylist({part(2, 1), gone}, at(0), "a=b", {u"gone"_s});
    QCOMPARE(playlist.count("#EXT-X-GAP\n#EXTINF:2.000,"), 1);
    QCOMPARE(playlist.count("#EXTINF:"), 2);
    QCOMPARE(playlist.count("#EXT-X-DISCONTINUITY"), 1); // another server has another timeline
    QVERIFY(playlist.contains("#EXT-X-TARGETDURATION:2\n"));
}

void RecordedPartsTest::damagedHeadersAreRefused()
{
    const QByteArray moof = QByteArray::fromHex("00000030"
                                                "6d6f6f66"
                                                "00000010"
                                                "6d666864"
                                                "00000000"
                                                "00000001"
                                                "00000018"
                                                "74726166"
                                                "00000010"
                                                "74666474"
                                                "00000000"
                                                "00000007");
    for (qsizetype size = 0; size < moof.size(); ++size) { // no length makes them read beyond the end
        const QByteArray cut = moof.left(size);
        QVERIFY(Mp4::tracksOf(cut).isEmpty());
        QVERIFY(!Mp4::decodeTime(cut, 1));
        QCOMPARE(Mp4::described(cut, noon, 1000), cut);
        QCOMPARE(Mp4::moved(cut, 5, [](quint32, quint64 time) { return time + 1; }).size(), cut.size());
    }
    QCOMPARE(Mp4::decodeTime(moof, 0), 7); // a track without a header has the number 0
    const QByteArray moved = Mp4::moved(moof, 5, [](quint32, quint64 time) { return time + 1; });
    QCOMPARE(moved.mid(20, 4), QByteArray::fromHex("00000005"));
    QCOMPARE(Mp4::decodeTime(moved, 0), 8);
}

/// A clip of a day may consist of thousands of files. A reader that stops holds one of them.
void RecordedPartsTest::clipOpensItsFilesOneByOne()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"film.mp4"_s);
    QCOMPARE(QProcess::execute(u"ffmpeg"_s,
                               {u"-v"_s, u"error"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                                u"testsrc2=size=160x120:rate=10:duration=1"_s, u"-c:v"_s, u"mjpeg"_s, u"-movflags"_s,
                                u"empty_moov+default_base_moof+skip_trailer"_s, path}),
             0);
    QFile film(path);
    QVERIFY(film.open(QFile::ReadOnly));
    const QByteArray bytes = film.readAll();
    const qsizetype init = bytes.indexOf("moof") - 4;
    film.close();
    QList<RecordedPart> parts;
    for (int i = 0; i < 20; ++i) {
        RecordedPart one = part(1, 1, i * 1000);
        one.file.path = u"%1.mp4"_s.arg(i);
        one.file.initBytes = init;
        one.fragments[0].offset = init;
        one.fragments[0].bytes = FragmentBox::size + bytes.size() - init;
        QFile file(folder.filePath(one.file.path));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(bytes.first(init) + QByteArray(FragmentBox::size, 'x') + bytes.sliced(init));
        parts += one;
    }
    DatabaseFixture fixture(u"sqlite"_s);
    const auto openFiles = [] { return QDir(u"/proc/self/fd"_s).entryList(QDir::Files).size(); };
    const auto before = openFiles();
    RecordedClip clip(*ClipPlan::of(parts, RecordedSpan(fixture.database, u"here"_s, folder.path())));
    QByteArray read;
    while (read.size() < clip.size()) {
        const QByteArray more = clip.read(1000);
        QVERIFY(!more.isEmpty());
        read += more;
        QVERIFY(openFiles() <= before + 2);
    }
    QCOMPARE(read.count("moof"), 20 * bytes.count("moof"));
}

QTEST_GUILESS_MAIN(RecordedPartsTest)
#include "tst_recordedparts.moc"
