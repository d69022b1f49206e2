// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/soundplayer.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace {
constexpr qsizetype mostPieces = 4; ///< pictures are decoded up to three pieces ahead
constexpr qint64 ahead = 400 * SoundChunk::framesPerMs; ///< written at most before it is heard: any device is filled
constexpr qint64 longestSkip = 1000 * SoundChunk::framesPerMs; ///< that puts sound in step without a new start
constexpr qint64 kept = 1000 * SoundChunk::framesPerMs; ///< after it was heard
constexpr qint64 rounding = 10 * SoundChunk::framesPerMs; ///< between pieces that follow each other
}

SoundPlayer::SoundPlayer(Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_reader(std::make_shared<SoundReader>())
{
    m_thread.setMaxThreadCount(1);
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(std::chrono::milliseconds(20));
    connect(&m_beat, &QTimer::timeout, this, &SoundPlayer::follow);
}

SoundPlayer::~SoundPlayer()
{
    m_thread.clear();
    m_thread.waitForDone();
}

void SoundPlayer::setOutput(std::unique_ptr<SoundOutput> output)
{
    silence();
    m_output = std::move(output);
    m_output->setVolume(m_volume);
    m_lacksDevice = false;
}

void SoundPlayer::setVolume(double volume)
{
    m_volume = volume;
    if (m_output)
        m_output->setVolume(volume);
}

void SoundPlayer::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    want();
}

void SoundPlayer::setMuted(bool muted)
{
    if (m_muted == muted)
        return;
    m_muted = muted;
    m_lacksDevice = false; // the user may have plugged one in
    want();
}

/// Begins or ends to decode and to play.
void SoundPlayer::want()
{
    ++m_generation;
    m_sound.clear();
    silence();
    if (!isWanted()) {
        m_beat.stop();
        return;
    }
    m_thread.start([reader = m_reader] { reader->reset(); });
    for (const FrameDecoder::Piece &piece : std::as_const(m_pieces))
        decode(piece);
    m_beat.start();
}

void SoundPlayer::restart()
{
    ++m_generation;
    m_pieces.clear();
    m_sound.clear();
    silence();
    m_thread.start([reader = m_reader] { reader->reset(); });
}

void SoundPlayer::add(const FrameDecoder::Piece &piece)
{
    m_pieces.append(piece);
    if (m_pieces.size() > mostPieces)
        m_pieces.removeFirst();
    if (m_init != piece.init) {
        m_init = piece.init;
        m_thread.start([this, piece] {
            const bool found = SoundReader::hasSound(piece);
            QMetaObject::invokeMethod(this, [this, init = piece.init, found] {
                if (init == m_init)
                    setHasSound(found);
            });
        });
    }
    if (isWanted())
        decode(piece);
}

void SoundPlayer::decode(const FrameDecoder::Piece &piece)
{
    m_thread.start([this, piece, reader = m_reader, generation = m_generation] {
        const QList<SoundChunk> sound = reader->read(piece);
        QMetaObject::invokeMethod(this, [this, sound, generation] {
            if (generation == m_generation)
                take(sound);
        });
    });
}

/// The times of pieces are rounded. Sound that follows up to that is joined, because a gap would click.
void SoundPlayer::take(const QList<SoundChunk> &sound)
{
    for (SoundChunk chunk : sound) {
        if (!m_sound.isEmpty() && std::llabs(chunk.start - m_sound.constLast().end()) <= rounding)
            chunk.start = m_sound.constLast().end();
        m_sound.append(chunk);
    }
}

void SoundPlayer::follow()
{
    const auto now = m_clock();
    if (!now || m_lacksDevice)
        return silence();
    const qint64 at = *now * SoundChunk::framesPerMs;
    m_sound.removeIf([at](const SoundChunk &chunk) { return chunk.end() < at - kept; });
    const qint64 away = m_plays ? std::llabs(m_next - m_output->waiting() - at) : 0;
    if (away > longestSkip)
        silence();
    else if (away > toleranceMs * SoundChunk::framesPerMs)
        m_next = at + m_output->waiting(); // a device may take a while to begin, and would again
    if (!m_plays && !begin(at))
        return;
    while (true) {
        const QByteArray samples = soundAt(m_next, std::min(m_output->room(), at + ahead - m_next));
        if (samples.isEmpty())
            return;
        m_output->write(samples);
        m_next += samples.size() / SoundChunk::bytesPerFrame;
    }
}

/// Begins to play at this frame. Returns false if there is nothing to play now.
bool SoundPlayer::begin(qint64 at)
{
    if (soundAt(at, 1).isEmpty())
        return false;
    if (!m_output) {
        m_output = SoundOutput::ofDesktop();
        m_output->setVolume(m_volume);
    }
    m_lacksDevice = !m_output->start();
    m_plays = !m_lacksDevice;
    m_next = at;
    return m_plays;
}

void SoundPlayer::silence()
{
    if (std::exchange(m_plays, false))
        m_output->stop();
}

/// Returns up to so many frames of sound from a frame on; nothing where there is no sound.
QByteArray SoundPlayer::soundAt(qint64 frame, qint64 most) const
{
    for (const SoundChunk &chunk : m_sound) {
        if (frame >= chunk.start && frame < chunk.end())
            return chunk.samples.mid((frame - chunk.start) * SoundChunk::bytesPerFrame,
                                     std::max<qint64>(0, most) * SoundChunk::bytesPerFrame);
    }
    return {};
}

void SoundPlayer::setHasSound(bool hasSound)
{
    if (m_hasSound == hasSound)
        return;
    m_hasSound = hasSound;
    Q_EMIT hasSoundChanged();
}
