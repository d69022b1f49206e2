// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/insight/vision/observation.h"

#include <QByteArray>
#include <QHash>

/// What the analysis of one camera noted at one moment.
struct NotedMoment
{
    enum class Kind {
        Observed, ///< a picture or, with nothing known, the passing of time
        Lost, ///< the camera was offline
        Began, ///< the analysis began; nothing before it is remembered
    };
    Kind kind = Kind::Observed;
    /// Without zones, and with `counts`: both follow from the rule that is applied.
    Observation observation;
    bool isRepeated = false; ///< nothing but the time differs from the moment before
};

/// A compact form of the moments of up to a minute of one camera, in order. The values are stored by column, relative
/// to the moment before, as variable-length integers, and then compressed. A file of observations is a sequence of
/// blocks.
class ObservationBlock
{
public:
    /// A block of a file, as its header describes it.
    struct Header
    {
        qint64 startMs = 0; ///< milliseconds since the epoch, of the first moment
        qint64 endMs = 0; ///< of the last moment
        qint64 bytes = 0; ///< of the compressed moments, which follow the header
    };
    static constexpr qsizetype headerSize = 24; ///< bytes
    static constexpr qsizetype mostBytes = 4 << 20; ///< of the moments, before they are compressed

    /// Adds a moment. The observation must be rounded.
    void add(NotedMoment::Kind kind, const Observation &observation);
    bool isEmpty() const { return m_count == 0; }
    qint64 startMs() const { return m_startMs; }
    qint64 endMs() const { return m_endMs; }
    qsizetype size() const { return m_heads.size() + m_bodies.size(); } ///< bytes before compression
    /// Returns the block with its header, and begins the next block.
    QByteArray take();

    /// Returns nothing unless `bytes` begins with a block whose moments are complete.
    static std::optional<Header> headerOf(QByteArrayView bytes);
    /// Returns the moments of the block that `bytes` begins with. Returns an empty list if it is damaged.
    static QList<NotedMoment> moments(QByteArrayView bytes);

private:
    void addContent(const Observation &observation);
    void addTracks(const QList<SeenTrack> &tracks);
    void addText(const QString &text);

    qsizetype m_count = 0;
    qint64 m_startMs = 0;
    qint64 m_endMs = 0;
    QByteArray m_heads; ///< a time and flags for each moment
    QByteArray m_bodies; ///< what was seen, for moments that differ from the one before
    std::optional<Observation> m_last;
    QList<MovingRegion> m_regions; ///< of the last moment with motion
    QHash<qint64, SeenTrack> m_tracks; ///< as last added
    QHash<QString, qint64> m_texts; ///< numbers of the labels and emotions that the block has
};
