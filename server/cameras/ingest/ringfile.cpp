// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/ringfile.h"

#include "server/cameras/recording/fragmentbox.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto recent = 2min;
constexpr auto leastTarget = 1s;

/// Returns the first fragment of a file on disk.
std::optional<FragmentBox> firstOf(const QString &path)
{
    QFile file(path);
    const auto init = file.open(QFile::ReadOnly) ? FragmentBox::initBytes(file) : std::nullopt;
    qint64 offset = init.value_or(0);
    while (init && file.seek(offset)) {
        const QByteArray head = file.read(FragmentBox::size);
        const auto hole = FileHole::parse(head, offset);
        if (!hole)
            return FragmentBox::parse(head, offset);
        offset = hole->endOffset();
    }
    return std::nullopt;
}

/// Returns the names of the files in a folder, the newest one first.
QList<RecordingName> newestFirst(const QString &folder)
{
    auto names = RecordingName::in(folder);
    std::ranges::reverse(names);
    return names;
}

/// Returns the files that overlap the time from `fromMs` to `toMs`, and the one before.
QList<RingFile> filesBetween(const QString &folder, qint64 fromMs, qint64 toMs)
{
    QList<RingFile> files;
    for (const RecordingName &name : newestFirst(folder)) {
        const auto first = firstOf(folder + u'/' + name.toString());
        if (!first || first->fragment.startMs >= toMs)
            continue;
        if (auto file = RingFile::read(folder, name))
            files.prepend(std::move(*file));
        if (first->fragment.startMs <= fromMs)
            break;
    }
    return files;
}
}

SegmentName RingFile::segment(qsizetype index) const
{
    const Fragment &fragment = fragments[index];
    return {sequence(index), fragment.startMs, fragment.durationMs, init, fragment.continues};
}

FilePart RingFile::place(qsizetype index) const { return {path, fragments[index].offset, fragments[index].bytes}; }

std::optional<RingFile> RingFile::read(const QString &folder, const RecordingName &name)
{
    QFile file(folder + u'/' + name.toString());
    const auto init = file.open(QFile::ReadOnly) ? FragmentBox::initBytes(file) : std::nullopt;
    if (!init)
        return std::nullopt;
    const FileScan scan = FragmentBox::scan(file, *init);
    if (scan.boxes.isEmpty())
        return std::nullopt;
    RingFile read{.name = name, .path = file.fileName(), .init = scan.boxes.constFirst().init, .initBytes = *init};
    if (!scan.holes.isEmpty())
        read.erased = Erased{{}, scan.sequenceAt(scan.endOffset()), scan.endOffset()};
    for (const FragmentBox &box : scan.boxes) {
        read.fragments += box.fragment;
        if (read.erased)
            read.erased->numbers += box.sequence;
    }
    return read;
}

bool OpenSegment::continuesWith(const OpenSegment &next) const
{
    // Folders are compared, because several rings may use the same number.
    return name.init == next.name.init
        && (file == next.file
            || QFileInfo(file->fileName()).absolutePath() == QFileInfo(next.file->fileName()).absolutePath());
}

QByteArray OpenSegment::read() const { return file->seek(offset) ? file->read(bytes) : QByteArray(); }

QList<RingFile> RingFolder::newestFiles(const QString &folder, std::chrono::milliseconds length)
{
    QList<RingFile> files;
    qint64 coveredMs = 0;
    for (const RecordingName &name : newestFirst(folder)) {
        if (coveredMs >= length.count())
            break;
        auto file = RingFile::read(folder, name);
        if (!file)
            continue;
        if (file->erased)
            break;
        for (const Fragment &fragment : std::as_const(file->fragments))
            coveredMs += fragment.durationMs;
        files.prepend(std::move(*file));
    }
    return files;
}

QList<SegmentName> RingFolder::segments(const QString &folder)
{
    QList<SegmentName> segments;
    for (const RingFile &file : newestFiles(folder, recent)) {
        for (qsizetype i = 0; i < file.fragments.size(); ++i)
            segments += file.segment(i);
    }
    return segments;
}

std::optional<SegmentName> RingFolder::newest(const QString &folder)
{
    for (const RecordingName &name : newestFirst(folder)) {
        if (const auto file = RingFile::read(folder, name))
            return file->segment(file->fragments.size() - 1);
    }
    return std::nullopt;
}

std::optional<qint64> RingFolder::newestInit(const QString &folder)
{
    for (const RecordingName &name : newestFirst(folder)) {
        if (const auto first = firstOf(folder + u'/' + name.toString()))
            return first->init;
    }
    return std::nullopt;
}

PlaylistTargets RingFolder::targets(const QString &folder)
{
    for (const QString &name : QDir(folder).entryList({u"target-*"_s}, QDir::Files)) {
        if (const auto targets = parseTargetName(name))
            return *targets;
    }
    return {targetFor(segments(folder), {})};
}

std::optional<FilePart> RingFolder::place(const QString &folder, QStringView name)
{
    const auto segment = SegmentName::parse(name);
    const auto init = parseInitName(name);
    if (!segment && !init)
        return std::nullopt;
    for (const RecordingName &file : newestFirst(folder)) {
        if (segment && file.sequence > segment->sequence)
            continue;
        const auto first = firstOf(folder + u'/' + file.toString());
        if (!first || (init && first->init > *init))
            continue;
        if (init && first->init != *init)
            break;
        const auto read = RingFile::read(folder, file);
        if (!read && init)
            continue; // its first segment is not complete; the file before may have the same section
        if (!read || read->erased)
            break;
        const qsizetype index = segment ? segment->sequence - file.sequence : 0;
        if (index >= read->fragments.size() || (segment && read->segment(index) != *segment))
            break;
        return init ? read->initPlace() : read->place(index);
    }
    return std::nullopt;
}

std::vector<OpenSegment> RingFolder::openBetween(const QString &folder, qint64 fromMs, qint64 toMs)
{
    return openBetween(filesBetween(folder, fromMs, toMs), fromMs, toMs);
}

std::vector<OpenSegment> RingFolder::openBetween(const QList<RingFile> &files, qint64 fromMs, qint64 toMs)
{
    std::vector<OpenSegment> all;
    for (const RingFile &ring : files) {
        auto file = std::make_shared<QFile>(ring.path);
        for (qsizetype i = 0; i < ring.fragments.size(); ++i) {
            if (ring.fragments[i].startMs < toMs)
                all.push_back(
                    {ring.segment(i), file, ring.initBytes, ring.fragments[i].offset, ring.fragments[i].bytes});
        }
    }
    const auto has = [&](const auto &segment) { return segment.name.endMs() > fromMs; };
    auto first = std::ranges::find_if(all, has);
    // Of two that overlap because the clock was corrected between them, the later one has the time.
    while (first != all.end() && first + 1 != all.end() && first[1].name.startMs <= fromMs && has(first[1]))
        ++first;
    while (first != all.end() && first != all.begin() && first->name.continues)
        --first;
    all.erase(all.begin(), first);
    // What was sent after the clock was set back is of another time, unless a key frame and what continues it reaches
    // into this one.
    for (auto group = all.begin(); group != all.end();) {
        const auto end =
            std::find_if(group + 1, all.end(), [](const auto &segment) { return !segment.name.continues; });
        group = std::any_of(group, end, has) ? end : all.erase(group, end);
    }
    std::erase_if(all, [](const OpenSegment &segment) {
        return !segment.file->isOpen() && !segment.file->open(QFile::ReadOnly);
    });
    return all;
}

std::chrono::seconds RingFolder::targetFor(const QList<SegmentName> &segments, std::chrono::milliseconds longest)
{
    for (const SegmentName &segment : segments)
        longest = std::max(longest, std::chrono::milliseconds(segment.durationMs));
    return std::max<std::chrono::seconds>(leastTarget, std::chrono::ceil<std::chrono::seconds>(longest - targetSlack));
}
