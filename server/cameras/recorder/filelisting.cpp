// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recorder/filelisting.h"

#include <QSet>

#include <utility>

FileListing::FileListing(const RecordedFile &row, const RingFile &file)
    : gap(row.gap)
    , isSaved(true)
    , isSavedOpen(row.isOpen)
    , m_listed(file.fragments.size())
{
    QSet<qint64> offsets;
    for (const Fragment &fragment : row.list())
        offsets.insert(fragment.offset);
    for (qsizetype i = 0; i < file.fragments.size(); ++i)
        m_listed.setBit(i, offsets.contains(file.fragments[i].offset));
}

void FileListing::review(const RingFile &file, const CaptureRule &rule, const QList<MediaSpan> &marks)
{
    const qsizetype reviewed = rule.dependsOnMarks() ? 0 : m_listed.size();
    m_listed.resize(file.fragments.size());
    if (isFrozen)
        return;
    for (qsizetype i = reviewed; i < file.fragments.size(); ++i) {
        if (m_listed.testBit(i) || !rule.wants(file.fragments[i], marks))
            continue;
        m_changed = true;
        m_listed.setBit(i);
        for (qsizetype before = i; before > 0 && file.fragments[before].continues; --before)
            m_listed.setBit(before - 1);
    }
}

Fragments FileListing::listed(const RingFile &file) const
{
    Fragments fragments;
    for (qsizetype i = 0; i < m_listed.size(); ++i) {
        if (m_listed.testBit(i))
            fragments += file.fragments[i];
    }
    return fragments;
}

bool FileListing::takeChange() { return std::exchange(m_changed, false); }

RecordedFile::Gap FileListing::gapBetween(const QDateTime &end, const QDateTime &start, const RingFile &file)
{
    if (end.msecsTo(start) <= RecordedFile::gapMs)
        return RecordedFile::Gap::None;
    const bool isTrimmed = file.fragments.constFirst().startMs < start.toMSecsSinceEpoch();
    const bool isNamed = !isTrimmed && file.gap != RecordedFile::Gap::None;
    return isNamed ? file.gap : RecordedFile::Gap::Off;
}
