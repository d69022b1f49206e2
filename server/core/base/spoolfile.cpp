// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/spoolfile.h"

#include "server/core/base/diskspace.h"

#include <QDir>

SpoolFile::SpoolFile(const SpoolSpace &space, const ByteHolder &holder)
    : m_folder(space.folder.isEmpty() ? QDir::tempPath() : space.folder)
    , m_budget(space.budget)
    , m_share(space.budget)
    , m_holder(holder)
{
    setFileTemplate(m_folder + QStringLiteral("/spool-XXXXXX"));
}

bool SpoolFile::reserve(qint64 size, const ByteHolder &holder)
{
    if (size <= m_reserved)
        return true;
    if (!m_share.addInTurn(size - m_reserved, holder))
        return false;
    m_reserved = size;
    return true;
}

bool SpoolFile::mayReach(qint64 size) const { return m_budget->isEnoughFor(size); }

bool SpoolFile::hasDisk(qint64 bytes) const { return DiskSpace::hasRoomToWait(m_folder, bytes); }

bool SpoolFile::put(QByteArrayView bytes)
{
    m_refusal = Refusal::Disk;
    if (!hasDisk(bytes.size())) {
        setErrorString(QStringLiteral("the disk is almost full"));
        return false;
    }
    if (!isOpen() && !open())
        return false;
    if (!seek(m_written) || write(bytes.data(), bytes.size()) != bytes.size() || !flush())
        return false;
    m_written += bytes.size();
    m_refusal = Refusal::None;
    return true;
}

bool SpoolFile::append(QByteArrayView bytes)
{
    if (const qint64 more = m_written + bytes.size() - m_reserved; more > 0) {
        if (!m_share.add(more, m_holder)) {
            setErrorString(QStringLiteral("too many bytes wait for clients"));
            m_refusal = Refusal::Budget;
            return false;
        }
        m_reserved += more;
    }
    return put(bytes);
}
