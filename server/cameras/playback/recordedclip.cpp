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
constexpr qint64 boxHeader = 8; // bytes of a box's size and type
/// Fragments of a clip are numbered in steps of this size, so that their parts have increasing numbers.
constexpr qsizetype mostSections = 1000;

/// Returns the size of a box with this header, or 0 if the header is incomplete.
qint64 boxBytes(const QByteArray &header)
{
    return header.size() == boxHeader ? qFromBigEndian<quint32>(header.constData()) : 0;
}

const Mp4::Track &videoOf(const QList<Mp4::Track> &tracks) { return *std::ranges::find_if(tracks, &Mp4::Track::video); }
}

std::optional<ClipPlan> ClipPlan::of(const QList<RecordedPart> &parts, const RecordedSpan &span)
{
    ClipPlan plan;
    RecordedSpan::Fetches fetches(span);
    bool isWhole = true;
    for (auto begin = parts.begin(); begin != parts.end() && isWhole && plan.copies.size() < mostCopies;) {
        // The parts of one file.
        const RecordedFile &row = begin->file;
        QList<ByteSpan> bytes{{0, row.initBytes}};
        auto end = begin;
        for (; end != parts.end() && end->file.recordingId == row.recordingId; ++end) {
            isWhole = span.isHere(row) && fetches.add(*end);
            if (!isWhole)
                break;
            bytes += end->bytes();
        }
        if (end == begin)
            break;
        const auto file = std::make_shared<QFile>(span.pathOf(row, bytes));
        const QByteArray init = file->open(QFile::ReadOnly) ? file->read(row.initBytes) : QByteArray();
        if (plan.parts.isEmpty())
            plan.init = init;
        else if (init != plan.init)
            break;
        if (!plan.first)
            plan.first = file;
        if (span.isStored(row))
            plan.copies.insert(file->fileName(), file);
        for (; begin != end; ++begin) {
            plan.parts += *begin;
            plan.paths += file->fileName();
        }
    }
    plan.tracks = Mp4::tracksOf(plan.init);
    return plan.tracks.isEmpty() ? std::nullopt : std::optional(plan);
}

RecordedClip::RecordedClip(ClipPlan plan, RunningClips::End end)
    : m_end(std::move(end))
    , m_paths(plan.paths)
    , m_copies(plan.copies)
    , m_tracks(plan.tracks)
    , m_file(plan.first)
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
    if (at >= m_size || (m_end && *m_end))
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
    const auto after = std::ranges::upper_bound(m_sections, inside, {}, &Section::position);
    const Section &section = *std::prev(after);
    const qint64 within = inside - section.position;
    if (within < section.header.size())
        return copy(section.header, within);
    const qint64 left =
        (after == m_sections.end() ? endOf(index) - m_pieces[index].position : after->position) - inside;
    const qint64 from = section.mediaOffset + within - section.header.size();
    const qint64 read = m_file->seek(from) ? m_file->read(data, std::min(maxSize, left)) : -1;
    return read > 0 ? read : -1; // the file is shorter than its index says
}

/// Returns where a piece ends in the clip.
qint64 RecordedClip::endOf(qsizetype index) const
{
    return index + 1 < m_pieces.size() ? m_pieces[index + 1].position : m_size;
}

/// Opens the file of a piece, and makes its headers.
bool RecordedClip::load(qsizetype index)
{
    if (index == m_loaded)
        return true;
    const Piece &piece = m_pieces[index];
    m_loaded = -1;
    if (!findBase(piece.run) || !chooseFile(piece.file))
        return false;
    m_sections.clear();
    const qint64 size = endOf(index) - piece.position;
    const quint32 video = videoOf(m_tracks).id;
    qint64 offset = piece.offset + FragmentBox::size;
    for (qint64 inside = 0; inside < size;) {
        const QByteArray moof = moofAt(offset);
        if (!m_file->seek(offset + moof.size()))
            return false;
        // What follows the last part is copied as it is.
        const qint64 mediaBytes = moof.isEmpty() ? size - inside : boxBytes(m_file->read(boxHeader));
        if (mediaBytes < boxHeader || (moof.isEmpty() && inside == 0))
            return false;
        const auto number = quint32(index * mostSections + m_sections.size() + 1);
        QByteArray header = moof.isEmpty()
            ? QByteArray()
            : Mp4::moved(moof, number, [&](quint32 track, quint64 time) { return shifted(piece, track, time); });
        if (inside == 0)
            header.prepend(
                Mp4::producerReferenceTime(video, piece.startMs, Mp4::decodeTime(header, video).value_or(0)));
        m_sections += {inside, header, offset + moof.size()};
        inside += header.size() + mediaBytes;
        offset += moof.size() + mediaBytes;
    }
    m_loaded = index;
    return true;
}

bool RecordedClip::chooseFile(int file)
{
    const QString &path = m_paths[file];
    if (m_file->fileName() == path)
        return m_file->isOpen();
    const auto copy = m_copies.value(path);
    m_file = copy ? copy : std::make_shared<QFile>(path);
    return m_file->isOpen() || m_file->open(QFile::ReadOnly);
}

/// Returns the `moof` at an offset in the open file, as it was recorded, or an empty array if there is none.
QByteArray RecordedClip::moofAt(qint64 offset)
{
    if (!m_file->seek(offset))
        return {};
    const QByteArray header = m_file->read(boxHeader);
    const qint64 size = boxBytes(header);
    if (size <= boxHeader || size > largestMoof || header.sliced(4) != "moof")
        return {};
    const QByteArray moof = header + m_file->read(size - boxHeader);
    return moof.size() == size ? moof : QByteArray();
}

/// Finds where the timeline of a run begins.
bool RecordedClip::findBase(int run)
{
    if (m_base == run)
        return true;
    const Piece &piece = m_pieces[m_runs[run].first];
    const QByteArray moof = chooseFile(piece.file) ? moofAt(piece.offset + FragmentBox::size) : QByteArray();
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
