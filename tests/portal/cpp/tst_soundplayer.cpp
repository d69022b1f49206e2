// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/soundplayer.h"
#include "tests/api/recordingfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 start = 1'764'028'800'000; // milliseconds since the epoch
constexpr qint64 perMs = SoundChunk::framesPerMs;

/// The clock of the pictures, which the test sets.
struct PictureClock
{
    std::optional<qint64> ms;
};

/// A device that plays as the clock of the pictures goes, and keeps what it was given.
class KeptSound : public SoundOutput
{
public:
    struct Log
    {
        QByteArray samples; ///< since the last start
        qint64 startedAt = 0; ///< frame
        int starts = 0;
        int stops = 0;
        double volume = -1;
        bool exists = true; ///< there is a device
        qint64 lateMs = 0; ///< by how much it is behind the clock
    };

    KeptSound(const PictureClock &clock, Log &log)
        : m_clock(clock)
        , m_log(log)
    {
    }
    bool start() override
    {
        m_log.samples.clear();
        m_log.startedAt = now();
        m_log.lateMs = 0;
        ++m_log.starts;
        return m_log.exists;
    }
    void stop() override { ++m_log.stops; }
    qint64 room() const override { return 200 * perMs - waiting(); }
    qint64 waiting() const override
    {
        return std::max<qint64>(0, written() - (now() - m_log.lateMs * perMs - m_log.startedAt));
    }
    void write(const QByteArray &samples) override { m_log.samples += samples; }
    void setVolume(double volume) override { m_log.volume = volume; }

private:
    qint64 now() const { return m_clock.ms.value_or(0) * perMs; }
    qint64 written() const { return m_log.samples.size() / SoundChunk::bytesPerFrame; }

    const PictureClock &m_clock;
    Log &m_log;
};

/// The device of the desktop, whose starts are counted.
class CountedDevice : public SoundOutput
{
public:
    explicit CountedDevice(int &starts)
        : m_starts(starts)
    {
    }
    bool start() override
    {
        ++m_starts;
        return m_device->start();
    }
    void stop() override { m_device->stop(); }
    qint64 room() const override { return m_device->room(); }
    qint64 waiting() const override { return m_device->waiting(); }
    void write(const QByteArray &samples) override { m_device->write(samples); }
    void setVolume(double) override { m_device->setVolume(0); }

private:
    const std::unique_ptr<SoundOutput> m_device = SoundOutput::ofDesktop();
    int &m_starts;
};
}

/// The sound of recordings. A tone can be heard during the first fifth of each second.
class SoundPlayerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_player.reset(); }
    void soundIsInStepWithThePictures();
    void piecesJoinWithoutAGap();
    void soundFollowsAJump();
    void soundThatDriftsIsPutInStep();
    void isSilentWhileItIsToBe();
    void pausesWithThePictures();
    void knowsWhatHasNoSound();
    void isSilentWithoutADevice();
    void convertsOtherSound_data();
    void convertsOtherSound();
    void playsByTheDeviceOfTheDesktop();

private:
    FrameDecoder::Piece piece(const EncodedVideo &video, int second, qint64 at = start) const
    {
        return {video.init, video.fragments[second], at + 1000 * second};
    }
    void add(const EncodedVideo &video, int from, int to)
    {
        for (int second = from; second < to; ++second)
            m_player->add(piece(video, second));
    }
    /// Lets the clock of the pictures go on, a little faster than the time of the day.
    void play(qint64 fromMs, qint64 toMs);
    /// Returns how loud the output was during a span, as a fraction of the loudest sample.
    double loudness(qint64 fromMs, qint64 toMs) const;

    EncodedVideo m_video;
    PictureClock m_clock;
    int m_asked = 0; ///< how often the player has asked for the time
    KeptSound::Log m_log;
    std::unique_ptr<SoundPlayer> m_player;
};

void SoundPlayerTest::initTestCase()
{
    m_video =
        EncodedVideo::of(6, u"64x64"_s, {u"-c:v"_s, u"libx264"_s, u"-af"_s, u"volume='lt(mod(t,1),0.2)':eval=frame"_s});
}

void SoundPlayerTest::init()
{
    m_clock = {};
    m_log = {};
    m_player = std::make_unique<SoundPlayer>([this] {
        ++m_asked;
        return m_clock.ms;
    });
    m_player->setOutput(std::make_unique<KeptSound>(m_clock, m_log));
    m_player->setMuted(false);
}

void SoundPlayerTest::play(qint64 fromMs, qint64 toMs)
{
    m_clock.ms = start + fromMs;
    m_player->setActive(true);
    QTRY_VERIFY(m_log.starts > 0 && !m_log.samples.isEmpty());
    QElapsedTimer real;
    real.start();
    qint64 last = 0;
    QVERIFY(QTest::qWaitFor(
        [&] {
            // A busy machine lets no more time pass at once than a player would.
            m_clock.ms =
                std::min<qint64>(start + toMs, *m_clock.ms + std::min<qint64>(40, 2 * (real.elapsed() - last)));
            last = real.elapsed();
            return *m_clock.ms == start + toMs;
        },
        60'000));
}

double SoundPlayerTest::loudness(qint64 fromMs, qint64 toMs) const
{
    const auto *samples = reinterpret_cast<const qint16 *>(m_log.samples.constData());
    const qint64 count = m_log.samples.size() / SoundChunk::bytesPerFrame;
    const qint64 from = (start + fromMs) * perMs - m_log.startedAt;
    const qint64 to = (start + toMs) * perMs - m_log.startedAt;
    if (from < 0 || to > count)
        return -1;
    double sum = 0;
    for (qint64 i = from; i < to; ++i)
        sum += std::abs(double(samples[2 * i]));
    return sum / double(to - from) / 32768;
}

void SoundPlayerTest::soundIsInStepWithThePictures()
{
    add(m_video, 0, 4);
    play(500, 3400);
    QCOMPARE(m_log.starts, 1);
    QCOMPARE(m_log.stops, 0);
    for (const qint64 second : {1000, 2000, 3000}) {
        // The edges of the tone are where the picture of that moment is, to 25 ms.
        QVERIFY2(loudness(second - 60, second - 25) < 0.005,
                 qPrintable(QString::number(loudness(second - 60, second - 25))));
        QVERIFY(loudness(second + 25, second + 175) > 0.03);
        QVERIFY(loudness(second + 225, second + 300) < 0.005);
    }
}

void SoundPlayerTest::piecesJoinWithoutAGap()
{
    const EncodedVideo tone = EncodedVideo::of(4, u"64x64"_s);
    add(tone, 0, 4);
    play(200, 3500);
    QCOMPARE(m_log.starts, 1);
    for (qint64 ms = 300; ms < 3400; ms += 5)
        QVERIFY2(loudness(ms, ms + 5) > 0.03, qPrintable(QString::number(ms)));
}

void SoundPlayerTest::soundFollowsAJump()
{
    add(m_video, 0, 2);
    play(100, 600);
    m_player->restart();
    m_clock.ms = start + 4050;
    m_log.samples.clear();
    add(m_video, 4, 6);
    QTRY_COMPARE(m_log.starts, 2);
    QTRY_VERIFY(!m_log.samples.isEmpty());
    QCOMPARE(m_log.startedAt, (start + 4050) * perMs);
    QVERIFY(loudness(4060, 4140) > 0.03);
}

void SoundPlayerTest::soundThatDriftsIsPutInStep()
{
    constexpr qint64 late = SoundPlayer::toleranceMs + 50;
    add(m_video, 0, 4);
    play(100, 1500);
    m_log.lateMs = late;
    play(1500, 2900);
    QCOMPARE(m_log.starts, 1);
    // What is heard at a time was written that much earlier.
    QVERIFY(loudness(2000 - late - 60, 2000 - late - 25) < 0.005);
    QVERIFY(loudness(2000 - late + 25, 2000 - late + 175) > 0.03);
    m_clock.ms = start + 4500; // far away
    add(m_video, 4, 6);
    QTRY_COMPARE(m_log.starts, 2);
    QCOMPARE(m_log.startedAt, (start + 4500) * perMs);
}

void SoundPlayerTest::isSilentWhileItIsToBe()
{
    add(m_video, 0, 3);
    play(100, 500);
    m_player->setMuted(true);
    QCOMPARE(m_log.stops, 1);
    m_clock.ms = start + 1050;
    m_player->setMuted(false); // the sound of what is there already is decoded
    QTRY_COMPARE(m_log.starts, 2);
    QCOMPARE(m_log.startedAt, (start + 1050) * perMs);
    m_player->setActive(false); // for example at another rate
    QCOMPARE(m_log.stops, 2);
    m_player->setVolume(0.25);
    QCOMPARE(m_log.volume, 0.25);
}

void SoundPlayerTest::pausesWithThePictures()
{
    add(m_video, 0, 3);
    play(100, 500);
    m_clock.ms = std::nullopt; // no picture is decoded in time
    QTRY_COMPARE(m_log.stops, 1);
    m_clock.ms = start + 500;
    QTRY_COMPARE(m_log.starts, 2);
}

void SoundPlayerTest::knowsWhatHasNoSound()
{
    QSignalSpy changed(m_player.get(), &SoundPlayer::hasSoundChanged);
    m_player->setMuted(true); // it is known without being heard
    add(m_video, 0, 1);
    QTRY_VERIFY(m_player->hasSound());
    const EncodedVideo silent = EncodedVideo::of(1, u"64x64"_s, {u"-c:v"_s, u"libx264"_s, u"-an"_s});
    m_player->restart();
    add(silent, 0, 1);
    QTRY_VERIFY(!m_player->hasSound());
    m_player->add({"no init", "no media", start});
    QCOMPARE(changed.count(), 2);
}

void SoundPlayerTest::isSilentWithoutADevice()
{
    m_log.exists = false;
    add(m_video, 0, 2);
    m_clock.ms = start + 100;
    m_player->setActive(true);
    QTRY_COMPARE(m_log.starts, 1);
    const int asked = m_asked;
    QTRY_VERIFY(m_asked > asked + 5);
    QCOMPARE(m_log.starts, 1); // the device is not looked for again and again
    m_log.exists = true;
    m_player->setMuted(true);
    m_player->setMuted(false);
    QTRY_COMPARE(m_log.starts, 2);
}

void SoundPlayerTest::convertsOtherSound_data()
{
    QTest::addColumn<QStringList>("format");
    const QStringList video{u"-c:v"_s, u"libx264"_s};
    QTest::newRow("8 kHz mono") << video + QStringList{u"-ar"_s, u"8000"_s, u"-ac"_s, u"1"_s};
    QTest::newRow("surround") << video + QStringList{u"-ac"_s, u"6"_s};
}

void SoundPlayerTest::convertsOtherSound()
{
    QFETCH(const QStringList, format);
    const EncodedVideo video = EncodedVideo::of(2, u"64x64"_s, format);
    m_player->add({video.init, video.fragments.join(), start});
    play(300, 1400);
    QVERIFY(loudness(500, 1300) > 0.01);
}

/// Machines for tests have no device as a rule.
void SoundPlayerTest::playsByTheDeviceOfTheDesktop()
{
    const auto device = SoundOutput::ofDesktop();
    device->setVolume(0);
    if (!device->start())
        QSKIP("There is no sound device");
    QVERIFY(device->room() > 0);
    device->write(QByteArray(device->room() * SoundChunk::bytesPerFrame, '\0'));
    QVERIFY(device->waiting() > 0);
    QTRY_COMPARE(device->waiting(), 0);
    device->stop();
    QCOMPARE(device->room(), 0);
    QVERIFY(device->start()); // as after a jump
    device->stop();

    // It keeps up with the pictures.
    QElapsedTimer sinceStart;
    SoundPlayer player([&] { return std::optional(start + 200 + (sinceStart.isValid() ? sinceStart.elapsed() : 0)); });
    int starts = 0;
    player.setOutput(std::make_unique<CountedDevice>(starts));
    player.setMuted(false);
    for (int second = 0; second < 4; ++second)
        player.add(piece(m_video, second));
    sinceStart.start();
    player.setActive(true);
    QTRY_VERIFY(sinceStart.elapsed() > 2500);
    QCOMPARE(starts, 1);
}

QTEST_GUILESS_MAIN(SoundPlayerTest)
#include "tst_soundplayer.moc"
