// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/soundoutput.h"
#include "app/portal/soundreader.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <optional>

/// Plays the sound of a recording in step with its pictures, whose clock it follows. It is decoded on a thread of its
/// own, and only while it is to be heard.
class SoundPlayer : public QObject
{
    Q_OBJECT

public:
    /// Returns the time of the picture in milliseconds since the epoch, or nothing while the pictures stand still.
    using Clock = std::function<std::optional<qint64>()>;

    explicit SoundPlayer(Clock clock, QObject *parent = nullptr);
    ~SoundPlayer() override;

    /// Forgets all pieces. The next piece belongs to another place.
    void restart();
    /// Adds the piece that follows the last one.
    void add(const FrameDecoder::Piece &piece);
    /// The pictures are played, at the rate of 1.
    void setActive(bool active);
    bool isMuted() const { return m_muted; }
    void setMuted(bool muted);
    double volume() const { return m_volume; }
    void setVolume(double volume);
    /// Returns whether the last piece has sound.
    bool hasSound() const { return m_hasSound; }
    /// Plays by another device. For tests.
    void setOutput(std::unique_ptr<SoundOutput> output);

    /// Sound that is farther from its picture is put in step: a part of it is skipped or repeated.
    static constexpr qint64 toleranceMs = 100;

Q_SIGNALS:
    void hasSoundChanged();

private:
    bool isWanted() const { return m_active && !m_muted; }
    void want();
    void decode(const FrameDecoder::Piece &piece);
    void take(const QList<SoundChunk> &sound);
    void follow();
    bool begin(qint64 at);
    void silence();
    QByteArray soundAt(qint64 frame, qint64 most) const;
    void setHasSound(bool hasSound);

    const Clock m_clock;
    std::unique_ptr<SoundOutput> m_output; ///< made when it is needed first
    std::shared_ptr<SoundReader> m_reader; ///< used on m_thread only
    QThreadPool m_thread; ///< a single one
    QTimer m_beat;
    QList<FrameDecoder::Piece> m_pieces; ///< the latest ones
    QList<SoundChunk> m_sound; ///< in order
    QByteArray m_init; ///< of the piece that was examined last
    quint64 m_generation = 0; ///< counts the jumps; sound of earlier ones is dropped
    bool m_active = false;
    bool m_muted = true;
    bool m_hasSound = false;
    bool m_lacksDevice = false;
    bool m_plays = false;
    double m_volume = 1;
    qint64 m_next = 0; ///< the frame that is written next
};
