// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/playback/recordedspan.h"

#include "server/cameras/store/storedmedia.h"

namespace {
QString parentOf(const QString &path) { return path.left(path.lastIndexOf(u'/')); }

bool follows(const Fragment &fragment, const Fragment &before)
{
    return fragment.offset == before.endOffset() && fragment.startMs - before.endMs() <= RecordedFile::gapMs;
}

/// Appends the parts of a file between two times.
void append(QList<RecordedPart> &parts, RecordedFile file, const Fragments &fragments, qint64 fromMs, qint64 toMs)
{
    file.fragments.clear();
    const qsizetype first = FragmentList::indexAt(fragments, fromMs);
    bool isOpen = false; // the last part is of this file, and the next fragment may follow it
    for (qsizetype i = first; i < fragments.size() && fragments[i].startMs < toMs; ++i) {
        const Fragment &fragment = fragments[i];
        if (isOpen && follows(fragment, parts.constLast().fragments.constLast())) {
            parts.last().fragments += fragment;
            continue;
        }
        isOpen = !fragment.continues; // what a key frame does not precede cannot be decoded
        if (isOpen)
            parts += {file, {fragment}};
    }
}
}

ByteSpan RecordedPart::bytes() const
{
    const qint64 offset = fragments.constFirst().offset;
    return {offset, fragments.constLast().endOffset() - offset};
}

bool RecordedPart::continues(const RecordedPart &before) const
{
    // Files move to the media store one by one.
    const bool isOneStorage = file.storageId == before.file.storageId || MediaStore::isId(file.storageId)
        || MediaStore::isId(before.file.storageId);
    return isOneStorage && file.initNumber == before.file.initNumber
        && parentOf(file.path) == parentOf(before.file.path) && startMs() - before.endMs() <= RecordedFile::gapMs;
}

QList<RecordedPart> RecordedSpan::parts(DeviceId device, const QDateTime &from, const QDateTime &to)
{
    QList<RecordedPart> parts;
    const QList<RecordedFile> files = m_store.between(device, from, to);
    for (const RecordedFile &file : files)
        append(parts, file, fragmentsOf(file), from.toMSecsSinceEpoch(), to.toMSecsSinceEpoch());
    return parts;
}

std::optional<RecordedFile> RecordedSpan::file(DeviceId device, RecordingId recording)
{
    const auto file = m_store.find(recording);
    return file && file->deviceId == device ? file : std::nullopt;
}

Fragments RecordedSpan::fragmentsOf(const RecordedFile &file) const
{
    return file.storageId == m_storageId ? file.listIn(m_folder) : file.list();
}

bool RecordedSpan::isStored(const RecordedFile &file) const { return m_stored && m_stored->has(file.storageId); }

QString RecordedSpan::pathOf(const RecordedFile &file, const QList<ByteSpan> &spans) const
{
    return isStored(file) ? m_stored->local({file.path, -1, spans}) : m_folder + u'/' + file.path;
}

QString RecordedSpan::pathOf(const RecordedPart &part) const
{
    return pathOf(part.file, {{0, part.file.initBytes}, part.bytes()});
}

QString RecordedSpan::folderOf(const RecordedFile &file) const { return m_folder + u'/' + parentOf(file.path); }

bool RecordedSpan::Fetches::add(const RecordedPart &part)
{
    if (!m_span.isStored(part.file))
        return true;
    m_bytes += part.file.initBytes + part.bytes().bytes;
    return std::exchange(m_isFirst, false) || m_bytes <= m_span.m_stored->most() / 2;
}
