// SPDX-License-Identifier: GPL-3.0-or-later
// How SegmentRing writes.
#include "server/cameras/ingest/segmentring.h"

#include "server/cameras/recording/fragmentbox.h"
#include "server/core/base/diskspace.h"

using namespace std::chrono_literals;

namespace {
/// A file ends after this length, even if no key frame comes.
constexpr auto longestFile = 20min;
}

bool SegmentRing::mustBegin(const Stretch &stretch, qint64 init) const
{
    if (!m_writer.isOpen())
        return true;
    const std::scoped_lock lock(m_mutex);
    const RingFile &file = m_begun ? *m_begun : m_files.constLast();
    if (file.fragments.isEmpty() || file.init != init)
        return file.init != init;
    const qint64 lengthMs = stretch.startMs - file.fragments.constFirst().startMs;
    const bool isFull = lengthMs >= m_fileLength || file.endOffset() >= m_settings.fileBytes;
    return (isFull && !stretch.continues) || std::chrono::milliseconds(lengthMs) >= longestFile;
}

/// Begins a file.
bool SegmentRing::begin(qint64 init)
{
    endFile(RecordedFile::Gap::None);
    RingFile file;
    file.name = {next().sequence, RecordingId::generate()};
    file.init = init;
    file.track = m_track;
    file.path = m_directory + u'/' + file.name.toString();
    file.initBytes = m_init.size();
    file.gap = m_gap;
    file.isOpen = true;
    if (!m_writer.open(file.path, m_init))
        return false;
    m_begun = file;
    return true;
}

/// Ends the file, because the disk has refused a segment. Returns false.
bool SegmentRing::refused()
{
    if (StorageError::meansFull(m_writer.takeError()) && m_settings.disk)
        m_settings.disk->refuse();
    endFile(RecordedFile::Gap::Disk);
    return false;
}

void SegmentRing::endFile(RecordedFile::Gap gap)
{
    if (gap != RecordedFile::Gap::None) {
        const std::scoped_lock lock(m_mutex);
        m_gap = gap;
    }
    if (!m_writer.isOpen())
        return;
    if (m_box) {
        m_writer.cutBack(*std::exchange(m_box, std::nullopt));
        {
            const std::scoped_lock lock(m_mutex);
            m_parts.drop();
        }
        renew();
    }
    m_writer.close();
    if (m_begun)
        QFile::remove(std::exchange(m_begun, std::nullopt)->path);
    const std::scoped_lock lock(m_mutex);
    if (!m_files.isEmpty())
        m_files.last().isOpen = false;
}

/// Returns false if the disk is full, or refuses the file that a segment of this time belongs to.
bool SegmentRing::isWritable(const Stretch &stretch, qint64 init)
{
    if (m_settings.disk && m_settings.disk->isFull())
        return false;
    return m_box || !mustBegin(stretch, init) || begin(init);
}

bool SegmentRing::addPart(const Stretch &part, qint64 init, const QByteArray &bytes)
{
    // The files are written and removed outside the lock, so that readers do not wait for the disk.
    if (m_refusesRest)
        return false;
    bool written = isWritable(part, init);
    if (written) {
        // The size in the box is 0 until the segment is complete. A crash therefore leaves no incomplete segment.
        const FragmentBox box{.sequence = next().sequence, .init = init, .fragment = {.startMs = part.startMs}};
        const qint64 offset = m_writer.size();
        written = m_writer.append(m_box ? QByteArray() : box.toBytes(), bytes);
        if (written && !m_box)
            m_box = offset;
    }
    if (!written) {
        m_refusesRest = true;
        return refused();
    }
    notePart(part, init, bytes);
    announce(bytes);
    return true;
}

bool SegmentRing::add(const Stretch &stretch, qint64 init, const QByteArray &bytes)
{
    if (std::exchange(m_refusesRest, false))
        return false;
    if (!isWritable(stretch, init))
        return refused();
    storeTargets();
    const qint64 offset = m_box.value_or(m_writer.size());
    const qint64 before = m_box ? m_writer.size() - offset : FragmentBox::size;
    const Fragment fragment{.startMs = stretch.startMs,
                            .durationMs = stretch.durationMs,
                            .offset = offset,
                            .bytes = before + bytes.size(),
                            .continues = stretch.continues};
    const FragmentBox box{.sequence = next().sequence, .init = init, .fragment = fragment};
    const bool written = m_box ? m_writer.append({}, bytes) && m_writer.rewrite(offset, box.toBytes())
                               : m_writer.append(box.toBytes(), bytes);
    if (!written)
        return refused();
    notePart(stretch, init, bytes);
    m_box.reset();
    for (const QString &path : append(fragment, init))
        QFile::remove(path);
    announce(bytes);
    return true;
}

/// Adds the part that was written last to the list of parts. `stretch` is its time, or that of its segment if it is the
/// first part that the ring gets of the segment.
void SegmentRing::notePart(const Stretch &stretch, qint64 init, const QByteArray &bytes)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_box && m_parts.segments().isEmpty())
        return; // the camera is recorded by whole segments
    if (!m_parts.open()) {
        const RingFile &file = m_begun ? *m_begun : m_files.constLast();
        m_next.init = std::max(m_next.init, init + 1); // from now on players know the section
        m_parts.begin({.sequence = m_next.sequence,
                       .edition = edition(),
                       .startMs = stretch.startMs,
                       .init = init,
                       .continues = stretch.continues,
                       .path = file.path,
                       .initBytes = file.initBytes,
                       .parts = {}});
    }
    const qint64 endMs = stretch.startMs + stretch.durationMs;
    const qint64 startMs = m_parts.open()->startMs + m_parts.open()->durationMs();
    m_parts.add({std::max<qint64>(endMs - startMs, 1), m_writer.size() - bytes.size(), bytes.size()});
}

/// Answers the players that wait for the part that was written last.
void SegmentRing::announce(const QByteArray &bytes)
{
    qint64 sequence = 0;
    int parts = 0;
    LivePoint newest;
    {
        const std::scoped_lock lock(m_mutex);
        sequence = m_next.sequence;
        parts = m_parts.open() ? int(m_parts.open()->parts.size()) : 0;
        if (!m_parts.segments().isEmpty())
            newest = {m_parts.segments().constLast().sequence, int(m_parts.segments().constLast().parts.size()) - 1};
        else
            newest = {sequence - 1};
    }
    m_edge->reached(sequence, parts, newest, bytes);
}

/// Adds a segment to the index, and removes the segments that exceed the length of the ring. Returns the paths of the
/// files that are no longer needed.
QStringList SegmentRing::append(const Fragment &fragment, qint64 init)
{
    const std::scoped_lock lock(m_mutex);
    if (m_begun) {
        m_gap = RecordedFile::Gap::None;
        m_files += *std::exchange(m_begun, std::nullopt);
    }
    m_files.last().fragments += fragment;
    if (m_parts.open())
        m_parts.end();
    m_next.sequence = m_files.constLast().endSequence();
    m_next.init = std::max(m_next.init, init + 1);
    m_open = {};
    shift();
    return takeUnneeded();
}

/// Moves the beginning of the ring. The length is that of the recording and not the age, so that the last pictures of a
/// camera remain while it is offline.
void SegmentRing::shift()
{
    qint64 keptMs = 0;
    qint64 first = m_next.sequence;
    bool continues = false;
    for (qsizetype j = m_files.size(); j-- > 0;) {
        const RingFile &file = std::as_const(m_files)[j];
        for (qsizetype i = file.fragments.size(); i-- > 0;) {
            const Fragment &fragment = file.fragments[i];
            const bool isNeeded = keptMs < m_settings.length.count() || (m_keepFrom && fragment.endMs() > *m_keepFrom);
            if (!isNeeded && !continues) {
                m_first = first;
                return;
            }
            first = file.sequence(i);
            continues = fragment.continues;
            keptMs += fragment.durationMs;
        }
    }
    m_first = first;
}

/// Takes the files that have left the ring, and whose fate is decided. Returns the paths of those to remove.
QStringList SegmentRing::takeUnneeded()
{
    QStringList unneeded;
    m_files.removeIf([&](const RingFile &file) {
        const bool isDecided = !m_settings.indexed || file.fate != RingFile::Fate::Undecided;
        if (file.isOpen || file.endSequence() > m_first || !isDecided)
            return false;
        if (file.fate != RingFile::Fate::Kept)
            unneeded += file.path;
        return true;
    });
    return unneeded;
}
