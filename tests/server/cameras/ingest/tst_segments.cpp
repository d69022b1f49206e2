// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentring.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

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
};

void SegmentsTest::continuesTheNumbersOfAnotherServer()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s, {.sequence = 8, .init = 4});
    const auto init = ring.addInit("init"_ba);
    QCOMPARE(init.value(), 4);
    QVERIFY(ring.add({6000, 1000}, *init, "media"_ba));
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
    const auto init = ring.addInit("init"_ba);
    QVERIFY(ring.add({2, 3}, *init, "media"_ba));
    QVERIFY(!ring.path(name));
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
    const auto first = ring.addInit("one"_ba);
    for (int i = 0; i < 4; ++i)
        QVERIFY(ring.add({i * 1000, 1000}, *first, "media"_ba));
    QCOMPARE(ring.segments().size(), 3);
    QCOMPARE(ring.segments().first().startMs, 1000);

    const auto second = ring.addInit("two"_ba);
    for (int i = 4; i < 7; ++i)
        QVERIFY(ring.add({i * 1000, 1000}, *second, "media"_ba));
    QVERIFY(!ring.path(initName(*first)));
    QVERIFY(ring.path(initName(*second)));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 4); // no other files
}

void SegmentsTest::keepsWhatIsNeededLonger()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 3s);
    const auto init = ring.addInit("one"_ba);
    ring.keepFrom(2500); // within the third segment
    for (int i = 0; i < 10; ++i)
        QVERIFY(ring.add({i * 1000, 1000}, *init, "media"_ba));
    QCOMPARE(ring.segments().constFirst().startMs, 2000);
    ring.keepFrom(std::nullopt);
    QVERIFY(ring.add({10'000, 1000}, *init, "media"_ba));
    QCOMPARE(ring.segments().size(), 3);
    QCOMPARE(QDir(directory.path()).entryList({u"*.m4s"_s}).size(), 3);
}

void SegmentsTest::startsWithTheSegmentsOnDisk()
{
    QTemporaryDir directory;
    QList<SegmentName> before;
    {
        SegmentRing ring(directory.path(), 60s);
        const auto init = ring.addInit("init"_ba);
        QVERIFY(ring.add({1000, 1000}, *init, "first"_ba));
        QVERIFY(ring.add({2000, 1000}, *init, "second"_ba));
        QVERIFY(ring.addInit("of a connection that ended before its first segment"_ba));
        before = ring.segments();
    }
    for (const auto &left : {u"5-3000-1000-1.m4s.part"_s, u"init-77.mp4.part"_s, u"6-4000-1000-999.m4s"_s}) {
        QFile file(directory.filePath(left));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const SegmentRing ring(directory.path(), 60s);
    QVERIFY(ring.segments() == before);
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files).size(), 3);
    QFile media(ring.path(before.last().toString()).value());
    QVERIFY(media.open(QIODevice::ReadOnly));
    QCOMPARE(media.readAll(), "second"_ba);
}

void SegmentsTest::continuesTheSequence()
{
    QTemporaryDir directory;
    qint64 sequence = 0;
    qint64 init = 0;
    {
        SegmentRing ring(directory.path(), 60s);
        init = ring.addInit("init"_ba).value();
        QVERIFY(ring.add({1000, 1000}, init, "media"_ba));
        sequence = ring.newest()->sequence;
    }
    SegmentRing ring(directory.path(), 60s);
    QCOMPARE(ring.addInit("init"_ba).value(), init + 1);
    QVERIFY(ring.add({2000, 1000}, init + 1, "media"_ba));
    QCOMPARE(ring.newest()->sequence, sequence + 1);
}

void SegmentsTest::numbersStartSmall()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    for (int connection = 0; connection < 3; ++connection) {
        const auto init = ring.addInit("init"_ba);
        QCOMPARE(init.value(), connection);
        QVERIFY(ring.add({connection * 1000, 1000}, *init, "media"_ba));
        QCOMPARE(ring.newest()->sequence, connection);
    }
    QCOMPARE(ring.segments().first().init, 0);
}

void SegmentsTest::numbersOfARefusedConnectionAreUsedAgain()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    QVERIFY(ring.add({1000, 1000}, ring.addInit("first"_ba).value(), "media"_ba));
    QCOMPARE(ring.addInit("of a connection without segments"_ba).value(), 1);
    QCOMPARE(ring.addInit("second"_ba).value(), 1);
    QFile init(directory.filePath(initName(1)));
    QVERIFY(init.open(QIODevice::ReadOnly));
    QCOMPARE(init.readAll(), "second"_ba);
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
    QCOMPARE(ring.addInit("init"_ba).value(), 0);
}

void SegmentsTest::keepsWhatIsNeededToDecode()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 2s);
    const auto init = ring.addInit("init"_ba);
    for (int i = 0; i < 8; ++i) // a key frame every four segments
        QVERIFY(ring.add({i * 1000, 1000, i % 4 != 0}, *init, QByteArray::number(i)));
    QCOMPARE(ring.segments().first().startMs, 4000);
    const auto opened = ring.openBetween(6500, 7000);
    QCOMPARE(opened.size(), 3u);
    QCOMPARE(opened[0].media->readAll(), "4"_ba);
}

void SegmentsTest::opensSegmentsThatOverlapATime()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 4s);
    const auto init = ring.addInit("init"_ba);
    for (int i = 0; i < 4; ++i)
        QVERIFY(ring.add({i * 1000, 1000}, *init, QByteArray::number(i)));
    const auto opened = ring.openBetween(1500, 3000);
    QCOMPARE(opened.size(), 2u);
    QVERIFY(ring.add({4000, 4000}, *init, "4"_ba)); // prunes a segment that is open
    QVERIFY(!ring.path(opened[0].name.toString()));
    QCOMPARE(opened[0].media->readAll(), "1"_ba);
    QCOMPARE(opened[1].media->readAll(), "2"_ba);
}

QTEST_GUILESS_MAIN(SegmentsTest)
#include "tst_segments.moc"
