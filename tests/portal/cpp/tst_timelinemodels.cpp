// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/recordingplayer.h"
#include "app/portal/timelinemodel.h"
#include "app/portal/timelinepainter.h"
#include "models/core/times.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 minute = 60'000; // milliseconds
constexpr qint64 day = 24 * 60 * minute;
constexpr qint64 start = 1'764'028'800'000; // a midnight in UTC, in milliseconds since the epoch

QString textOf(qint64 ms) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(ms))); }

/// Returns what the server answers about a span: recorded but for its second half, with a mark at its start.
QJsonObject timelineOf(qint64 from, qint64 to, int resolution)
{
    const QString middle = textOf((from + to) / 2);
    const QJsonObject recorded{{u"from"_s, textOf(from)}, {u"to"_s, middle}};
    const QJsonObject gap{{u"from"_s, middle}, {u"to"_s, textOf(to)}, {u"cause"_s, u"disk"_s}};
    const QJsonObject mark{{u"from"_s, textOf(from)},
                           {u"to"_s, textOf(from + 1000)},
                           {u"count"_s, 1},
                           {u"label"_s, u"person"_s},
                           {u"mark_id"_s, u"mark_1"_s}};
    return {{u"from"_s, textOf(from)},
            {u"to"_s, textOf(to)},
            {u"resolution"_s, resolution},
            {u"spans"_s, QJsonArray{recorded}},
            {u"gaps"_s, QJsonArray{gap}},
            {u"marks"_s, QJsonArray{mark}},
            {u"motion"_s, QJsonArray{QJsonObject{{u"from"_s, textOf(from)}, {u"level"_s, 7}}}}};
}
}

/// What the timeline of recordings keeps, asks for, and draws.
class TimelineModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void keepsTimelinesInTiles();
    void joinsMarksThatOverlap();
    void loadsWhatATimelineShows();
    void triesATimelineAgain();
    void spacesTheTicksOfARuler();
    void keepsTheSegmentsThatAreNear();
    void playsOnWithTheServer();

private:
    std::unique_ptr<PortalFixture> m_fixture;
};

void TimelineModelsTest::init()
{
    m_fixture = std::make_unique<PortalFixture>();
    QVERIFY(m_fixture->signIn());
}

void TimelineModelsTest::keepsTimelinesInTiles()
{
    TimelineTiles tiles;
    const int fine = TimelineTiles::levelFor(1000); // a second is a pixel
    const int coarse = TimelineTiles::levelFor(60'000);
    QCOMPARE_LT(fine, coarse);
    const auto keys = TimelineTiles::keysIn(u"dev_1"_s, coarse, start, start + 1);
    QCOMPARE(keys.size(), 1);
    tiles.insert(keys[0], TimelineTile::fromJson(timelineOf(keys[0].from(), keys[0].to(), 600)), start);

    // Until the fine tiles are there, the coarse one is shown in their place.
    QList<std::pair<qint64, qint64>> parts;
    const auto collect = [&](const TimelineTile &, qint64 from, qint64 to) { parts.append({from, to}); };
    const auto wanted = TimelineTiles::keysIn(u"dev_1"_s, fine, start, start + 120 * minute);
    tiles.visit(u"dev_1"_s, fine, start, start + 120 * minute, collect);
    QCOMPARE(parts.size(), wanted.size());
    QCOMPARE(parts.first().first, start);
    QCOMPARE(parts.last().second, start + 120 * minute);
    parts.clear();
    tiles.visit(u"dev_2"_s, fine, start, start + minute, collect);
    QVERIFY(parts.isEmpty());

    QVERIFY(!tiles.needs(keys[0], start + day));
    QVERIFY(tiles.needs(wanted[0], start));
    tiles.outdate(u"dev_2"_s);
    QVERIFY(!tiles.needs(keys[0], start));
    tiles.outdate(u"dev_1"_s);
    QVERIFY(tiles.needs(keys[0], start));
    // A tile that ends in the present is loaded again after a while.
    TimelineTile growing = TimelineTile::fromJson(timelineOf(keys[0].from(), keys[0].to() - minute, 600));
    tiles.insert(keys[0], growing, start);
    QVERIFY(!tiles.needs(keys[0], start + 2000));
    QVERIFY(tiles.needs(keys[0], start + 2 * minute));
}

void TimelineModelsTest::joinsMarksThatOverlap()
{
    TimelineTiles tiles;
    const TimelineRow::Scale scale{double(start), 100, 600}; // a minute
    const auto key = TimelineTiles::keysIn(u"dev_1"_s, TimelineTiles::levelFor(scale.msPerPixel), start, start + 1)[0];
    TimelineTile tile;
    tile.to = key.to();
    tile.spans = {{start, start + 20'000}, {start + 20'000, start + 30'000}};
    tile.gaps = {{start + 30'000, start + 5 * minute, TimelineGap::Cause::CameraLost, false}};
    tile.marks = {{start + 1000, start + 2000, 1, u"person"_s, u"mark_1"_s},
                  {start + 1500, start + 2000, 1, u"person"_s, u"mark_2"_s}, // 5 pixels later
                  {start + 10'000, start + 11'000, 1, u"truck"_s, u"mark_3"_s},
                  {start + 10'900, start + 11'000, 2, {}, {}},
                  {start + 20'000, start + 21'000, 1, u"dog"_s, u"mark_4"_s}};
    tiles.insert(key, tile, start);
    const TimelineRow row = TimelineRow::of(tiles, u"dev_1"_s, scale);
    QCOMPARE(row.spans.size(), 1);
    QCOMPARE(row.spans[0].to, start + 30'000);
    QCOMPARE(TimelineRow::textOf(row.gaps[0]), u"Camera offline, 5 min"_s); // not only what is in sight
    QCOMPARE(row.glyphs.size(), 3);
    QCOMPARE(row.glyphs[0].kind, TimelineRow::Kind::Person);
    QCOMPARE(row.glyphs[0].mark.count, 2);
    QVERIFY(row.glyphs[0].mark.id.isEmpty());
    QCOMPARE(row.glyphs[1].kind, TimelineRow::Kind::Mixed);
    QCOMPARE(row.glyphs[1].mark.count, 3);
    QCOMPARE(row.glyphs[2].mark.id, u"mark_4"_s);
    QCOMPARE(TimelineRow::of(tiles, u"dev_1"_s, scale, {u"animal"_s, u"person"_s}).glyphs.size(), 1);
}

void TimelineModelsTest::loadsWhatATimelineShows()
{
    QList<PeerExchange> waiting;
    m_fixture->peer().on("GET /v1/devices/dev_1/timeline",
                         [&](const PeerExchange &exchange) { waiting.append(exchange); });
    TimelineModel model;
    model.setPortal(&m_fixture->portal());
    const int level = TimelineTiles::levelFor(1000);
    const QObject view;
    // While the view moves over ten days, few requests run, and those of where it arrives follow.
    for (int i = 0; i < 10; ++i)
        model.want(&view, {{u"dev_1"_s}, start + i * day, start + i * day + 120 * minute, level});
    QTRY_COMPARE(waiting.size(), 3);
    const auto from = [](const PeerExchange &exchange) {
        const QUrlQuery query(QUrl(QString::fromLatin1(exchange.request.target)));
        return Times::parse(query.queryItemValue(u"from"_s)).value().toMSecsSinceEpoch();
    };
    model.want(&view, {{u"dev_1"_s}, start + 20 * day, start + 20 * day + minute, level});
    const auto answer = [&](const PeerExchange &exchange) {
        exchange.answer(200,
                        timelineOf(from(exchange), from(exchange) + TimelineTiles::levels[size_t(level)].tileMs, 1));
    };
    for (qsizetype answered = 0; answered < 4; ++answered) {
        QTRY_VERIFY(waiting.size() > answered);
        QVERIFY(from(waiting[answered]) >= start + 9 * day - TimelineTiles::levels[size_t(level)].tileMs);
        answer(waiting[answered]);
    }
    QTRY_VERIFY(!model.isLoading());
    QCOMPARE(waiting.size(), 4);
    QCOMPARE_GE(from(waiting[3]), start + 20 * day - TimelineTiles::levels[size_t(level)].tileMs);
    QCOMPARE(model.loadState(), LoadState::Ready);
    // A new mark makes the tiles of its camera outdated.
    m_fixture->tell("mark.opened", {{u"device_id"_s, u"dev_1"_s}});
    QTRY_COMPARE(waiting.size(), 5);
}

void TimelineModelsTest::triesATimelineAgain()
{
    m_fixture->peer().on("GET /v1/devices/dev_1/timeline",
                         [](const PeerExchange &exchange) { exchange.problem(503, u"database_unavailable"_s); });
    TimelineModel model;
    model.setPortal(&m_fixture->portal());
    const QObject view;
    const int level = TimelineTiles::levelFor(1000);
    model.want(&view, {{u"dev_1"_s}, start, start + minute, level});
    QTRY_COMPARE(model.loadState(), LoadState::Failed);
    QVERIFY(!model.errorText().isEmpty());
    m_fixture->peer().on("GET /v1/devices/dev_1/timeline", timelineOf(start, start + 10 * minute, 1));
    model.reload();
    QTRY_COMPARE(model.loadState(), LoadState::Ready);
}

void TimelineModelsTest::spacesTheTicksOfARuler()
{
    QCOMPARE(TimelinePainter::tickFor(1, 90), 100);
    QCOMPARE(TimelinePainter::tickFor(50, 90), 5000);
    QCOMPARE(TimelinePainter::tickFor(3000, 90), 5 * minute);
    QCOMPARE(TimelinePainter::tickFor(72'000, 90), 2 * 60 * minute);
    QCOMPARE(TimelinePainter::tickFor(2'000'000, 90), 7 * day);
}

void TimelineModelsTest::keepsTheSegmentsThatAreNear()
{
    QByteArray playlist = "#EXTM3U\n#EXT-X-MAP:URI=\"init.mp4?s=1\"\n";
    for (int i = 0; i < 10; ++i)
        playlist += "#EXT-X-PROGRAM-DATE-TIME:" + textOf(start + i * minute).toLatin1() + "\n#EXTINF:60.0,\n"
            + QByteArray::number(i) + ".m4s\n";
    ListedSegments segments;
    segments.append(ListedSegments::parse(playlist, u"/v1/"_s));
    QCOMPARE(segments.size(), 10);
    QCOMPARE(segments.removeBefore(start + 4 * minute + 1), 4);
    QCOMPARE(segments.size(), 6);
    QCOMPARE(segments.at(0).media, u"/v1/4.m4s"_s);
    QCOMPARE(segments.indexAt(start + 5 * minute), 1);
    QCOMPARE(segments.indexAt(start), -1);
}

void TimelineModelsTest::playsOnWithTheServer()
{
    const QByteArray list = "GET /v1/streams/dev_1/playback.m3u8";
    m_fixture->peer().on(list, [](const PeerExchange &exchange) { exchange.hangUp(); });
    RecordingPlayer player;
    player.setPortal(&m_fixture->portal());
    player.setDeviceId(u"dev_1"_s);
    player.seek(double(start));
    player.play();
    QTRY_COMPARE(player.state(), RecordingPlayer::Failed);
    QVERIFY(!player.isPlaying());
    m_fixture->peer().on(list, [](const PeerExchange &exchange) { exchange.problem(404, u"not_recorded"_s); });
    m_fixture->peer().on("GET /v1/devices/dev_1/timeline", timelineOf(start - day, start - minute, 1));
    QSignalSpy present(&player, &RecordingPlayer::reachedPresent);
    m_fixture->breakStream();
    QTRY_COMPARE(present.size(), 1); // nothing else was recorded
    QVERIFY(player.isPlaying());
    // A refusal stays.
    m_fixture->peer().on(list, [](const PeerExchange &exchange) { exchange.problem(403, u"forbidden"_s); });
    player.pause();
    player.seek(double(start + 2 * day));
    QTRY_COMPARE(player.state(), RecordingPlayer::Failed);
    const qsizetype asked = m_fixture->peer().count(list);
    m_fixture->breakStream();
    QTRY_VERIFY(!m_fixture->portal().connected());
    QTRY_VERIFY(m_fixture->portal().connected());
    QCOMPARE(m_fixture->peer().count(list), asked);
}

QTEST_MAIN(TimelineModelsTest)
#include "tst_timelinemodels.moc"
