// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/recordingplayer.h"

namespace {
constexpr qsizetype prepared = 2; ///< segments that the decoder holds
constexpr qint64 longestPause = 2000; ///< milliseconds between two pictures; more is a gap
constexpr qint64 longestGroup = 20'000; ///< milliseconds between two key frames
constexpr std::chrono::seconds beforeNextAttempt(3);
}

RecordingPlayer::RecordingPlayer(QObject *parent)
    : QObject(parent)
    , m_sound([this] { return m_playing && m_clockRuns ? std::optional(clock()) : std::nullopt; })
{
    m_due.setSingleShot(true);
    m_due.setTimerType(Qt::PreciseTimer);
    connect(&m_due, &QTimer::timeout, this, &RecordingPlayer::showDue);
    connect(&m_decoder, &FrameDecoder::progressed, this, &RecordingPlayer::showDue);
    connect(&m_source, &RecordingSource::loaded, this, [this](const FrameDecoder::Piece &piece) {
        m_decoder.feed(piece);
        m_sound.add(piece);
        feedDecoder();
    });
    connect(&m_source, &RecordingSource::notRecorded, this, [this] { setState(NotRecorded); });
    connect(&m_source, &RecordingSource::ended, this, [this] {
        m_ended = true;
        showDue();
    });
    connect(&m_source, &RecordingSource::failed, this, &RecordingPlayer::fail);
    connect(&m_sound, &SoundPlayer::hasSoundChanged, this, &RecordingPlayer::hasSoundChanged);
    m_again.setSingleShot(true);
    m_again.setInterval(beforeNextAttempt);
    connect(&m_again, &QTimer::timeout, this, &RecordingPlayer::recover);
}

void RecordingPlayer::setPortal(Portal *portal)
{
    if (m_portal == portal)
        return;
    if (m_portal)
        m_portal->disconnect(this);
    m_portal = portal;
    if (m_portal)
        connect(m_portal, &Portal::connectedChanged, this, &RecordingPlayer::recover);
    m_source.setCamera(portal, m_deviceId);
    Q_EMIT portalChanged();
}

void RecordingPlayer::setDeviceId(const QString &id)
{
    if (m_deviceId == id)
        return;
    m_deviceId = id;
    m_source.setCamera(m_portal, id);
    if (m_sink)
        m_sink->setVideoFrame({}); // a picture of another camera
    Q_EMIT deviceIdChanged();
    if (m_state != Idle)
        go(m_position);
}

void RecordingPlayer::setVideoSink(QVideoSink *sink)
{
    if (m_sink == sink)
        return;
    m_sink = sink;
    Q_EMIT videoSinkChanged();
}

void RecordingPlayer::setRate(double rate)
{
    rate = std::clamp(rate, 0.25, 16.0);
    if (m_rate == rate)
        return;
    const bool hadKeyFrames = keyFramesOnly();
    if (m_clockRuns)
        startClock(clock());
    m_rate = rate;
    followSound();
    Q_EMIT rateChanged();
    if (hadKeyFrames != keyFramesOnly())
        go(m_position);
    else
        showDue();
}

void RecordingPlayer::setMuted(bool muted)
{
    if (m_sound.isMuted() == muted)
        return;
    m_sound.setMuted(muted);
    Q_EMIT soundChanged();
}

void RecordingPlayer::setVolume(double volume)
{
    if (qFuzzyCompare(1 + m_sound.volume(), 1 + volume))
        return;
    m_sound.setVolume(volume);
    Q_EMIT soundChanged();
}

void RecordingPlayer::seek(double ms)
{
    if (m_portal && !m_deviceId.isEmpty())
        go(std::min(qint64(ms), QDateTime::currentMSecsSinceEpoch()));
}

void RecordingPlayer::go(qint64 ms)
{
    m_position = ms;
    Q_EMIT positionChanged();
    m_due.stop();
    m_clockRuns = false;
    m_wantsOne = true;
    m_ended = false;
    m_failure.clear();
    m_interrupted = false;
    m_again.stop();
    setState(Loading);
    m_decoder.restart({ms, keyFramesOnly()});
    m_sound.restart();
    m_source.start(ms, m_playing ? RecordingSource::InGap::GoOn : RecordingSource::InGap::Stop);
    feedDecoder();
}

void RecordingPlayer::feedDecoder()
{
    const bool wanted = m_state == Loading || m_state == Ready;
    if (wanted && !m_ended && m_decoder.waiting() < prepared)
        m_source.next();
}

void RecordingPlayer::startClock(qint64 ms)
{
    m_clockMs = ms;
    m_clock.start();
    m_clockRuns = true;
}

/// Shows the picture whose time has come, and sees to it that more follow.
void RecordingPlayer::showDue()
{
    feedDecoder();
    if (m_wantsOne && show() && m_playing)
        startClock(m_position);
    if (m_playing && !m_wantsOne) {
        while (const auto next = m_decoder.nextMs()) {
            if (*next <= m_position) { // segments may overlap where the recording still grows
                m_decoder.take();
                continue;
            }
            const bool gap = *next - m_position > (keyFramesOnly() ? longestGroup : longestPause);
            if (!m_clockRuns || gap)
                startClock(*next);
            const qint64 wait = *next - clock();
            if (wait > 0) {
                m_due.start(std::chrono::milliseconds(std::max<qint64>(1, qint64(double(wait) / m_rate))));
                return;
            }
            show();
        }
        m_clockRuns = false; // until the decoder has more
    }
    if (!m_ended || m_decoder.waiting() > 0 || m_decoder.nextMs())
        return;
    m_wantsOne = false;
    if (!m_failure.isEmpty()) {
        m_interrupted = m_interrupted || m_playing;
        if (m_unreachable)
            m_again.start();
        setPlaying(false);
        setState(Failed, m_failure);
    } else if (m_playing) {
        Q_EMIT reachedPresent();
    } else if (m_state == Loading) {
        setState(NotRecorded);
    }
}

bool RecordingPlayer::show()
{
    const auto picture = m_decoder.take();
    if (!picture)
        return false;
    if (m_sink)
        m_sink->setVideoFrame(picture->frame);
    m_wantsOne = false;
    m_position = picture->ms;
    ++m_shownCount;
    setState(Ready);
    Q_EMIT positionChanged();
    return true;
}

void RecordingPlayer::play()
{
    if (m_playing || m_deviceId.isEmpty() || m_state == Idle)
        return;
    setPlaying(true);
    m_ended = false;
    if (m_rate >= 8 || m_state == NotRecorded || m_state == Failed)
        go(m_position);
    else
        showDue();
}

void RecordingPlayer::pause()
{
    if (!m_playing)
        return;
    const bool hadKeyFrames = keyFramesOnly();
    setPlaying(false);
    m_due.stop();
    m_clockRuns = false;
    if (hadKeyFrames)
        go(m_position); // the next step shows the next picture, not the next key frame
}

void RecordingPlayer::stepForward()
{
    pause();
    if (m_state != Ready && m_state != Loading)
        return;
    m_wantsOne = true;
    m_ended = false;
    showDue();
}

void RecordingPlayer::stepBack()
{
    pause();
    if (m_state != Idle)
        go(m_position - 1);
}

void RecordingPlayer::stop()
{
    setPlaying(false);
    m_due.stop();
    m_source.cancel();
    m_decoder.restart({});
    m_sound.restart();
    m_wantsOne = false;
    m_again.stop();
    setState(Idle);
}

/// Shows what is decoded already before it reports the failure.
void RecordingPlayer::fail(const QString &text, RecordingSource::Cause cause)
{
    m_failure = text;
    m_unreachable = cause == RecordingSource::Cause::Unreachable;
    m_ended = true;
    showDue();
}

/// Goes on where it failed, once the server can be reached again.
void RecordingPlayer::recover()
{
    if (!m_portal->connected() || m_state != Failed || !m_unreachable)
        return;
    if (m_interrupted)
        play();
    else
        go(m_position);
}

void RecordingPlayer::setPlaying(bool playing)
{
    if (m_playing == playing)
        return;
    m_playing = playing;
    followSound();
    Q_EMIT playingChanged();
}

void RecordingPlayer::setState(State state, const QString &errorText)
{
    if (m_state == state && m_errorText == errorText)
        return;
    m_state = state;
    m_errorText = errorText;
    Q_EMIT stateChanged();
}
