// SPDX-License-Identifier: GPL-3.0-or-later
// Reading blocks of observations. Writing is in observationblock.cpp.
#include "server/insight/observations/observationblock.h"

#include "models/core/times.h"
#include "server/insight/observations/observationcoding.h"

#include <QtEndian>

#include <algorithm>

using namespace ObservationCoding;

namespace {
constexpr quint64 mostMoments = 1'000'000;

/// Reads what ObservationBlock has appended. After damaged bytes, all values are 0, and isSound() is false.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }
    bool isSound() const { return m_sound; }
    qsizetype left() const { return m_bytes.size() - m_at; }

    quint8 byte()
    {
        m_sound = m_sound && m_at < m_bytes.size();
        return m_sound ? quint8(m_bytes[m_at++]) : 0;
    }
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 next = byte();
            value |= quint64(next & 0x7f) << shift;
            if (!(next & 0x80))
                return value;
        }
        m_sound = false;
        return 0;
    }
    qint64 signedNumber()
    {
        const quint64 value = number();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    /// Returns the length of a list whose items take at least a byte each.
    qsizetype count()
    {
        const quint64 value = number();
        m_sound = m_sound && value <= quint64(left());
        return m_sound ? qsizetype(value) : 0;
    }
    Box box(const Box &before)
    {
        auto values = corners(before);
        for (qint64 &value : values)
            value += std::clamp<qint64>(signedNumber(), -1'000'000, 1'000'000);
        return {double(values[0]) / unit, double(values[1]) / unit, double(values[2]) / unit, double(values[3]) / unit};
    }
    QString text()
    {
        const quint64 index = number();
        if (index < quint64(m_texts.size()))
            return m_texts[qsizetype(index)];
        const qsizetype length = count();
        if (index != quint64(m_texts.size()) || !m_sound) {
            m_sound = false;
            return {};
        }
        m_texts += QString::fromUtf8(m_bytes.sliced(m_at, length));
        m_at += length;
        return m_texts.constLast();
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_sound = true;
    QStringList m_texts;
};

/// Reads the content of the moments of a block.
class Contents
{
public:
    explicit Contents(QByteArrayView bytes)
        : m_reader(bytes)
    {
    }
    bool isSound() const { return m_reader.isSound(); }

    void read(quint8 flags, Observation &observation)
    {
        observation.motion = {};
        observation.motion.settled = flags & Settled;
        observation.covered = flags & Covered;
        observation.moved = flags & Moved;
        if (flags & Settled)
            readMotion(observation.motion);
        observation.faces = std::nullopt;
        if (flags & FacesKnown) {
            QList<SeenFace> faces;
            readFaces(faces);
            observation.faces = std::move(faces);
        }
        observation.tracks = std::nullopt;
        if (flags & TracksRepeated && m_lastTracks) {
            observation.tracks = QList<SeenTrack>(*m_lastTracks);
        } else if (flags & TracksKnown && !(flags & TracksRepeated)) {
            QList<SeenTrack> tracks;
            readTracks(tracks);
            observation.tracks = std::move(tracks);
        }
    }

private:
    void readMotion(MotionSample &motion)
    {
        motion.area = double(m_reader.number()) / areaUnit;
        const qsizetype count = m_reader.count();
        for (qsizetype i = 0; i < count && m_reader.isSound(); ++i) {
            const Box box = m_reader.box(m_regions.value(i).box);
            motion.regions += {box, double(m_reader.number()) / areaUnit};
        }
        if (!motion.regions.isEmpty())
            m_regions = motion.regions;
    }
    void readFaces(QList<SeenFace> &faces)
    {
        const qsizetype count = m_reader.count();
        for (qsizetype i = 0; i < count && m_reader.isSound(); ++i) {
            SeenFace face;
            face.box = m_reader.box({});
            face.score = double(m_reader.number()) / unit;
            face.emotion = m_reader.text();
            face.emotionScore = double(m_reader.number()) / unit;
            faces += face;
        }
    }
    void readTracks(QList<SeenTrack> &tracks)
    {
        const qsizetype count = m_reader.count();
        qint64 id = 0;
        for (qsizetype i = 0; i < count && m_reader.isSound(); ++i) {
            id += m_reader.signedNumber();
            const quint8 flags = m_reader.byte();
            SeenTrack track = m_tracks.value(id);
            track.id = id;
            track.hasMoved = flags & HasMoved;
            track.rests = flags & Rests;
            track.isHidden = flags & Hidden;
            if (!(flags & SameLabel))
                track.label = m_reader.text();
            track.score = double(inUnits(track.score, unit) + m_reader.signedNumber()) / unit;
            if (!(flags & SameBox))
                track.box = m_reader.box(track.box);
            m_tracks.insert(id, track);
            tracks += track;
        }
        m_lastTracks = tracks;
    }

    Reader m_reader;
    QList<MovingRegion> m_regions;
    QHash<qint64, SeenTrack> m_tracks;
    std::optional<QList<SeenTrack>> m_lastTracks;
};
}

std::optional<ObservationBlock::Header> ObservationBlock::headerOf(QByteArrayView bytes)
{
    if (bytes.size() < headerSize || !bytes.startsWith(magic))
        return std::nullopt;
    const Header header{qFromBigEndian<qint64>(bytes.data() + 8), qFromBigEndian<qint64>(bytes.data() + 16),
                        qFromBigEndian<quint32>(bytes.data() + 4)};
    return header.bytes <= bytes.size() - headerSize ? std::optional(header) : std::nullopt;
}

QList<NotedMoment> ObservationBlock::moments(QByteArrayView bytes)
{
    const auto header = headerOf(bytes);
    // qUncompress() trusts the size in the first four bytes, and checks the content.
    const quint32 size =
        header && header->bytes >= 4 ? qFromBigEndian<quint32>(bytes.data() + headerSize) : 0; // 0: it was erased
    if (size == 0 || size > quint32(mostBytes) + headerSize)
        return {};
    const QByteArray content =
        qUncompress(reinterpret_cast<const uchar *>(bytes.data() + headerSize), qsizetype(header->bytes));
    Reader sizes(content);
    const quint64 count = sizes.number();
    const qsizetype headBytes = sizes.count();
    if (!sizes.isSound() || count > mostMoments || quint64(headBytes) < 2 * count)
        return {};
    const qsizetype at = content.size() - sizes.left();
    Reader heads(QByteArrayView(content).sliced(at, headBytes));
    Contents contents(QByteArrayView(content).sliced(at + headBytes));
    QList<NotedMoment> moments;
    moments.reserve(qsizetype(count));
    NotedMoment moment;
    qint64 time = header->startMs;
    for (quint64 i = 0; i < count; ++i) {
        time += heads.signedNumber();
        const quint8 flags = heads.byte();
        moment.kind =
            flags & Special ? NotedMoment::Kind(std::min<quint8>(heads.byte(), 2)) : NotedMoment::Kind::Observed;
        moment.isRepeated = flags & Repeated;
        if (flags & Special)
            moment.observation = {};
        else if (!moment.isRepeated)
            contents.read(flags, moment.observation);
        moment.observation.lost = moment.kind == NotedMoment::Kind::Lost;
        moment.observation.time = Times::fromMilliseconds(time);
        if (!heads.isSound() || !contents.isSound())
            return {};
        moments += moment;
    }
    return moments;
}
