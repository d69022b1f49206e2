// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentring.h"

#include "server/cameras/recording/fragmentbox.h"
#include "server/core/base/diskspace.h"

#include <QDir>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// If a playlist has not been requested for this time, no player uses it any more.
constexpr auto forgottenAfter = 60s;
/// The longest segment while no player uses the playlist.
constexpr auto longestSegment = 10s;
/// A file ends after this length, even if no key frame comes.
constexpr auto longestFile = 20min;
}

SegmentRing::SegmentRing(const QString &directory, Settings settings, SegmentNumbers least)
    : m_directory(directory)
    , m_settings(settings)
    , m_fileLength(settings.fileLength.count())
{
    QDir().mkpath(m_directory);
    load(least);
}

SegmentRing::~SegmentRing() { endFile(RecordedFile::Gap::Server); }

void SegmentRing::load(const SegmentNumbers &least)
{
    if (const auto names = RecordingName::in(m_directory); !names.isEmpty()) {
        const QString path = m_directory + u'/' + names.constLast().toString();
        if (const auto last = RingFile::read(m_directory, names.constLast()))
            RecordingWriter::cut(path, last->endOffset());
        else
            QFile::remove(path);
    }
    m_files = RingFolder::newestFiles(m_directory, m_settings.length);
    for (const QString &name : QDir(m_directory).entryList({u"target-*"_s}, QDir::Files)) {
        if (const auto target = parseTargetName(name))
            m_target = *target;
    }
    m_next = least;
    if (!m_files.isEmpty()) {
        m_first = m_files.constFirst().name.sequence;
        m_next.sequence = std::max(m_next.sequence, m_files.constLast().endSequence());
        m_next.init = std::max(m_next.init, std::ranges::max(m_files, {}, &RingFile::init).init + 1);
    }
    if (least.target > 0s)
        setTarget(least.target);
    m_asked = Clock::now(); // a player may have used the playlist before a restart
}

qint64 SegmentRing::addInit(const QByteArray &bytes, const TrackInfo &track)
{
    m_init = bytes;
    m_track = track;
    return next().init;
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
    endFile(RecordedFile::Gap::Disk);
    return false;
}

void SegmentRing::endFile(RecordedFile::Gap gap)
{
    if (gap != RecordedFile::Gap::None)
        m_gap = gap;
    if (!m_writer.isOpen())
        return;
    m_writer.close();
    if (m_begun)
        QFile::remove(std::exchange(m_begun, std::nullopt)->path);
    const std::scoped_lock lock(m_mutex);
    if (!m_files.isEmpty())
        m_files.last().isOpen = false;
}

bool SegmentRing::add(const Stretch &stretch, qint64 init, const QByteArray &bytes)
{
    // The files are written and removed outside the lock, so that readers do not wait for the disk.
    if (m_settings.disk && m_settings.disk->isFull())
        return refused();
    if (mustBegin(stretch, init) && !begin(init))
        return refused();
    const Fragment fragment{.startMs = stretch.startMs,
                            .durationMs = stretch.durationMs,
                            .offset = m_writer.size(),
                            .bytes = FragmentBox::size + bytes.size(),
                            .continues = stretch.continues};
    const FragmentBox box{.sequence = next().sequence, .init = init, .fragment = fragment};
    if (!m_writer.append(box.toBytes(), bytes))
        return refused();
    for (const QString &path : append(fragment, init))
        QFile::remove(path);
    return true;
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
    for (auto file = m_files.crbegin(); file != m_files.crend(); ++file) {
        for (qsizetype i = file->fragments.size(); i-- > 0;) {
            const Fragment &fragment = file->fragments[i];
            const bool isNeeded = keptMs < m_settings.length.count() || (m_keepFrom && fragment.endMs() > *m_keepFrom);
            if (!isNeeded && !continues) {
                m_first = first;
                return;
            }
            first = file->name.sequence + i;
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

bool SegmentRing::extend(std::chrono::milliseconds length)
{
    const std::scoped_lock lock(m_mutex);
    if (length > (isFollowed(Clock::now()) ? m_target : longestSegment)) {
        m_open = {};
        return false;
    }
    m_open = length;
    return true;
}

SegmentNumbers SegmentRing::next() const
{
    const std::scoped_lock lock(m_mutex);
    return m_next;
}

bool SegmentRing::isFollowed(Clock::time_point now) const { return m_target > 0s && now - m_asked <= forgottenAfter; }

/// Sets the target duration of the live playlist. It is stored as a file name, because a player continues with the same
/// playlist after a restart of the server.
void SegmentRing::setTarget(std::chrono::seconds target)
{
    if (target == m_target)
        return;
    QFile::remove(m_directory + u'/' + targetName(m_target));
    m_target = target;
    QFile(m_directory + u'/' + targetName(target)).open(QFile::WriteOnly);
}

SegmentRing::Live SegmentRing::live(Clock::time_point now)
{
    const std::scoped_lock lock(m_mutex);
    const auto segments = heldSegments();
    if (!isFollowed(now) && !segments.isEmpty())
        setTarget(RingFolder::targetFor(segments, m_open));
    m_asked = now;
    return {segments, m_target};
}

/// Returns all segments. The caller holds the lock.
QList<SegmentName> SegmentRing::heldSegments() const
{
    QList<SegmentName> segments;
    for (const RingFile &file : m_files) {
        for (qsizetype i = std::max<qint64>(0, m_first - file.name.sequence); i < file.fragments.size(); ++i)
            segments += file.segment(i);
    }
    return segments;
}

QList<SegmentName> SegmentRing::segments() const
{
    const std::scoped_lock lock(m_mutex);
    return heldSegments();
}

std::optional<SegmentName> SegmentRing::newest() const
{
    const std::scoped_lock lock(m_mutex);
    return m_files.isEmpty() ? std::nullopt
                             : std::optional(m_files.constLast().segment(m_files.constLast().fragments.size() - 1));
}

std::optional<FilePart> SegmentRing::place(QStringView name) const
{
    const auto segment = SegmentName::parse(name);
    const auto init = parseInitName(name);
    const std::scoped_lock lock(m_mutex);
    for (const RingFile &file : m_files) {
        if (init && file.init == *init && file.endSequence() > m_first)
            return file.initPlace();
        const qsizetype index = segment ? segment->sequence - file.name.sequence : -1;
        if (index >= 0 && index < file.fragments.size() && segment->sequence >= m_first
            && file.segment(index) == *segment)
            return file.place(index);
    }
    return std::nullopt;
}

std::vector<OpenSegment> SegmentRing::openBetween(qint64 fromMs, qint64 toMs) const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_files.isEmpty()
            && (m_files.constFirst().fragments.constFirst().startMs <= fromMs || !m_settings.indexed))
            return RingFolder::openBetween(m_files, fromMs, toMs);
    }
    return RingFolder::openBetween(m_directory, fromMs, toMs);
}

QList<RingFile> SegmentRing::files() const
{
    const std::scoped_lock lock(m_mutex);
    return m_files;
}

void SegmentRing::decide(RecordingId id, RingFile::Fate fate)
{
    const std::scoped_lock lock(m_mutex);
    for (RingFile &file : m_files) {
        if (file.name.id == id)
            file.fate = fate;
    }
}
