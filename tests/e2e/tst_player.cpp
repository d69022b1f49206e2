// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/recordingplayer.h"
#include "app/portal/soundplayer.h"
#include "models/core/times.h"
#include "server/insight/vision/observation.h"
#include "tests/api/observationfixture.h"
#include "tests/api/recordingfixture.h"
#include "tests/e2e/portaltest.h"
#include "tests/support/cameraprocess.h"

#include <QAudioDevice>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QMediaDevices>

using namespace Qt::StringLiterals;

namespace {
/// A device that only counts what it plays.
class CountedSound : public SoundOutput
{
public:
    struct Log
    {
        qint64 frames = 0;
        int starts = 0;
        int stops = 0;
    };

    explicit CountedSound(Log &log)
        : m_log(log)
    {
    }
    bool start() override
    {
        m_since.start();
        m_written = 0;
        ++m_log.starts;
        return true;
    }
    void stop() override { ++m_log.stops; }
    qint64 room() const override { return 200 * SoundChunk::framesPerMs - waiting(); }
    qint64 waiting() const override
    {
        return std::max<qint64>(0, m_written - m_since.elapsed() * SoundChunk::framesPerMs);
    }
    void write(const QByteArray &samples) override
    {
        m_written += samples.size() / SoundChunk::bytesPerFrame;
        m_log.frames += samples.size() / SoundChunk::bytesPerFrame;
    }
    void setVolume(double) override { }

private:
    Log &m_log;
    QElapsedTimer m_since;
    qint64 m_written = 0;
};

constexpr int second = 1000; // ms
constexpr int seconds = 11; // that are recorded
/// The left edge of the person who walks through the picture.
double placeAt(double ms) { return ms / (seconds * second) * 0.8; }
}

/// The player of the Timeline and the live view of a camera: boxes, full screen, and sound.
class PlayerTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void boxesMoveWithThePicture();
    void boxesCanBeHidden();
    void looksRight_data();
    void looksRight();
    void fillsTheScreen();
    void playsTheSound();
    void aCameraFillsTheScreen();
    void aCameraHasSound();

private:
    QQuickItem *page() const { return qvariant_cast<QQuickItem *>(m_driver->property(u"pageStack"_s, "currentItem")); }
    RecordingPlayer &player() const { return *page()->findChild<RecordingPlayer *>(); }
    bool isFullScreen() const { return m_driver->window()->visibility() == QWindow::FullScreen; }
    /// Returns whether the only box is where the person was when the picture was taken.
    bool boxIsInStep() const;
    double shownBars(const QString &name) const { return m_driver->property(name, "opacity").toDouble(); }
    QString mark() const;

    CameraProcess m_camera{{u"--audio"_s}};
    CountedSound::Log m_log; ///< of the player of the Timeline
    TestAccount *m_ada = nullptr;
    QString m_door;
    QString m_mark;
    qint64 m_start = 0; ///< milliseconds since the epoch
};

QString PlayerTest::mark() const
{
    const auto text = [](qint64 ms) { return QString::fromLatin1(Times::toText(Times::fromMilliseconds(ms))); };
    return m_ada
        ->post(u"/device-marks"_s,
               {{u"device_id"_s, m_door},
                {u"label"_s, u"person"_s},
                {u"started_at"_s, text(m_start + 4 * second)},
                {u"ended_at"_s, text(m_start + 8 * second)}})
        .json[u"devicemark_id"_s]
        .toString();
}

void PlayerTest::initTestCase()
{
    QVERIFY(!m_camera.url().isEmpty());
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_door = m_ada->addDevice(u"Front door"_s)[u"device_id"_s].toString();
    m_start = (QDateTime::currentMSecsSinceEpoch() / second - 1200) * second;
    RecordingFixture::record(*m_server, EncodedVideo::of(seconds + 1),
                             {.device = m_door, .startMs = m_start, .first = 1});
    QList<Observation> observations;
    for (qint64 ms = 0; ms < seconds * second; ms += 125) {
        Observation each{Times::fromMilliseconds(m_start + ms), {}};
        each.tracks = QList<SeenTrack>{{.id = 1,
                                        .label = u"person"_s,
                                        .score = 0.75,
                                        .box = {placeAt(double(ms)), 0.3, 0.2, 0.5},
                                        .hasMoved = true}};
        observations += each;
    }
    ObservationFixture::observe(*m_server, m_door, observations);
    m_mark = mark();
    m_ada->addDevice(u"Hall"_s, {{u"source_url"_s, m_camera.url().toString()}});
    QVERIFY(openPortal(m_ada->email()));
    STEP(apply({.size = QSize(1440, 900)}));
    STEP(activate());
}

bool PlayerTest::boxIsInStep() const
{
    const auto *box = m_driver->find(u"recordedBox"_s);
    if (!box || player().state() != RecordingPlayer::Ready)
        return false;
    const double expected = placeAt(player().position() - double(m_start));
    return qAbs(box->x() / box->parentItem()->width() - expected) < 0.005;
}

void PlayerTest::boxesMoveWithThePicture()
{
    m_driver->openLink(u"waymark://timeline/"_s + m_mark);
    QTRY_VERIFY_WITH_TIMEOUT(player().position() == double(m_start + 4 * second) && boxIsInStep(), patience);
    m_driver->keep(u"player-boxes"_s);
    for (int step = 0; step < 3; ++step) { // picture by picture
        const double before = player().position();
        m_driver->press(Qt::Key_Period);
        QTRY_VERIFY_WITH_TIMEOUT(player().position() > before && boxIsInStep(), patience);
    }
    m_driver->press(Qt::Key_Comma);
    QTRY_VERIFY_WITH_TIMEOUT(boxIsInStep(), patience);
    for (const int to : {9, 1, 6}) { // seconds
        player().seek(double(m_start + to * second + 350));
        QTRY_VERIFY_WITH_TIMEOUT(player().state() == RecordingPlayer::Ready && boxIsInStep(), patience);
    }
    // While it plays, at each picture: slow, fast, and by key frames alone.
    for (const double rate : {0.5, 1.0, 4.0, 8.0}) {
        player().setRate(rate);
        player().seek(double(m_start + second));
        QTRY_COMPARE_WITH_TIMEOUT(player().state(), RecordingPlayer::Ready, patience);
        int shown = 0;
        int inStep = 0;
        const auto connection = connect(&player(), &RecordingPlayer::positionChanged, this, [&] {
            if (player().state() != RecordingPlayer::Ready)
                return; // it looks for the picture
            ++shown;
            inStep += boxIsInStep() ? 1 : 0;
        });
        player().play();
        const int wanted = rate >= 8 ? 3 : 8;
        QTRY_VERIFY_WITH_TIMEOUT(shown >= wanted, patience);
        player().pause();
        disconnect(connection);
        QCOMPARE(inStep, shown);
    }
    player().setRate(1);
    player().seek(double(m_start + 5 * second));
    QTRY_VERIFY_WITH_TIMEOUT(boxIsInStep(), patience);
}

void PlayerTest::boxesCanBeHidden()
{
    m_driver->press(Qt::Key_B);
    STEP(waitUntilGone(u"recordedBox"_s));
    STEP(click(u"boxesButton"_s));
    STEP(waitFor(u"recordedBox"_s));
    QVERIFY(m_driver->property(u"boxesButton"_s, "checked").toBool());
}

void PlayerTest::looksRight_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("en-light-1920") << Look{u"en"_s, Portal::ColorScheme::Light, QSize(1920, 1080)};
    QTest::newRow("zh_CN-dark-1024") << Look{u"zh_CN"_s, Portal::ColorScheme::Dark, QSize(1024, 640)};
    QTest::newRow("ar-light-1440") << Look{u"ar"_s, Portal::ColorScheme::Light, QSize(1440, 900)};
}

void PlayerTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(waitFor(u"recordedBox"_s));
    QTRY_VERIFY_WITH_TIMEOUT(player().hasSound(), patience);
    STEP(waitFor(u"muteButton"_s));
    const auto *bar = m_driver->find(u"fullButton"_s);
    const QRectF area = bar->mapRectToScene(QRectF(0, 0, bar->width(), bar->height()));
    QVERIFY(QRectF(0, 0, look.size.width(), look.size.height()).contains(area));
    keepRow(u"player"_s);
    m_driver->press(Qt::Key_F);
    QTRY_VERIFY_WITH_TIMEOUT(isFullScreen(), patience);
    STEP(waitUntilStill());
    keepRow(u"player-full"_s);
    m_driver->press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!isFullScreen(), patience);
    STEP(apply({.size = QSize(1440, 900)}));
}

void PlayerTest::fillsTheScreen()
{
    m_driver->press(Qt::Key_F);
    QTRY_VERIFY_WITH_TIMEOUT(isFullScreen(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"recordingView"_s, "width").toInt(), m_driver->window()->width(),
                              patience);
    STEP(waitFor(u"recordedBox"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shownBars(u"playerBar"_s), 0, patience); // the pointer rests
    QTest::mouseMove(m_driver->window(), QPoint(300, 300));
    QTRY_COMPARE_WITH_TIMEOUT(shownBars(u"playerBar"_s), 1, patience);
    m_driver->press(Qt::Key_Space); // the keys are the page's
    QTRY_VERIFY(player().isPlaying());
    m_driver->press(Qt::Key_Space);
    QTRY_VERIFY(!player().isPlaying());
    m_driver->press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!isFullScreen(), patience);
    STEP(click(u"fullButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isFullScreen(), patience);
    STEP(click(u"fullButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!isFullScreen(), patience);
    // Another page is shown in the window.
    m_driver->press(Qt::Key_F);
    QTRY_VERIFY_WITH_TIMEOUT(isFullScreen(), patience);
    m_driver->openLink(u"waymark://inbox"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!isFullScreen(), patience);
    STEP(waitFor(u"tab1"_s));
    STEP(apply({.size = QSize(1440, 900)}));
    m_driver->openLink(u"waymark://timeline/"_s + m_mark);
    STEP(waitFor(u"recordedBox"_s));
}

void PlayerTest::playsTheSound()
{
    player().sound().setOutput(std::make_unique<CountedSound>(m_log));
    STEP(waitFor(u"muteButton"_s));
    player().seek(double(m_start));
    player().play();
    QTRY_VERIFY_WITH_TIMEOUT(player().position() > double(m_start + second), patience);
    QCOMPARE(m_log.starts, 0); // silent until it is turned on
    STEP(click(u"muteButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_log.frames > 200 * SoundChunk::framesPerMs, patience);
    STEP(waitFor(u"volumeSlider"_s));
    player().setRate(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_log.stops, m_log.starts, patience);
    const qint64 before = m_log.frames;
    const double position = player().position();
    QTRY_VERIFY_WITH_TIMEOUT(player().position() > position + second || !player().isPlaying(), patience);
    QCOMPARE(m_log.frames, before);
    player().setRate(1);
    player().seek(double(m_start));
    QTRY_VERIFY_WITH_TIMEOUT(m_log.frames > before, patience);
    m_driver->press(Qt::Key_M);
    QTRY_COMPARE_WITH_TIMEOUT(m_log.stops, m_log.starts, patience);
    QVERIFY(player().isMuted());
    player().pause();
}

void PlayerTest::aCameraFillsTheScreen()
{
    STEP(click(u"camerasEntry"_s));
    STEP(click(u"cameraTile1"_s));
    STEP(waitUntil(u"cameraPicture"_s, "hasPicture"));
    m_driver->press(Qt::Key_F);
    QTRY_VERIFY_WITH_TIMEOUT(isFullScreen(), patience);
    STEP(waitFor(u"leaveScreenButton"_s));
    m_driver->keep(u"camera-full"_s);
    STEP(waitUntilGone(u"leaveScreenButton"_s)); // the pointer rests
    QTest::mouseMove(m_driver->window(), QPoint(500, 500));
    STEP(click(u"leaveScreenButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!isFullScreen(), patience);
    m_driver->press(Qt::Key_F);
    QTRY_VERIFY_WITH_TIMEOUT(isFullScreen(), patience);
    m_driver->press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!isFullScreen(), patience);
    STEP(apply({.size = QSize(1440, 900)}));
}

/// A preview has no sound: turning it on shows the stream in full quality.
void PlayerTest::aCameraHasSound()
{
    STEP(waitFor(u"muteButton"_s));
    QVERIFY(!m_driver->property(u"muteButton"_s, "checked").toBool());
    STEP(click(u"muteButton"_s));
    STEP(waitUntil(u"liveVideo"_s, "playing"));
    QVERIFY(m_driver->property(u"muteButton"_s, "checked").toBool());
    const bool heard = !QMediaDevices::audioOutputs().isEmpty(); // machines for tests have no device as a rule
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->property(u"liveVideo"_s, "audible").toBool(), heard, patience);
    const auto position = [this] { return m_driver->property(u"liveVideo"_s, "position").toLongLong(); };
    const qint64 before = position();
    QTRY_VERIFY_WITH_TIMEOUT(position() > before + second, patience);
    m_driver->keep(u"camera-sound"_s);
    m_driver->press(Qt::Key_M);
    QTRY_VERIFY(!m_driver->property(u"liveVideo"_s, "audible").toBool());
    STEP(waitUntil(u"liveVideo"_s, "playing"));
    STEP(click(u"fullStreamButton"_s));
    STEP(waitUntil(u"cameraPicture"_s, "hasPicture"));
}

int main(int argc, char *argv[]) { return runPortalTest<PlayerTest>(argc, argv); }
#include "tst_player.moc"
