// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/observations/observationblock.h"

#include "server/insight/observations/observationcoding.h"

#include <QtEndian>

#include <algorithm>

using namespace ObservationCoding;

namespace {
void append(QByteArray &bytes, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        bytes += char(value | 0x80);
    bytes += char(value);
}

void appendSigned(QByteArray &bytes, qint64 value) { append(bytes, (quint64(value) << 1) ^ quint64(value >> 63)); }

void appendBox(QByteArray &bytes, const Box &box, const Box &before)
{
    const auto now = corners(box);
    const auto then = corners(before);
    for (size_t i = 0; i < now.size(); ++i)
        appendSigned(bytes, now[i] - then[i]);
}

bool sameContent(const Observation &a, const Observation &b)
{
    const auto sameFaces = [](const SeenFace &one, const SeenFace &other) {
        return one.box == other.box && one.score == other.score && one.emotion == other.emotion
            && one.emotionScore == other.emotionScore;
    };
    if (a.faces.has_value() != b.faces.has_value()
        || (a.faces && !std::equal(a.faces->begin(), a.faces->end(), b.faces->begin(), b.faces->end(), sameFaces)))
        return false;
    return a.motion.settled == b.motion.settled && a.motion.area == b.motion.area
        && a.motion.regions == b.motion.regions && a.covered == b.covered && a.moved == b.moved && a.tracks == b.tracks;
}
}

void ObservationBlock::add(NotedMoment::Kind kind, const Observation &observation)
{
    const qint64 time = observation.time.toMSecsSinceEpoch();
    if (isEmpty())
        m_startMs = m_endMs = time;
    appendSigned(m_heads, time - m_endMs);
    m_endMs = time;
    ++m_count;
    if (kind != NotedMoment::Kind::Observed) {
        m_heads += char(Special);
        m_heads += char(kind);
        m_last.reset();
        return;
    }
    if (m_last && sameContent(observation, *m_last)) {
        m_heads += char(Repeated);
        return;
    }
    addContent(observation);
    m_last = observation;
}

void ObservationBlock::addContent(const Observation &observation)
{
    quint8 flags = 0;
    flags |= quint8(observation.motion.settled ? Settled : 0);
    flags |= quint8(observation.faces ? FacesKnown : 0);
    flags |= quint8(observation.covered ? Covered : 0);
    flags |= quint8(observation.moved ? Moved : 0);
    if (observation.tracks)
        flags |= quint8(m_last && m_last->tracks == observation.tracks ? TracksRepeated : TracksKnown);
    m_heads += char(flags);
    if (flags & Settled) {
        append(m_bodies, quint64(inUnits(observation.motion.area, areaUnit)));
        append(m_bodies, quint64(observation.motion.regions.size()));
        qsizetype index = 0;
        for (const MovingRegion &region : observation.motion.regions) {
            appendBox(m_bodies, region.box, m_regions.value(index++).box);
            append(m_bodies, quint64(inUnits(region.area, areaUnit)));
        }
        if (!observation.motion.regions.isEmpty())
            m_regions = observation.motion.regions;
    }
    if (flags & FacesKnown) {
        append(m_bodies, quint64(observation.faces->size()));
        for (const SeenFace &face : *observation.faces) {
            appendBox(m_bodies, face.box, {});
            append(m_bodies, quint64(inUnits(face.score, unit)));
            addText(face.emotion);
            append(m_bodies, quint64(inUnits(face.emotionScore, unit)));
        }
    }
    if (flags & TracksKnown)
        addTracks(*observation.tracks);
}

void ObservationBlock::addTracks(const QList<SeenTrack> &tracks)
{
    append(m_bodies, quint64(tracks.size()));
    qint64 id = 0;
    for (const SeenTrack &track : tracks) {
        const SeenTrack before = m_tracks.value(track.id);
        appendSigned(m_bodies, track.id - id);
        id = track.id;
        quint8 flags = 0;
        flags |= quint8(track.hasMoved ? HasMoved : 0);
        flags |= quint8(track.rests ? Rests : 0);
        flags |= quint8(track.isHidden ? Hidden : 0);
        flags |= quint8(track.label == before.label ? SameLabel : 0);
        flags |= quint8(track.box == before.box ? SameBox : 0);
        m_bodies += char(flags);
        if (!(flags & SameLabel))
            addText(track.label);
        appendSigned(m_bodies, inUnits(track.score, unit) - inUnits(before.score, unit));
        if (!(flags & SameBox))
            appendBox(m_bodies, track.box, before.box);
        m_tracks.insert(track.id, track);
    }
}

void ObservationBlock::addText(const QString &text)
{
    const auto known = m_texts.constFind(text);
    if (known != m_texts.constEnd()) {
        append(m_bodies, quint64(*known));
        return;
    }
    const QByteArray utf8 = text.toUtf8();
    append(m_bodies, quint64(m_texts.size()));
    append(m_bodies, quint64(utf8.size()));
    m_bodies += utf8;
    m_texts.insert(text, m_texts.size());
}

QByteArray ObservationBlock::take()
{
    QByteArray content;
    append(content, quint64(m_count));
    append(content, quint64(m_heads.size()));
    content += m_heads + m_bodies;
    const QByteArray packed = qCompress(content);
    QByteArray block(headerSize, '\0');
    std::copy_n(magic, 4, block.data());
    qToBigEndian<quint32>(quint32(packed.size()), block.data() + 4);
    qToBigEndian<qint64>(m_startMs, block.data() + 8);
    qToBigEndian<qint64>(m_endMs, block.data() + 16);
    *this = {};
    return block + packed;
}
