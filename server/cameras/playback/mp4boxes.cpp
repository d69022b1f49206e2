// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/mp4boxes.h"

#include <QtEndian>

namespace {
constexpr qsizetype headerSize = 8; // bytes of a box's size and type
constexpr qint64 from1904 = 2'082'844'800; // seconds from 1904, where MP4 begins to count, to 1970
constexpr qint64 from1900 = 2'208'988'800; // seconds from 1900, where NTP begins to count, to 1970

template <typename T>
T number(QByteArrayView bytes, qsizetype at)
{
    return at + qsizetype(sizeof(T)) <= bytes.size() ? qFromBigEndian<T>(bytes.data() + at) : T();
}

template <typename T>
void put(QByteArray &bytes, qsizetype at, T value)
{
    if (at + qsizetype(sizeof(T)) <= bytes.size())
        qToBigEndian(value, bytes.data() + at);
}

template <typename T>
void append(QByteArray &bytes, T value)
{
    bytes.resize(bytes.size() + qsizetype(sizeof(T)));
    put(bytes, bytes.size() - qsizetype(sizeof(T)), value);
}

/// A box inside a buffer.
struct Box
{
    qsizetype at = 0; ///< of its header
    qsizetype size = 0; ///< with its header

    qsizetype content() const { return at + headerSize; }
    qsizetype end() const { return at + size; }
};

/// Returns the boxes of a type between two offsets.
QList<Box> boxes(QByteArrayView bytes, QByteArrayView type, qsizetype from, qsizetype to)
{
    QList<Box> found;
    while (from + headerSize <= to) {
        const auto size = qsizetype(number<quint32>(bytes, from));
        if (size < headerSize || from + size > to)
            break;
        if (bytes.sliced(from + 4, 4) == type)
            found += {from, size};
        from += size;
    }
    return found;
}

QList<Box> boxesIn(QByteArrayView bytes, QByteArrayView type, const Box &parent)
{
    return boxes(bytes, type, parent.content(), parent.end());
}

std::optional<Box> boxIn(QByteArrayView bytes, QByteArrayView type, const Box &parent)
{
    const auto found = boxesIn(bytes, type, parent);
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

std::optional<Box> top(QByteArrayView bytes, QByteArrayView type)
{
    return boxIn(bytes, type, {-headerSize, bytes.size() + headerSize});
}

bool isLong(QByteArrayView bytes, const Box &box) { return number<quint8>(bytes, box.content()) == 1; }

/// Returns the track that a `traf` belongs to.
quint32 trackOf(QByteArrayView bytes, const Box &traf)
{
    const auto header = boxIn(bytes, "tfhd", traf);
    return header ? number<quint32>(bytes, header->content() + 4) : 0;
}

quint64 decodeTimeIn(QByteArrayView bytes, const Box &tfdt)
{
    const qsizetype at = tfdt.content() + 4;
    return isLong(bytes, tfdt) ? number<quint64>(bytes, at) : number<quint32>(bytes, at);
}

/// Writes the duration of the movie into a header with this many bytes of times and other fields before it.
void setDuration(QByteArray &bytes, const Box &box, qsizetype atShort, qsizetype atLong, quint64 duration)
{
    if (isLong(bytes, box))
        put(bytes, box.content() + atLong, duration);
    else
        put(bytes, box.content() + atShort, quint32(duration));
}
}

QList<Mp4::Track> Mp4::tracksOf(QByteArrayView init)
{
    const auto moov = top(init, "moov");
    if (!moov)
        return {};
    QList<Track> tracks;
    bool hasVideo = false;
    for (const Box &trak : boxesIn(init, "trak", *moov)) {
        const auto header = boxIn(init, "tkhd", trak);
        const auto media = boxIn(init, "mdia", trak);
        const auto mediaHeader = media ? boxIn(init, "mdhd", *media) : std::nullopt;
        const auto handler = media ? boxIn(init, "hdlr", *media) : std::nullopt;
        if (!header || !mediaHeader || !handler)
            return {};
        Track track;
        track.id = number<quint32>(init, header->content() + (isLong(init, *header) ? 20 : 12));
        track.timescale = number<quint32>(init, mediaHeader->content() + (isLong(init, *mediaHeader) ? 20 : 12));
        track.video = init.sliced(handler->content() + 8, 4) == QByteArrayView("vide");
        if (track.timescale == 0)
            return {};
        hasVideo = hasVideo || track.video;
        tracks += track;
    }
    return hasVideo ? tracks : QList<Track>();
}

QByteArray Mp4::described(const QByteArray &init, qint64 startMs, qint64 durationMs)
{
    QByteArray bytes = init;
    const auto moov = top(bytes, "moov");
    const auto header = moov ? boxIn(bytes, "mvhd", *moov) : std::nullopt;
    const auto extends = moov ? boxIn(bytes, "mvex", *moov) : std::nullopt;
    if (!header || !extends)
        return bytes;
    const bool wide = isLong(bytes, *header);
    const quint64 timescale = number<quint32>(bytes, header->content() + (wide ? 20 : 12));
    const quint64 duration = quint64(durationMs) * timescale / 1000;
    const quint64 created = quint64(startMs / 1000 + from1904);
    if (wide)
        put(bytes, header->content() + 4, created);
    else
        put(bytes, header->content() + 4, quint32(created));
    setDuration(bytes, *header, 16, 24, duration);
    for (const Box &trak : boxesIn(bytes, "trak", *moov)) {
        if (const auto trackHeader = boxIn(bytes, "tkhd", trak))
            setDuration(bytes, *trackHeader, 20, 28, duration);
    }
    if (const auto whole = boxIn(bytes, "mehd", *extends)) {
        setDuration(bytes, *whole, 4, 4, duration);
        return bytes;
    }
    QByteArray whole;
    append(whole, quint32(20));
    whole += "mehd";
    append(whole, quint32(1) << 24); // version 1
    append(whole, duration);
    put(bytes, extends->at, quint32(extends->size + whole.size()));
    put(bytes, moov->at, quint32(moov->size + whole.size()));
    return bytes.insert(extends->content(), whole);
}

std::optional<quint64> Mp4::decodeTime(QByteArrayView moof, quint32 track)
{
    const auto box = top(moof, "moof");
    if (!box)
        return std::nullopt;
    for (const Box &traf : boxesIn(moof, "traf", *box)) {
        const auto time = boxIn(moof, "tfdt", traf);
        if (time && trackOf(moof, traf) == track)
            return decodeTimeIn(moof, *time);
    }
    return std::nullopt;
}

QByteArray Mp4::moved(const QByteArray &moof, quint32 sequence, const std::function<quint64(quint32, quint64)> &shifted)
{
    QByteArray bytes = moof;
    const auto box = top(bytes, "moof");
    if (!box)
        return bytes;
    if (const auto header = boxIn(bytes, "mfhd", *box))
        put(bytes, header->content() + 4, sequence);
    for (const Box &traf : boxesIn(bytes, "traf", *box)) {
        const auto time = boxIn(bytes, "tfdt", traf);
        if (!time)
            continue;
        const quint64 to = shifted(trackOf(bytes, traf), decodeTimeIn(bytes, *time));
        if (isLong(bytes, *time))
            put(bytes, time->content() + 4, to);
        else
            put(bytes, time->content() + 4, quint32(to));
    }
    return bytes;
}

QByteArray Mp4::producerReferenceTime(quint32 track, qint64 captureMs, quint64 time)
{
    QByteArray bytes;
    append(bytes, quint32(producerReferenceBytes));
    bytes += "prft";
    append(bytes, (quint32(1) << 24) | 24); // version 1; the flags for times of capture
    append(bytes, track);
    append(bytes, quint32(captureMs / 1000 + from1900));
    append(bytes, quint32((quint64(captureMs % 1000) << 32) / 1000));
    append(bytes, time);
    return bytes;
}
