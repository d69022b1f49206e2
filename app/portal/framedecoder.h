// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QVideoFrame>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

/// A decoded picture of a recording.
struct TimedFrame
{
    QVideoFrame frame;
    qint64 ms = 0; ///< when it was taken, milliseconds since the epoch
};

/// Decodes segments of a recording on a thread of its own, by hardware where there is some, into a short queue of
/// pictures. The thread waits while the queue is full.
///
/// Qt's media player is not used: the one of Qt 6.4 neither stops at single pictures nor shows exact times.
class FrameDecoder : public QObject
{
    Q_OBJECT

public:
    struct Piece
    {
        QByteArray init; ///< initialization section
        QByteArray media; ///< fragments that begin with a key frame
        qint64 startMs = 0; ///< time of the first picture, milliseconds since the epoch
    };
    struct Wanted
    {
        qint64 fromMs = 0; ///< the first picture is the last one that was taken at this time or before
        bool keyFramesOnly = false;
    };

    explicit FrameDecoder(QObject *parent = nullptr);
    ~FrameDecoder() override;

    /// Forgets all pieces and pictures. The next piece belongs to another place.
    void restart(const Wanted &wanted);
    /// Adds the piece that follows the last one.
    void feed(const Piece &piece);
    /// Returns the number of pieces that are not decoded to their end.
    qsizetype waiting() const;
    /// Returns when the next picture was taken; nothing while none is decoded.
    std::optional<qint64> nextMs() const;
    /// Takes the next picture.
    std::optional<TimedFrame> take();

Q_SIGNALS:
    /// A picture was decoded, or a piece is done. Emitted in the object's thread, at most once for several of them.
    void progressed();

private:
    void run();
    void decode(const Piece &piece, const Wanted &wanted, quint64 generation);
    bool put(TimedFrame frame, quint64 generation);
    void tell();

    static constexpr size_t longest = 6; ///< pictures in the queue

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<Piece> m_pieces; ///< the first one is being decoded
    QList<TimedFrame> m_frames;
    Wanted m_wanted;
    quint64 m_generation = 0; ///< counts the restarts
    bool m_ends = false;
    bool m_told = false; ///< progressed() is on its way
    std::thread m_thread;
};
