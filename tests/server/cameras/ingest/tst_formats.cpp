// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/cameras/ingest/films.h"
#include "tests/server/cameras/ingest/ingest.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Keeps the size of the last picture.
class SizeSink : public FrameSink
{
public:
    explicit SizeSink(std::atomic<int> &height)
        : m_height(height)
    {
    }
    void frame(const Picture &picture) override { m_height = picture.height; }

private:
    std::atomic<int> &m_height;
};

/// Keeps the last picture in the camera's own size.
class PixelSink : public FrameSink
{
public:
    struct Seen
    {
        std::mutex lock;
        QImage image;
        QSize small; ///< of the same picture, scaled down
        double scale = 0; ///< Picture::scale
    };
    explicit PixelSink(Seen &seen)
        : m_seen(seen)
    {
    }
    void frame(const Picture &picture) override
    {
        const std::scoped_lock lock(m_seen.lock);
        m_seen.image = picture.pixels();
        m_seen.small = {picture.width, picture.height};
        m_seen.scale = picture.scale;
    }
    QSize pictureSize() const override { return {160, 160}; }

private:
    Seen &m_seen;
};

/// A camera that shows a film.
class FilmCamera : public Ingest
{
public:
    explicit FilmCamera(const QString &film, FrameSinkFactory makeSink = {})
        : Ingest(std::move(makeSink))
    {
        settings.allowFiles = true;
        open(QUrl::fromLocalFile(film));
    }
    QSize snapshotSize() const
    {
        const auto snapshot = hub->snapshot(device);
        return snapshot ? QImage::fromData(snapshot->jpeg).size() : QSize();
    }
    QByteArray playlist() const { return hub->livePlaylist(device, {}); }
};

/// Returns one character for each of the four corners of a picture: `#` if the corner is light.
QString corners(const QImage &picture)
{
    QString lights;
    for (const int y : {10, picture.height() - 11}) {
        for (const int x : {10, picture.width() - 11})
            lights += picture.pixelColor(x, y).lightness() > 128 ? u'#' : u'.';
    }
    return lights;
}

QList<int> numbers(const QByteArray &playlist, const QString &tag)
{
    QList<int> found;
    for (auto it = QRegularExpression(tag + u":(\\d+)"_s).globalMatch(QString::fromLatin1(playlist)); it.hasNext();)
        found += it.next().captured(1).toInt();
    return found;
}
}

/// Streams in all formats, and streams that change their format.
class FormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void followsAChangeOfSize();
    void followsAChangeOfPixels();
    void clipsDistinguishTheRingsOfServers();
    void stretchesWidePixels();
    void turnsAFilmUpright_data();
    void turnsAFilmUpright();
    void followsARotationInTheStream();
    void recordsMotionJpeg();
    void motionJpegMayChangeItsSize();
    void recordsMpeg4();
    void refusesToRecordOtherCodecs();
    void endsSegmentsBetweenRareKeyFrames();
    void reportsWhetherThereIsColour();

private:
    Films m_films;
    QString m_small;
    QString m_large;
};

void FormatsTest::initTestCase()
{
    m_small = m_films.make(u"small.mp4"_s, Films::h264(u"320:180"_s), 4);
    m_large = m_films.make(u"large.mp4"_s, Films::h264(u"640:360"_s));
    QVERIFY(!m_small.isEmpty() && !m_large.isEmpty());
}

void FormatsTest::followsAChangeOfSize()
{
    std::atomic<int> height = 0;
    FilmCamera camera(m_films.join({m_small, m_large}, u"grows.ts"_s),
                      [&height](DeviceId) { return std::make_unique<SizeSink>(height); });
    QTRY_COMPARE_WITH_TIMEOUT(camera.attributes.size, QSize(320, 180), patience);
    QTRY_COMPARE_WITH_TIMEOUT(height.load(), 180, patience);
    QCOMPARE(camera.snapshotSize(), QSize(320, 180));

    QTRY_COMPARE_WITH_TIMEOUT(camera.attributes.size, QSize(640, 360), patience);
    QTRY_COMPARE_WITH_TIMEOUT(height.load(), 360, patience);
    QCOMPARE(camera.snapshotSize(), QSize(640, 360));
    QTRY_VERIFY_WITH_TIMEOUT(camera.playlist().count("#EXT-X-MAP:") == 2, patience);
    const QByteArray playlist = camera.playlist();
    QCOMPARE(playlist.count("#EXT-X-DISCONTINUITY\n"), 1);
    QCOMPARE(numbers(playlist, u"DISCONTINUITY-SEQUENCE"_s), QList<int>{0});
    QVERIFY(playlist.indexOf("init-0.mp4") < playlist.indexOf("#EXT-X-DISCONTINUITY\n"));
    QVERIFY(playlist.indexOf("#EXT-X-DISCONTINUITY\n") < playlist.indexOf("init-1.mp4"));
    QCOMPARE(camera.play().errors, QString());

    // A clip contains only the format that covers most of its time, and gives the reason.
    QTRY_VERIFY_WITH_TIMEOUT(camera.listed() >= 10, patience);
    const QString file = camera.path() + u"/clip.mp4"_s;
    const QDateTime end = camera.hub->coveredUntil(camera.device).value();
    const auto clip = camera.hub->makeClip(camera.device, end.addSecs(-20), end, file);
    QCOMPARE(clip.state, ClipResult::State::Partial);
    QCOMPARE(clip.reason, u"the camera's stream changed its format, and a clip can hold only one"_s);
    QCOMPARE(VideoProbe::of(file).size, QSize(640, 360));
    QCOMPARE(camera.hub->makeClip(camera.device, end.addSecs(-1), end, file).state, ClipResult::State::Ready);
    QCOMPARE(VideoProbe::of(file).size, QSize(640, 360));
}

void FormatsTest::followsAChangeOfPixels()
{
    const QString wide = m_films.make(u"wide.mp4"_s, Films::h264(u"320:180"_s, u"setsar=2"_s), 4);
    FilmCamera camera(m_films.join({m_small, wide}, u"widens.ts"_s));
    QTRY_COMPARE_WITH_TIMEOUT(camera.snapshotSize(), QSize(320, 180), patience);
    QTRY_COMPARE_WITH_TIMEOUT(camera.attributes.size, QSize(640, 180), patience);
    QCOMPARE(camera.snapshotSize(), QSize(640, 180));
    QTRY_VERIFY_WITH_TIMEOUT(camera.playlist().contains("#EXT-X-DISCONTINUITY\n"), patience);

    const QString untold = m_films.make(u"untold.mp4"_s, Films::h264(u"320:180"_s, u"setsar=0"_s));
    FilmCamera again(m_films.join({wide, untold}, u"narrows.ts"_s));
    QTRY_COMPARE_WITH_TIMEOUT(again.attributes.size, QSize(640, 180), patience);
    QTRY_COMPARE_WITH_TIMEOUT(again.attributes.size, QSize(320, 180), patience);
}

void FormatsTest::clipsDistinguishTheRingsOfServers()
{
    // Two servers that share a media folder read the camera one after the other. Both number their segments from 0.
    Ingest ingest;
    ingest.settings.allowFiles = true;
    ingest.settings.sharedDirectory = ingest.path();
    ingest.settings.directory = ingest.path() + u"/one"_s;
    ingest.open(QUrl::fromLocalFile(m_small));
    QTRY_VERIFY_WITH_TIMEOUT(ingest.listed() >= 2, patience);
    ingest.settings.directory = ingest.path() + u"/two"_s;
    ingest.open(QUrl::fromLocalFile(m_large));
    // The format that covers most of the time decides. The first server's segments cover seconds of it.
    const QDateTime first = ingest.hub->coveredUntil(ingest.device).value();
    QTRY_VERIFY_WITH_TIMEOUT(ingest.hub->coveredUntil(ingest.device).value() > first.addSecs(10), patience);
    const QDateTime end = ingest.hub->coveredUntil(ingest.device).value();
    const QString file = ingest.path() + u"/clip.mp4"_s;
    const auto clip = ingest.hub->makeClip(ingest.device, end.addSecs(-30), end, file);
    QCOMPARE(clip.reason, u"the camera's stream changed its format, and a clip can hold only one"_s);
    const auto video = VideoProbe::of(file);
    QCOMPARE(video.errors, QString());
    QCOMPARE(video.size, QSize(640, 360));
    QVERIFY(video.frames >= 50);
}

void FormatsTest::stretchesWidePixels()
{
    FilmCamera camera(m_films.make(u"wide.ts"_s, Films::h264(u"352:288"_s, u"setsar=2"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(camera.snapshotSize(), QSize(704, 288), patience);
    QTRY_VERIFY_WITH_TIMEOUT(camera.listed() >= 2, patience);
    QCOMPARE(camera.play().aspect, u"2:1"_s);
    const QDateTime end = camera.hub->coveredUntil(camera.device).value();
    const auto clip = camera.hub->makeClip(camera.device, end.addSecs(-2), end, camera.path() + u"/clip.mp4"_s);
    QCOMPARE(clip.state, ClipResult::State::Ready);
    QCOMPARE(VideoProbe::of(camera.path() + u"/clip.mp4"_s).aspect, u"2:1"_s);
}

void FormatsTest::turnsAFilmUpright_data()
{
    QTest::addColumn<QString>("rotation");
    QTest::addColumn<QSize>("size");
    QTest::newRow("90") << u"90"_s << QSize(180, 320);
    QTest::newRow("180") << u"180"_s << QSize(320, 180);
    QTest::newRow("270") << u"270"_s << QSize(180, 320);
}

void FormatsTest::turnsAFilmUpright()
{
    QFETCH(QString, rotation);
    // Black, with a white corner at the top left.
    const QString film = m_films.make(
        u"corner.mp4"_s, Films::h264(u"320:180"_s, u"drawbox=c=black:t=fill,drawbox=w=40:h=40:c=white:t=fill"_s));
    QString turned = m_films.copy(film, u"turned.mp4"_s, {}, {u"-metadata:s:v"_s, u"rotate="_s + rotation});
    if (VideoProbe::of(turned).rotation == 0) // since FFmpeg 6
        turned = m_films.copy(film, u"turned.mp4"_s, {u"-display_rotation"_s, u"-"_s + rotation});
    FilmCamera camera(turned);
    QTRY_VERIFY_WITH_TIMEOUT(camera.isOnline() && !camera.snapshotSize().isEmpty(), patience);
    const QImage picture = QImage::fromData(camera.hub->snapshot(camera.device)->jpeg);
    QTEST(picture.size(), "size");
    QCOMPARE(corners(picture).count(u'#'), 1);
    QCOMPARE(corners(picture), corners(m_films.firstPicture(turned)));

    QTRY_VERIFY_WITH_TIMEOUT(camera.listed() >= 2, patience);
    const QDateTime end = camera.hub->coveredUntil(camera.device).value();
    const QString clip = camera.path() + u"/clip.mp4"_s;
    QCOMPARE(camera.hub->makeClip(camera.device, end.addSecs(-2), end, clip).state, ClipResult::State::Ready);
    QCOMPARE(VideoProbe::of(clip).rotation, VideoProbe::of(turned).rotation);
}

void FormatsTest::followsARotationInTheStream()
{
    const QString told = u"h264_mp4toannexb,h264_metadata=display_orientation=insert:rotate=90"_s;
    PixelSink::Seen seen;
    FilmCamera camera(m_films.copy(m_small, u"turns.ts"_s, {}, {u"-bsf:v"_s, told}),
                      [&seen](DeviceId) { return std::make_unique<PixelSink>(seen); });
    QTRY_COMPARE_WITH_TIMEOUT(camera.snapshotSize(), QSize(180, 320), patience);
    QTRY_COMPARE_WITH_TIMEOUT(camera.attributes.size, QSize(180, 320), patience);
    // The picture for analysis in the camera's own size is turned as well.
    const auto size = [&seen] {
        const std::scoped_lock lock(seen.lock);
        return seen.image.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(size(), QSize(180, 320), patience);
    const std::scoped_lock lock(seen.lock);
    QCOMPARE(seen.image.format(), QImage::Format_BGR888);
    QCOMPARE(seen.small, QSize(90, 160));
    QCOMPARE(seen.scale, 0.5);
}

void FormatsTest::recordsMotionJpeg()
{
    FilmCamera camera(m_films.make(u"pictures.mov"_s, {u"-c:v"_s, u"mjpeg"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(camera.listed() >= 4, patience);
    QVERIFY(camera.attributes.recordable);
    const auto played = camera.play();
    QCOMPARE(played.errors, QString());
    QCOMPARE(played.codec, u"mjpeg"_s);
    const QDateTime end = camera.hub->coveredUntil(camera.device).value();
    const auto clip = camera.hub->makeClip(camera.device, end.addMSecs(-2500), end, camera.path() + u"/clip.mp4"_s);
    QCOMPARE(clip.state, ClipResult::State::Ready);
    QVERIFY(std::abs(clip.from.msecsTo(end.addMSecs(-2500))) <= 100); // each picture is a key frame
    const auto video = VideoProbe::of(camera.path() + u"/clip.mp4"_s);
    QCOMPARE(video.errors, QString());
    QCOMPARE(video.codec, u"mjpeg"_s);
    QVERIFY(std::abs(video.duration - 2.5) < 0.2);
}

void FormatsTest::motionJpegMayChangeItsSize()
{
    const QString small = m_films.make(u"small.mjpeg"_s, {u"-vf"_s, u"scale=160:120"_s, u"-c:v"_s, u"mjpeg"_s}, 4);
    const QString large = m_films.make(u"large.mjpeg"_s, {u"-c:v"_s, u"mjpeg"_s});
    FilmCamera camera(m_films.join({small, large}, u"grows.mkv"_s));
    QTRY_COMPARE_WITH_TIMEOUT(camera.attributes.size, QSize(160, 120), patience);
    QTRY_COMPARE_WITH_TIMEOUT(camera.attributes.size, QSize(320, 240), patience);
    QCOMPARE(camera.snapshotSize(), QSize(320, 240));
    QTRY_VERIFY_WITH_TIMEOUT(camera.playlist().contains("#EXT-X-DISCONTINUITY\n"), patience);
}

void FormatsTest::recordsMpeg4()
{
    FilmCamera camera(m_films.make(u"old.mp4"_s, {u"-c:v"_s, u"mpeg4"_s, u"-g"_s, u"10"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(camera.listed() >= 2, patience);
    QCOMPARE(camera.play().codec, u"mpeg4"_s);
}

void FormatsTest::refusesToRecordOtherCodecs()
{
    FilmCamera camera(m_films.make(u"other.mkv"_s, {u"-c:v"_s, u"ffv1"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(camera.isOnline(), patience);
    QVERIFY(!camera.attributes.recordable);
    QCOMPARE(camera.hub->standing(camera.device), LiveStanding::NotRecordable);
    QCOMPARE(camera.snapshotSize(), QSize(320, 240));
    QVERIFY(camera.hub->mjpeg(camera.device));
}

void FormatsTest::endsSegmentsBetweenRareKeyFrames()
{
    // The film begins with frequent key frames, so that the playlist begins before the rare key frames are known.
    const QString frequent = m_films.make(u"frequent.mp4"_s, Films::h264(u"320:180"_s), 2);
    const QString rare = m_films.make(u"rare.mp4"_s, Films::h264(u"320:180"_s, {}, u"60"_s), 30);
    FilmCamera camera(m_films.join({frequent, rare}, u"rare.ts"_s));
    QTRY_VERIFY_WITH_TIMEOUT(camera.listed() >= 1, patience);
    const auto target = numbers(camera.playlist(), u"TARGETDURATION"_s);
    QTRY_VERIFY_WITH_TIMEOUT(camera.playlist().contains("-c.m4s"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(camera.listed() >= 8, patience);
    QCOMPARE(numbers(camera.playlist(), u"TARGETDURATION"_s), target);
    const auto played = camera.play();
    QCOMPARE(played.errors, QString());
    QVERIFY(played.startsWithKeyFrame && played.monotonic);
    QVERIFY(camera.isOnline());

    const QDateTime end = camera.hub->coveredUntil(camera.device).value();
    const auto clip = camera.hub->makeClip(camera.device, end.addMSecs(-500), end, camera.path() + u"/clip.mp4"_s);
    QCOMPARE(clip.state, ClipResult::State::Ready);
    QVERIFY(clip.from <= end.addMSecs(-500));
    const auto video = VideoProbe::of(camera.path() + u"/clip.mp4"_s);
    QCOMPARE(video.errors, QString());
    QVERIFY(video.startsWithKeyFrame);
}

void FormatsTest::reportsWhetherThereIsColour()
{
    FilmCamera colour(m_small);
    QTRY_VERIFY_WITH_TIMEOUT(colour.isOnline(), patience);
    QVERIFY(!colour.attributes.monochrome);
    FilmCamera grey(m_films.make(u"grey.mkv"_s, {u"-c:v"_s, u"ffv1"_s, u"-pix_fmt"_s, u"gray"_s}, 4));
    QTRY_VERIFY_WITH_TIMEOUT(grey.isOnline(), patience);
    QVERIFY(grey.attributes.monochrome);
}

QTEST_GUILESS_MAIN(FormatsTest)
#include "tst_formats.moc"
