// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/mediahub.h"
#include "server/cameras/ingest/segmentring.h"
#include "tests/server/cameras/ingest/sampleboxes.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QByteArray bytesOf(const SegmentRing &ring, const PartName &name)
{
    const auto place = ring.place(name.toString());
    QFile file(place ? place->path : QString());
    return file.open(QIODevice::ReadOnly) && file.seek(place->offset) ? file.read(place->bytes) : QByteArray();
}
}

/// Live playlists, also of rings that no camera of this process writes.
class PlaylistsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheNewest();
    void marksDiscontinuities();
    void beginsWithAKeyFrame();
    void noSegmentExceedsTheTargetDuration();
    void appendsTheSuffixToEachAddress();
    void listsPartsAndAnnouncesTheNext();
    void beginsAnotherFormatWithItsFirstPart();
    void answersWhoWaitsForAPart();
    void aNameNeverStandsForOtherBytes();
    void limitsHowManyRequestsOfAClientWait();
    void keepsTheTargetDurationWhileThePlaylistIsUsed();
    void oneStallDoesNotChangeThePartTarget();
    void targetsSurviveARestart();
    void playsTheRecordingOfAnotherServer();
    void forgetsTheRingsOfAllServers();

private:
    /// A shared media folder in which another server has recorded three seconds of a camera. The recording ended `ago`.
    struct SharedFolder
    {
        explicit SharedFolder(std::chrono::seconds ago);
        MediaSettings settings() const
        {
            return {.directory = folder.filePath(u"own"_s), .sharedDirectory = folder.path()};
        }
        QString ringOf(const QString &server) const
        {
            return folder.filePath(server + u'/' + device.toString() + u"/recordings"_s);
        }

        QTemporaryDir folder;
        const DeviceId device = DeviceId::generate();
        QList<SegmentName> others;
    };
};

PlaylistsTest::SharedFolder::SharedFolder(std::chrono::seconds ago)
{
    SegmentRing ring(ringOf(u"other"_s), 60s);
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    const qint64 end = QDateTime::currentMSecsSinceEpoch() - std::chrono::milliseconds(ago).count();
    for (int i = 0; i < 3; ++i)
        ring.add({end - 3000 + i * 1000, 1000}, init, SampleBoxes::media("other"));
    others = ring.segments();
}

void PlaylistsTest::listsTheNewest()
{
    QList<SegmentName> segments;
    for (int i = 0; i < 30; ++i)
        segments.append({100 + i, 1'763'900'000'000 + i * 1000, 1000, 5});
    const QByteArray text = livePlaylist({segments, 2s}, 5s, {});
    QVERIFY(text.startsWith("#EXTM3U\n#EXT-X-VERSION:7\n"));
    QCOMPARE(text.count("#EXTINF:1.000,\n"), 5);
    QVERIFY(text.contains("#EXT-X-MEDIA-SEQUENCE:125\n"));
    QVERIFY(text.contains("#EXT-X-MAP:URI=\"segments/init-5.mp4\"\n"));
    QVERIFY(text.contains("#EXT-X-PROGRAM-DATE-TIME:2025-11-23T12:13:45.000Z\n"));
    QVERIFY(text.endsWith("segments/129-1763900029000-1000-5.m4s\n"));
    QVERIFY(!text.contains("ENDLIST"));
    QCOMPARE(livePlaylist({{}, 2s}, 5s, {}), QByteArray());
}

void PlaylistsTest::marksDiscontinuities()
{
    const QList<SegmentName> segments{{1, 1000, 1000, 5}, {2, 2000, 1000, 5}, {3, 9000, 1000, 6}};
    const QByteArray text = livePlaylist({segments, 2s}, 20s, {});
    QVERIFY(text.contains("#EXT-X-DISCONTINUITY-SEQUENCE:5\n"));
    QCOMPARE(text.count("#EXT-X-DISCONTINUITY\n"), 1);
    QVERIFY(text.contains("2-2000-1000-5.m4s\n#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI=\"segments/init-6.mp4\"\n"));
}

void PlaylistsTest::beginsWithAKeyFrame()
{
    QList<SegmentName> segments;
    for (int i = 0; i < 12; ++i)
        segments.append({i, i * 2000, 2000, 0, i % 6 != 0});
    const QByteArray text = livePlaylist({segments, 2s}, 4s, {});
    QVERIFY(text.contains("#EXT-X-MEDIA-SEQUENCE:6\n"));
    QCOMPARE(text.count("#EXTINF"), 6);
}

void PlaylistsTest::noSegmentExceedsTheTargetDuration()
{
    const QByteArray text = livePlaylist({{{0, 0, 2900, 0}}, 2s}, 20s, {});
    QVERIFY(text.contains("#EXT-X-TARGETDURATION:2\n"));
    QVERIFY(text.contains("#EXTINF:2.499,\n")); // rounded to 2
}

void PlaylistsTest::appendsTheSuffixToEachAddress()
{
    const QByteArray text = livePlaylist({{{1, 1000, 1000, 5}}, 2s}, 20s, "expires=1&signature=x"_ba);
    QVERIFY(text.contains("URI=\"segments/init-5.mp4?expires=1&signature=x\"\n"));
    QVERIFY(text.endsWith("segments/1-1000-1000-5.m4s?expires=1&signature=x\n"));
}

void PlaylistsTest::listsPartsAndAnnouncesTheNext()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    QVERIFY(ring.addPart({0, 320}, init, SampleBoxes::media("a")));
    QVERIFY(ring.addPart({320, 320}, init, SampleBoxes::media("b")));
    QVERIFY(ring.add({0, 700}, init, SampleBoxes::media("c")));
    QVERIFY(ring.addPart({700, 320}, init, SampleBoxes::media("d")));
    const QByteArray edition = '-' + QByteArray::number(ring.edition(), 36);
    const QByteArray text = livePlaylist(ring.live(), 20s, "s=1"_ba).replace(edition, ""); // of each part
    QVERIFY(text.contains("#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.035\n"
                          "#EXT-X-PART-INF:PART-TARGET=0.345\n"));
    QVERIFY(text.endsWith("#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00.000Z\n"
                          "#EXT-X-PART:DURATION=0.320,URI=\"segments/part-0-0.m4s?s=1\",INDEPENDENT=YES\n"
                          "#EXT-X-PART:DURATION=0.320,URI=\"segments/part-0-1.m4s?s=1\"\n"
                          "#EXT-X-PART:DURATION=0.060,URI=\"segments/part-0-2.m4s?s=1\"\n"
                          "#EXTINF:0.700,\nsegments/0-0-700-0.m4s?s=1\n"
                          "#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00.700Z\n"
                          "#EXT-X-PART:DURATION=0.320,URI=\"segments/part-1-0.m4s?s=1\",INDEPENDENT=YES\n"
                          "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"segments/part-1-1.m4s?s=1\"\n"));
    // Parts of segments that ended more than three target durations ago are not listed.
    for (int i = 1; i < 5; ++i)
        QVERIFY(ring.add({i * 1000 - 300, 1000}, init, SampleBoxes::media("rest")));
    QVERIFY(!livePlaylist(ring.live(), 20s, {}).contains("part-0-0"));
    QVERIFY(livePlaylist(ring.live(), 20s, {}).contains("part-2-0"));
}

void PlaylistsTest::beginsAnotherFormatWithItsFirstPart()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    const qint64 first = ring.addInit(SampleBoxes::init("one"));
    QVERIFY(ring.addPart({0, 320}, first, SampleBoxes::media("a")));
    QVERIFY(ring.add({0, 700}, first, SampleBoxes::media("b")));
    QVERIFY(ring.addPart({700, 320}, ring.addInit(SampleBoxes::init("two")), SampleBoxes::media("c")));
    QVERIFY(livePlaylist(ring.live(), 20s, {})
                .contains("0-0-700-0.m4s\n#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI=\"segments/init-1.mp4\"\n"));
    QVERIFY(ring.place(u"init-1.mp4"_s)); // before the first segment of the format is complete
}

void PlaylistsTest::answersWhoWaitsForAPart()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    const auto wait = [&](const LivePoint &point) {
        auto stream =
            ring.edge()->wait({.point = point, .client = "client", .most = 60s, .answer = [](const QByteArray &part) {
                                   return "got " + part;
                               }});
        stream->moveToThread(QThread::currentThread());
        stream->read(1); // nothing yet
        return stream;
    };
    const auto second = wait({0, 1});
    const auto beyond = wait({0, 9}); // the first part of the next segment
    const auto whole = wait({0});
    QVERIFY(!ring.edge()->isReached({0, 0}));
    QVERIFY(ring.edge()->isNear({1, 0}));
    QVERIFY(!ring.edge()->isNear({2, 0}));
    QVERIFY(ring.addPart({0, 320}, init, SampleBoxes::media("a")));
    QVERIFY(ring.edge()->isReached({0, 0}));
    QVERIFY(ring.edge()->next() == LivePoint({0, 1}));
    QVERIFY(ring.add({0, 500}, init, SampleBoxes::media("b")));
    QTRY_COMPARE(second->bytesAvailable(), ("got " + SampleBoxes::media("b")).size());
    QCOMPARE(second->readAll(), "got " + SampleBoxes::media("b"));
    QTRY_VERIFY(!second->isOpen()); // and no more
    QTRY_COMPARE(whole->bytesAvailable(), 4);
    QCOMPARE(whole->readAll(), "got "_ba); // the playlist, which is made anew
    QCOMPARE(beyond->bytesAvailable(), 0);
    QVERIFY(ring.addPart({500, 320}, init, SampleBoxes::media("c")));
    QTRY_COMPARE(beyond->bytesAvailable(), 4);
}

/// A player or a cache may have the bytes of a segment that was lost before it was complete.
void PlaylistsTest::aNameNeverStandsForOtherBytes()
{
    QTemporaryDir directory;
    QTemporaryDir crashed;
    SegmentRing ring(directory.path(), 60s);
    const qint64 init = ring.addInit(SampleBoxes::init("one"));
    QVERIFY(ring.addPart({0, 320}, init, SampleBoxes::media("lost")));
    const QString lost = PartName{0, 0, ring.edition()}.toString();
    const auto next = ring.edge()->wait({.point = {0, 1},
                                         .client = "client",
                                         .most = 60s,
                                         .answer = [](const QByteArray &part) { return part; },
                                         .edition = ring.edition()});
    next->moveToThread(thread());
    const QString file = QDir(directory.path()).entryList({u"*.mp4"_s}).value(0);
    QVERIFY(QFile::copy(directory.filePath(file), crashed.filePath(file)));
    const auto recordsAnew = [&lost, init](SegmentRing &ring) {
        const qint64 another = ring.addInit(SampleBoxes::init("two"));
        QVERIFY(another != init);
        QVERIFY(ring.addPart({400, 320}, another, SampleBoxes::media("new")));
        QVERIFY(!ring.place(lost));
        QCOMPARE(bytesOf(ring, PartName{0, 0, ring.edition()}), SampleBoxes::media("new"));
    };
    SegmentRing restarted(crashed.path(), 60s);
    recordsAnew(restarted);
    ring.endFile(RecordedFile::Gap::Disk); // as the disk refuses the segment
    QTRY_VERIFY(!next->isOpen()); // without the bytes of another part
    QCOMPARE(next->bytesAvailable(), 0);
    recordsAnew(ring);
}

void PlaylistsTest::limitsHowManyRequestsOfAClientWait()
{
    const auto edge = std::make_shared<LiveEdge>();
    const auto wait = [&](const QByteArray &client) {
        return edge->wait({.point = {0, 0}, .client = client, .most = 60s, .answer = [](const QByteArray &) {
                               return QByteArray();
                           }});
    };
    std::vector<std::shared_ptr<QIODevice>> waiting;
    for (int i = 0; i < LiveEdge::mostWaiting; ++i)
        waiting.push_back(wait("one"));
    QVERIFY(!wait("one"));
    QVERIFY(wait("another"));
    waiting.pop_back(); // its client has disconnected
    QVERIFY(wait("one"));
}

void PlaylistsTest::keepsTheTargetDurationWhileThePlaylistIsUsed()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    QVERIFY(ring.add({0, 1000}, init, SampleBoxes::media("media")));
    QVERIFY(ring.extend(4s)); // no player uses the playlist yet
    auto now = SegmentRing::Clock::now();
    QCOMPARE(ring.live(now).targetDuration, 4s); // the segment that is being recorded has this length
    QVERIFY(ring.extend(4250ms));
    QVERIFY(!ring.extend(4251ms));
    QVERIFY(ring.add({1000, 4000}, init, SampleBoxes::media("media")));
    for (int i = 0; i < 60; ++i)
        QVERIFY(ring.add({5000 + i * 1000, 1000}, init, SampleBoxes::media("media")));
    now += 59s;
    QCOMPARE(ring.live(now).targetDuration, 4s);
    now += 61s;
    QCOMPARE(ring.live(now).targetDuration, 1s); // a new playlist
}

void PlaylistsTest::oneStallDoesNotChangeThePartTarget()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), 60s);
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    const auto record = [&](qint64 startMs, qint64 partMs) {
        QVERIFY(ring.addPart({startMs, partMs}, init, SampleBoxes::media("part")));
        QVERIFY(ring.add({startMs, partMs + 300}, init, SampleBoxes::media("rest")));
    };
    record(0, 320);
    auto now = SegmentRing::Clock::now();
    QVERIFY(livePlaylist(ring.live(now), 20s, {}).contains("PART-TARGET=0.345\n"));
    QCOMPARE(ring.partTarget(), 345ms);
    record(620, 5000);
    now += 50s;
    const QByteArray stalled = livePlaylist(ring.live(now), 20s, {});
    QVERIFY(stalled.contains("PART-TARGET=0.345\n"));
    QVERIFY(!stalled.contains("#EXT-X-PART:DURATION=5.000,"));
    now += 61s; // a new playlist, which one stall does not concern either
    record(5920, 320);
    QCOMPARE(ring.live(now).partTarget, 345ms);
    now += 61s; // the camera has become slow
    for (int i = 0; i < 8; ++i)
        record(10'000 + i * 1000, 500);
    QCOMPARE(ring.live(now).partTarget, 540ms);
}

void PlaylistsTest::targetsSurviveARestart()
{
    QTemporaryDir directory;
    {
        SegmentRing ring(directory.path(), 2s);
        const qint64 init = ring.addInit(SampleBoxes::init("init"));
        QVERIFY(ring.addPart({0, 500}, init, SampleBoxes::media("media")));
        QVERIFY(ring.add({0, 4700}, init, SampleBoxes::media("media")));
        QCOMPARE(ring.live().partTarget, 4540ms);
        QCOMPARE(ring.live().targetDuration, 5s);
        for (int i = 0; i < 3; ++i)
            QVERIFY(ring.add({4700 + i * 1000, 1000}, init, SampleBoxes::media("media")));
    }
    SegmentRing ring(directory.path(), 2s);
    QCOMPARE(ring.live().targetDuration, 5s);
    QCOMPARE(ring.live().partTarget, 4540ms);
    QVERIFY(!ring.extend(5251ms));
}

void PlaylistsTest::playsTheRecordingOfAnotherServer()
{
    const SharedFolder shared(8s);
    const MediaHub hub(shared.settings());
    const QByteArray text = hub.livePlaylist(shared.device, {});
    QCOMPARE(text.count("#EXTINF"), 3);
    const auto place = hub.segmentPlace(shared.device, shared.others.constLast().toString());
    QVERIFY(place);
    QVERIFY(place->path.startsWith(shared.ringOf(u"other"_s) + u'/'));
    QVERIFY(hub.segmentPlace(shared.device, initName(shared.others.constLast().init)));
    QVERIFY(!hub.segmentPlace(shared.device, initName(shared.others.constLast().init + 1)));
    QVERIFY(!hub.segmentPlace(shared.device, u"../recordings/"_s + shared.others.constLast().toString()));
    QCOMPARE(hub.livePlaylist(DeviceId::generate(), {}), QByteArray());
    // A recording that ended some time ago is not live.
    const SharedFolder longAgo(5min);
    QCOMPARE(MediaHub(longAgo.settings()).livePlaylist(longAgo.device, {}), QByteArray());
    // A server that does not share its folder knows only its own cameras.
    MediaSettings alone = shared.settings();
    alone.sharedDirectory.clear();
    QCOMPARE(MediaHub(alone).livePlaylist(shared.device, {}), QByteArray());
    // A playlist that a player waits for is answered on an event loop, which does not read the folder.
    const auto later = hub.laterPlaylist(shared.device, {});
    QVERIFY(QDir(shared.ringOf(u"other"_s)).removeRecursively());
    QCOMPARE(later(), text);
}

void PlaylistsTest::forgetsTheRingsOfAllServers()
{
    const SharedFolder shared(8s);
    MediaHub hub(shared.settings());
    hub.forget(shared.device);
    QTRY_VERIFY(!QFile::exists(shared.folder.filePath(u"other/"_s + shared.device.toString())));
    QVERIFY(QFile::exists(shared.folder.filePath(u"other"_s)));
}

QTEST_GUILESS_MAIN(PlaylistsTest)
#include "tst_playlists.moc"
