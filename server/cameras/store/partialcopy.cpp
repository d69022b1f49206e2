// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/store/partialcopy.h"

#include <QDateTime>
#include <QFile>

#include <set>

namespace {
constexpr qint64 block = 64 << 10; // bytes
}

PartialCopy::PartialCopy(QString path)
    : m_path(std::move(path))
{
    QFile(m_path).open(QFile::WriteOnly);
}

bool PartialCopy::fetch(MediaStore &store, const WantedObject &wanted)
{
    const std::lock_guard guard(m_lock);
    QFile file(m_path);
    if (!file.open(QFile::ReadWrite | QFile::ExistingOnly))
        return false;
    std::set<qint64> missing;
    for (const ByteSpan &span : wanted.spans) {
        for (qint64 i = span.offset / block; i * block < span.offset + span.bytes; ++i) {
            if (!m_blocks.contains(i))
                missing.insert(i);
        }
    }
    for (auto it = missing.begin(); it != missing.end();) {
        const qint64 first = *it;
        qint64 end = first;
        while (it != missing.end() && *it == end) {
            ++it;
            ++end;
        }
        file.seek(first * block);
        m_size = store.get(wanted.key, {first * block, (end - first) * block}, file);
        for (qint64 i = first; i < end; ++i)
            m_blocks.insert(i);
    }
    if (m_size >= 0)
        wanted.requireIn(m_size);
    if (m_size >= 0 && file.size() != m_size && !file.resize(m_size))
        throw StoreError("cannot write " + m_path.toStdString());
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return true;
}
