// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentring.h"
#include "tests/server/cameras/ingest/sampleboxes.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QByteArray bytesAt(const FilePart &part)
{
    QFile file(part.path);
    return file.open(QIODevice::ReadOnly) && file.seek(part.offset) ? file.read(part.bytes) : QByteArray();
}
}

/// Parts of the ingest that need no camera: segment names, the ring, and the playlist.
class SegmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rejectsOtherNames_data();
    void rejectsOtherNames();
    void readsBackItsNames();
    void keepsTheLengthOfTheRing();
    void keepsWhatIsNeededLonger();
    void startsWithTheSegmentsOnDisk();
    void continuesTheSequence();
    void numbersStartSmall();
    void numbersOfARefusedConnectionAreUsedAgain();
    void dropsARingThatCountsFromTheUnixTime();
    void keepsWhatIsNeededToDecode();
    void opensSegmentsThatOverlapATime();
    void continuesTheNumbersOfAnotherServer();
    void filesEndAtKeyFrames();
    void growsByParts();
    void anotherInitializationSectionBeginsAFile();
    void indexedFilesStayUntilTheirFateIsDecided();
};

void SegmentsTest::continuesTheNumbersOfAnotherServer()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s, {.sequence = 8, .init = 4});
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    QCOMPARE(init, 4);
    QVERIFY(ring.add({6000, 1000}, init, SampleBoxes::media("media")));
    QCOMPARE(ring.newest()->sequence, 8);
    // The files on disk remain if the numbers of the other server are not higher.
    const SegmentRing again(directory.path(), 60s, {.sequence = 8, .init = 4});
    QCOMPARE(again.segments(), ring.segments());
}

void SegmentsTest::rejectsOtherNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("parent folder") << u"../secret"_s;
    QTest::newRow("parent folder as a segment") << u"../1-2-3-4.m4s"_s;
    QTest::newRow("parent folder as an init") << u"init-../1.mp4"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("incomplete") << u"1-2-3.m4s"_s;
    QTest::newRow("negative") << u"1-2--3-4.m4s"_s;
    QTest::newRow("sign") << u"+1-2-3-4.m4s"_s;
    QTest::newRow("leading zero") << u"01-2-3-4.m4s"_s;
    QTest::newRow("space") << u" 1-2-3-4.m4s"_s;
    QTest::newRow("NUL") << u"1-2-3-4.m4s"_s + QChar(0);
    QTest::newRow("other digits") << u"١-2-3-4.m4s"_s;
    QTest::newRow("too large") << u"99999999999999999999-2-3-4.m4s"_s;
    QTest::newRow("unfinished") << u"1-2-3-4.m4s.part"_s;
    QTest::newRow("known form, not held") << u"9-9-9-9.m4s"_s;
    QTest::newRow("known form of init, not held") << u"init-9.mp4"_s;
}

void SegmentsTest::rejectsOtherNames()
{
    QFETCH(QString, name);
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    QVERIFY(ring.add({2, 3}, init, SampleBoxes::media("media")));
    QVERIFY(!ring.place(name));
}

void SegmentsTest::readsBackItsNames()
{
    const SegmentName name{7, 1'763'900'000'123, 1040, 3};
    QCOMPARE(name.toString(), u"7-1763900000123-1040-3.m4s"_s);
    QVERIFY(SegmentName::parse(name.toString()) == name);
    const SegmentName continues{8, 1'763'900'001'163, 1040, 3, true};
    QCOMPARE(continues.toString(), u"8-1763900001163-1040-3-c.m4s"_s);
    QVERIFY(SegmentName::parse(continues.toString()) == continues);
    QCOMPARE(parseInitName(initName(42)).value_or(-1), 42);
}

void SegmentsTest::keepsTheLengthOfTheRing()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 3s);
    const qint64 first = ring.addInit(SampleBoxes::init("one"));
    for (int i = 0; i < 4; ++i)
        QVERIFY(ring.add({i * 1000, 1000}, first, SampleBoxes::media("media")));
    QCOMPARE(ring.segments().size(), 3);
    QCOMPARE(ring.segments().first().startMs, 1000);

    const qint64 second = ring.addInit(SampleBoxes::init("two"));
    for (int i = 4; i < 7; ++i)
        QVERIFY(ring.add({i * 1000, 1000}, second, SampleBoxes::media("media")));
    QVERIFY(!ring.place(initName(first)));
    QVERIFY(ring.place(initName(second)));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 1); // no other files
}

void SegmentsTest::keepsWhatIsNeededLonger()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 3s);
    const qint64 init = ring.addInit(SampleBoxes::init("one"));
    ring.keepFrom(2500); // within the third segment
    for (int i = 0; i < 10; ++i)
        QVERIFY(ring.add({i * 1000, 1000}, init, SampleBoxes::media("media")));
    QCOMPARE(ring.segments().constFirst().startMs, 2000);
    ring.keepFrom(std::nullopt);
    QVERIFY(ring.add({10'000, 1000}, init, SampleBoxes::media("media")));
    QCOMPARE(ring.segments().size(), 3);
    QCOMPARE(QDir(directory.path()).entryList({u"*.mp4"_s}).size(), 2); // of 10 seconds each
}

void SegmentsTest::startsWithTheSegmentsOnDisk()
{
    QTemporaryDir directory;
    QList<SegmentName> before;
    {
        SegmentRing ring(directory.path(), 60s);
        const qint64 init = ring.addInit(SampleBoxes::init("init"));
        QVERIFY(ring.add({1000, 1000}, init, SampleBoxes::media("first")));
        QVERIFY(ring.add({2000, 1000}, init, SampleBoxes::media("second")));
        QVERIFY(ring.addInit(SampleBoxes::init("of a connection that ended before its first segment")));
        before = ring.segments();
    }
    // A crash has left a part of a segment, and a file without a segment.
    const auto name = RecordingName::in(directory.path()).constFirst();
    QFile file(directory.filePath(name.toString()));
    QVERIFY(file.open(QIODevice::Append));
    const qint64 whole = file.size();
    const FragmentBox box{.sequence = 2, .init = 0, .fragment = {.startMs = 3000, .durationMs = 1000, .bytes = 1000}};
    file.write(box.toBytes() + SampleBoxes::media("cut off").chopped(1));
    file.close();
    const RecordingName empty{before.last().sequence + 1, RecordingId::generate()};
    {
        const SegmentRing ring(directory.path(), 60s);
        QVERIFY(ring.segments() == before);
        QCOMPARE(file.size(), whole);
        const FilePart place = ring.place(before.last().toString()).value();
        QCOMPARE(SampleBoxes::contentOf(bytesAt(place)), "second"_ba);
    }
    QFile withoutSegment(directory.filePath(empty.toString()));
    QVERIFY(withoutSegment.open(QIODevice::WriteOnly));
    withoutSegment.write(SampleBoxes::init("init"));
    withoutSegment.close();
    const SegmentRing ring(directory.path(), 60s);
    QVERIFY(ring.segments() == before);
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 1);
}

void SegmentsTest::continuesTheSequence()
{
    QTemporaryDir directory;
    qint64 sequence = 0;
    qint64 init = 0;
    {
        SegmentRing ring(directory.path(), 60s);
        init = ring.addInit(SampleBoxes::init("init"));
        QVERIFY(ring.add({1000, 1000}, init, SampleBoxes::media("media")));
        sequence = ring.newest()->sequence;
    }
    SegmentRing ring(directory.path(), 60s);
    QCOMPARE(ring.addInit(SampleBoxes::init("init")), init + 1);
    QVERIFY(ring.add({2000, 1000}, init + 1, SampleBoxes::media("media")));
    QCOMPARE(ring.newest()->sequence, sequence + 1);
}

void SegmentsTest::numbersStartSmall()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    for (int connection = 0; connection < 3; ++connection) {
        const qint64 init = ring.addInit(SampleBoxes::init("init"));
        QCOMPARE(init, connection);
        QVERIFY(ring.add({connection * 1000, 1000}, init, SampleBoxes::media("media")));
        QCOMPARE(ring.newest()->sequence, connection);
    }
    QCOMPARE(ring.segments().first().init, 0);
}

void SegmentsTest::numbersOfARefusedConnectionAreUsedAgain()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    QVERIFY(ring.add({1000, 1000}, ring.addInit(SampleBoxes::init("first")), SampleBoxes::media("media")));
    QCOMPARE(ring.addInit(SampleBoxes::init("of a connection without segments")), 1);
    QCOMPARE(ring.addInit(SampleBoxes::init("second")), 1);
    QVERIFY(ring.add({2000, 1000}, 1, SampleBoxes::media("media")));
    QCOMPARE(bytesAt(ring.place(initName(1)).value()), SampleBoxes::init("second"));
}

void SegmentsTest::dropsARingThatCountsFromTheUnixTime()
{
    QTemporaryDir directory;
    for (const auto &left : {u"init-1763900000.mp4"_s, u"1763900000-1763900000000-1000-1763900000.m4s"_s}) {
        QFile file(directory.filePath(left));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    SegmentRing ring(directory.path(), 60s);
    QVERIFY(ring.segments().isEmpty());
    QCOMPARE(ring.addInit(SampleBoxes::init("init")), 0);
}

void SegmentsTest::keepsWhatIsNeededToDecode()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 2s);
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    for (int i = 0; i < 8; ++i) // a key frame every four segments
        QVERIFY(ring.add({i * 1000, 1000, i % 4 != 0}, init, SampleBoxes::media(QByteArray::number(i))));
    QCOMPARE(ring.segments().first().startMs, 4000);
    const auto opened = ring.openBetween(6500, 7000);
    QCOMPARE(opened.size(), 3u);
    QCOMPARE(SampleBoxes::contentOf(opened[0].read()), "4"_ba);
}

void SegmentsTest::opensSegmentsThatOverlapATime()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 4s);
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    for (int i = 0; i < 4; ++i)
        QVERIFY(ring.add({i * 1000, 1000}, init, SampleBoxes::media(QByteArray::number(i))));
    const auto opened = ring.openBetween(1500, 3000);
    QCOMPARE(opened.size(), 2u);
    QVERIFY(ring.add({4000, 4000}, init, SampleBoxes::media("4"))); // prunes a segment that is open
    QVERIFY(!ring.place(opened[0].name.toString()));
    QCOMPARE(SampleBoxes::contentOf(opened[0].read()), "1"_ba);
    QCOMPARE(SampleBoxes::contentOf(opened[1].read()), "2"_ba);

    QTemporaryDir other; // the clock is set back by a minute
    SegmentRing setBack(other.path(), 60s);
    setBack.addInit(SampleBoxes::init("init"));
    for (const qint64 start : {100'000, 101'000, 40'000, 41'000})
        QVERIFY(setBack.add({start, 1000}, init, SampleBoxes::media("5")));
    QCOMPARE(setBack.openBetween(100'500, 102'000).size(), 2u);
    QCOMPARE(setBack.openBetween(40'500, 102'000).size(), 4u);
    QCOMPARE(setBack.openNewest().front().name.startMs, 41'000);
}

void SegmentsTest::growsByParts()
{
    QTemporaryDir directory;
    QTemporaryDir crashed;
    SegmentRing ring(directory.path(), 60s);
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    const quint64 edition = ring.edition();
    const auto part = [edition](int sequence, int index) { return PartName{sequence, index, edition}.toString(); };
    QVERIFY(ring.addPart({0, 320}, init, SampleBoxes::media("a")));
    QVERIFY(ring.segments().isEmpty());
    QCOMPARE(bytesAt(ring.place(part(0, 0)).value()), SampleBoxes::media("a"));
    QVERIFY(!ring.place(part(0, 1)));
    QVERIFY(ring.add({0, 400}, init, SampleBoxes::media("b")));
    QCOMPARE(bytesAt(ring.place(part(0, 1)).value()), SampleBoxes::media("b"));
    QVERIFY(bytesAt(ring.place(ring.newest()->toString()).value())
                .endsWith(SampleBoxes::media("a") + SampleBoxes::media("b")));
    QVERIFY(ring.addPart({400, 320}, init, SampleBoxes::media("c")));
    // A crash now loses the incomplete segment alone.
    const QString file = QDir(directory.path()).entryList({u"*.mp4"_s}).value(0);
    QVERIFY(QFile::copy(directory.filePath(file), crashed.filePath(file)));
    QCOMPARE(SegmentRing(crashed.path(), 60s).segments(), ring.segments());
    ring.endFile(RecordedFile::Gap::CameraLost);
    QVERIFY(!ring.place(part(1, 0)));
    QCOMPARE(QFile(directory.filePath(file)).size(), ring.files().constLast().endOffset());
}

void SegmentsTest::filesEndAtKeyFrames()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), {.length = 60s, .fileLength = 5s});
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    for (int i = 0; i < 20; ++i) // a key frame every three segments
        QVERIFY(ring.add({i * 1000, 1000, i % 3 != 0}, init, SampleBoxes::media(QByteArray::number(i))));
    QList<qint64> starts;
    for (const RingFile &file : ring.files()) {
        starts += file.fragments.constFirst().startMs;
        QFile whole(file.path);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QVERIFY(whole.readAll().startsWith(SampleBoxes::init("init")));
        QCOMPARE(whole.size(), file.endOffset());
    }
    QCOMPARE(starts, QList<qint64>({0, 6000, 12000, 18000}));
    QCOMPARE(ring.segments().size(), 20);
    QCOMPARE(ring.segments(), RingFolder::segments(directory.path()));
}

void SegmentsTest::anotherInitializationSectionBeginsAFile()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    QVERIFY(ring.add({0, 1000}, ring.addInit(SampleBoxes::init("one"), {u"h264"_s, {640, 360}}),
                     SampleBoxes::media("media")));
    ring.endFile(RecordedFile::Gap::CameraLost);
    QVERIFY(!ring.files().constLast().isOpen);
    QVERIFY(ring.add({9000, 1000}, ring.addInit(SampleBoxes::init("two"), {u"hevc"_s, {1280, 720}}),
                     SampleBoxes::media("media")));
    const auto files = ring.files();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files[0].track.codec, u"h264"_s);
    QCOMPARE(files[1].track.size, QSize(1280, 720));
    QCOMPARE(files[1].gap, RecordedFile::Gap::CameraLost);
    QVERIFY(files[1].isOpen);
}

void SegmentsTest::indexedFilesStayUntilTheirFateIsDecided()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), {.length = 2s, .fileLength = 1s, .indexed = true});
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    const auto record = [&](int from, int to) {
        for (int i = from; i < to; ++i)
            QVERIFY(ring.add({i * 1000, 1000}, init, SampleBoxes::media("media")));
    };
    record(0, 6);
    QCOMPARE(ring.files().size(), 6);
    QCOMPARE(ring.segments().size(), 2);
    const auto files = ring.files();
    ring.decide(files[0].name.id, RingFile::Fate::Kept);
    ring.decide(files[1].name.id, RingFile::Fate::Dropped);
    ring.decide(files[5].name.id, RingFile::Fate::Dropped); // the ring still needs it
    record(6, 7);
    QCOMPARE(ring.files().size(), 5);
    QVERIFY(QFile::exists(files[0].path));
    QVERIFY(!QFile::exists(files[1].path));
    QVERIFY(QFile::exists(files[5].path));
    // What has left the ring is found on disk.
    QCOMPARE(ring.openBetween(0, 1000).size(), 1u);
}

QTEST_GUILESS_MAIN(SegmentsTest)
#include "tst_segments.moc"
