// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/recordedclip.h"

#include "server/cameras/recording/fragmentbox.h"

#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace {
constexpr qint64 largestMoof = 1 << 20; // bytes

QByteArray initOf(const QString &path, qint64 bytes)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.read(bytes) : QByteArray();
}

const Mp4::Track &videoOf(const QList<Mp4::Track> &tracks) { return *std::ranges::find_if(tracks, &Mp4::Track::video); }
}

std::optional<ClipPlan> ClipPlan::of(const QList<RecordedPart> &parts, const RecordedSpan &span)
{
    ClipPlan plan;
    RecordingId known;
    qint64 fetched = 0;
    for (const RecordedPart &part : parts) {
        if (!span.isHere(part.file))
            break;
        if (span.isStored(part.file) && part.file.recordingId != known) {
            fetched += part.file.bytes;
            if (fetched > span.mostFetched() && !plan.parts.isEmpty())
                break;
        }
        const QString path = span.pathOf(part.file);
        if (part.file.recordingId != known) {
            const QByteArray init = initOf(path, part.file.initBytes);
            if (plan.parts.isEmpty())
                plan.init = init;
            else if (init != plan.init)
                break;
            known = part.file.recordingId;
        }
        plan.parts += part;
        plan.paths += path;
    }
    plan.tracks = Mp4::tracksOf(plan.init);
    return plan.tracks.isEmpty() ? std::nullopt : std::optional(plan);
}

RecordedClip::RecordedClip(ClipPlan plan)
    : m_paths(plan.paths)
    , m_tracks(plan.tracks)
{
    qint64 lengthMs = 0;
    qint64 runStartMs = 0;
    qint64 bytes = 0;
    for (qsizetype i = 0; i < plan.parts.size(); ++i) {
        const RecordedPart &part = plan.parts[i];
        if (i == 0 || !part.continues(plan.parts[i - 1])) {
            m_runs += {m_pieces.size(), lengthMs};
            runStartMs = part.startMs();
        }
        for (const Fragment &fragment : part.fragments) {
            m_pieces += {bytes, fragment.offset, fragment.startMs, int(i), int(m_runs.size() - 1)};
            bytes += fragment.bytes - FragmentBox::size + Mp4::producerReferenceBytes;
        }
        lengthMs = m_runs.constLast().clipMs + part.endMs() - runStartMs;
    }
    m_head = Mp4::described(plan.init, plan.startMs(), lengthMs);
    for (Piece &piece : m_pieces)
        piece.position += m_head.size();
    m_size = m_head.size() + bytes;
    // Unbuffered: QIODevice would read ahead.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    moveToThread(nullptr);
}

qint64 RecordedClip::readData(char *data, qint64 maxSize)
{
    const qint64 at = pos();
    if (at >= m_size)
        return -1;
    const auto copy = [&](const QByteArray &from, qint64 offset) {
        const qint64 size = std::min<qint64>(maxSize, from.size() - offset);
        std::memcpy(data, from.constData() + offset, size_t(size));
        return size;
    };
    if (at < m_head.size())
        return copy(m_head, at);
    const auto next = std::ranges::upper_bound(m_pieces, at, {}, &Piece::position);
    const qsizetype index = next - m_pieces.begin() - 1;
    if (!load(index))
        return -1;
    const qint64 inside = at - m_pieces[index].position;
    if (inside < m_header.size())
        return copy(m_header, inside);
    const qint64 end = next == m_pieces.end() ? m_size : next->position;
    const qint64 read =
        m_file->seek(m_mediaOffset + inside - m_header.size()) ? m_file->read(data, std::min(maxSize, end - at)) : -1;
    return read > 0 ? read : -1; // the file is shorter than its index says
}

/// Opens the file of a piece, and makes its header.
bool RecordedClip::load(qsizetype index)
{
    if (index == m_loaded)
        return true;
    const Piece &piece = m_pieces[index];
    if (!findBase(piece.run))
        return false;
    const QByteArray moof = moofOf(index);
    if (moof.isEmpty())
        return false;
    const QByteArray moved =
        Mp4::moved(moof, quint32(index + 1), [&](quint32 track, quint64 time) { return shifted(piece, track, time); });
    const quint32 video = videoOf(m_tracks).id;
    m_header = Mp4::producerReferenceTime(video, piece.startMs, Mp4::decodeTime(moved, video).value_or(0)) + moved;
    m_mediaOffset = piece.offset + FragmentBox::size + moof.size();
    m_loaded = index;
    return true;
}

/// Returns the `moof` of a piece as it was recorded, or an empty array if there is none.
QByteArray RecordedClip::moofOf(qsizetype index)
{
    const Piece &piece = m_pieces[index];
    if (m_opened != piece.file) {
        m_file = std::make_unique<QFile>(m_paths[piece.file]);
        m_opened = m_file->open(QFile::ReadOnly) ? piece.file : -1;
    }
    if (m_opened != piece.file || !m_file->seek(piece.offset + FragmentBox::size))
        return {};
    const QByteArray header = m_file->read(8);
    const qint64 size = header.size() == 8 ? qFromBigEndian<quint32>(header.constData()) : 0;
    if (size <= 8 || size > largestMoof || header.sliced(4) != "moof")
        return {};
    const QByteArray moof = header + m_file->read(size - 8);
    return moof.size() == size ? moof : QByteArray();
}

/// Finds where the timeline of a run begins.
bool RecordedClip::findBase(int run)
{
    if (m_base == run)
        return true;
    const QByteArray moof = moofOf(m_runs[run].first);
    double first = std::numeric_limits<double>::infinity();
    for (const Mp4::Track &track : m_tracks) {
        if (const auto time = Mp4::decodeTime(moof, track.id))
            first = std::min(first, double(*time) / track.timescale);
    }
    if (std::isinf(first))
        return false;
    m_baseSeconds = first;
    m_base = run;
    return true;
}

quint64 RecordedClip::shifted(const Piece &piece, quint32 track, quint64 time) const
{
    const double timescale = timescaleOf(track);
    const double shift = std::round((double(m_runs[piece.run].clipMs) / 1000 - m_baseSeconds) * timescale);
    return quint64(std::max<double>(0, double(time) + shift));
}

quint32 RecordedClip::timescaleOf(quint32 id) const
{
    const auto track = std::ranges::find(m_tracks, id, &Mp4::Track::id);
    return track == m_tracks.end() ? 1000 : track->timescale;
}
