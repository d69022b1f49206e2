// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/ingest/playlist.h"
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
    void opensSegmentsThatOverlapATime();
    void goesOnWithTheNumbersOfAnotherServer();
    void playsWhatAnotherServerLeft();
    void forgetsTheRingsOfAllServers();
    void listsTheNewest();
    void marksDiscontinuities();
    void appendsTheSuffixToEachAddress();

private:
    /// A shared folder in which another server has recorded three seconds of a camera, until some time ago.
    struct SharedFolder
    {
        explicit SharedFolder(std::chrono::seconds ago);
        MediaSettings settings() const
        {
            return {.directory = folder.filePath(u"own"_s), .sharedDirectory = folder.path()};
        }
        QString ringOf(const QString &server) const
        {
            return folder.filePath(server + u'/' + device.toString() + u"/ring"_s);
        }

        QTemporaryDir folder;
        const DeviceId device = DeviceId::generate();
        QList<SegmentName> others;
    };
};

SegmentsTest::SharedFolder::SharedFolder(std::chrono::seconds ago)
{
    SegmentRing ring(ringOf(u"other"_s), 60s);
    const auto init = ring.addInit("init"_ba);
    const qint64 end = QDateTime::currentMSecsSinceEpoch() - std::chrono::milliseconds(ago).count();
    for (int i = 0; i < 3; ++i)
        ring.add(end - 3000 + i * 1000, 1000, *init, "other"_ba);
    others = ring.segments();
}

void SegmentsTest::goesOnWithTheNumbersOfAnotherServer()
{
    QTemporaryDir directory;
    const SegmentName last{7, 5000, 1000, 3};
    SegmentRing ring(directory.path(), 60s, last);
    const auto init = ring.addInit("init"_ba);
    QCOMPARE(init.value(), 4);
    QVERIFY(ring.add(6000, 1000, *init, "media"_ba));
    QCOMPARE(ring.newest()->sequence, 8);
    // What this server recorded itself meanwhile has the higher numbers.
    const SegmentRing again(directory.path(), 60s, last);
    QCOMPARE(again.segments(), ring.segments());
}

void SegmentsTest::playsWhatAnotherServerLeft()
{
    const SharedFolder shared(8s);
    const MediaHub hub(shared.settings());
    const QByteArray text = hub.livePlaylist(shared.device, {});
    QCOMPARE(text.count("#EXTINF"), 3);
    const auto path = hub.segmentPath(shared.device, shared.others.constLast().toString());
    QCOMPARE(path.value_or(QString()), shared.ringOf(u"other"_s) + u'/' + shared.others.constLast().toString());
    QVERIFY(hub.segmentPath(shared.device, initName(shared.others.constLast().init)));
    QVERIFY(!hub.segmentPath(shared.device, u"../ring/"_s + shared.others.constLast().toString()));
    QCOMPARE(hub.livePlaylist(DeviceId::generate(), {}), QByteArray());
    // Nobody takes for live what ended a while ago.
    const SharedFolder longAgo(5min);
    QCOMPARE(MediaHub(longAgo.settings()).livePlaylist(longAgo.device, {}), QByteArray());
    // A server with a folder of its own knows only its own cameras.
    MediaSettings alone = shared.settings();
    alone.sharedDirectory.clear();
    QCOMPARE(MediaHub(alone).livePlaylist(shared.device, {}), QByteArray());
}

void SegmentsTest::forgetsTheRingsOfAllServers()
{
    const SharedFolder shared(8s);
    MediaHub hub(shared.settings());
    hub.forget(shared.device);
    QVERIFY(!QFile::exists(shared.folder.filePath(u"other/"_s + shared.device.toString())));
    QVERIFY(QFile::exists(shared.folder.filePath(u"other"_s)));
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
    QVERIFY(ring.add(2, 3, *init, "media"_ba));
    QVERIFY(!ring.path(name));
}

void SegmentsTest::readsBackItsNames()
{
    const SegmentName name{7, 1'763'900'000'123, 1040, 3};
    QCOMPARE(name.toString(), u"7-1763900000123-1040-3.m4s"_s);
    QVERIFY(SegmentName::parse(name.toString()) == name);
    QCOMPARE(parseInitName(initName(42)).value_or(-1), 42);
}

void SegmentsTest::keepsTheLengthOfTheRing()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 3s);
    const auto first = ring.addInit("one"_ba);
    for (int i = 0; i < 4; ++i)
        QVERIFY(ring.add(i * 1000, 1000, *first, "media"_ba));
    QCOMPARE(ring.segments().size(), 3);
    QCOMPARE(ring.segments().first().startMs, 1000);

    const auto second = ring.addInit("two"_ba);
    for (int i = 4; i < 7; ++i)
        QVERIFY(ring.add(i * 1000, 1000, *second, "media"_ba));
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
        QVERIFY(ring.add(i * 1000, 1000, *init, "media"_ba));
    QCOMPARE(ring.segments().constFirst().startMs, 2000);
    ring.keepFrom(std::nullopt);
    QVERIFY(ring.add(10'000, 1000, *init, "media"_ba));
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
        QVERIFY(ring.add(1000, 1000, *init, "first"_ba));
        QVERIFY(ring.add(2000, 1000, *init, "second"_ba));
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
        QVERIFY(ring.add(1000, 1000, init, "media"_ba));
        sequence = ring.newest()->sequence;
    }
    SegmentRing ring(directory.path(), 60s);
    QCOMPARE(ring.addInit("init"_ba).value(), init + 1);
    QVERIFY(ring.add(2000, 1000, init + 1, "media"_ba));
    QCOMPARE(ring.newest()->sequence, sequence + 1);
}

void SegmentsTest::opensSegmentsThatOverlapATime()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 4s);
    const auto init = ring.addInit("init"_ba);
    for (int i = 0; i < 4; ++i)
        QVERIFY(ring.add(i * 1000, 1000, *init, QByteArray::number(i)));
    const auto opened = ring.openBetween(1500, 3000);
    QCOMPARE(opened.size(), 2u);
    QVERIFY(ring.add(4000, 4000, *init, "4"_ba)); // prunes a segment that is open
    QVERIFY(!ring.path(opened[0].name.toString()));
    QCOMPARE(opened[0].media->readAll(), "1"_ba);
    QCOMPARE(opened[1].media->readAll(), "2"_ba);
}

void SegmentsTest::listsTheNewest()
{
    QList<SegmentName> segments;
    for (int i = 0; i < 30; ++i)
        segments.append({100 + i, 1'763'900'000'000 + i * 1000, 1000, 5});
    const QByteArray text = livePlaylist(segments, 5s, {});
    QVERIFY(text.startsWith("#EXTM3U\n#EXT-X-VERSION:7\n"));
    QCOMPARE(text.count("#EXTINF:1.000,\n"), 5);
    QVERIFY(text.contains("#EXT-X-MEDIA-SEQUENCE:125\n"));
    QVERIFY(text.contains("#EXT-X-MAP:URI=\"segments/init-5.mp4\"\n"));
    QVERIFY(text.contains("#EXT-X-PROGRAM-DATE-TIME:2025-11-23T12:13:45.000Z\n"));
    QVERIFY(text.endsWith("segments/129-1763900029000-1000-5.m4s\n"));
    QVERIFY(!text.contains("ENDLIST"));
    QCOMPARE(livePlaylist({}, 5s, {}), QByteArray());
}

void SegmentsTest::marksDiscontinuities()
{
    const QList<SegmentName> segments{{1, 1000, 1000, 5}, {2, 2000, 1000, 5}, {3, 9000, 1000, 6}};
    const QByteArray text = livePlaylist(segments, 20s, {});
    QVERIFY(text.contains("#EXT-X-DISCONTINUITY-SEQUENCE:5\n"));
    QCOMPARE(text.count("#EXT-X-DISCONTINUITY\n"), 1);
    QVERIFY(text.contains("2-2000-1000-5.m4s\n#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI=\"segments/init-6.mp4\"\n"));
}

void SegmentsTest::appendsTheSuffixToEachAddress()
{
    const QByteArray text = livePlaylist({{1, 1000, 1000, 5}}, 20s, "expires=1&signature=x"_ba);
    QVERIFY(text.contains("URI=\"segments/init-5.mp4?expires=1&signature=x\"\n"));
    QVERIFY(text.endsWith("segments/1-1000-1000-5.m4s?expires=1&signature=x\n"));
}

QTEST_GUILESS_MAIN(SegmentsTest)
#include "tst_segments.moc"
