// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/spoolfile.h"

#include "server/core/base/diskspace.h"

#include <QDir>

SpoolFile::SpoolFile(const SpoolSpace &space, quint64 holder)
    : m_folder(space.folder.isEmpty() ? QDir::tempPath() : space.folder)
    , m_share(space.budget)
    , m_holder(holder)
{
    setFileTemplate(m_folder + QStringLiteral("/spool-XXXXXX"));
}

bool SpoolFile::reserve(qint64 size)
{
    if (size <= m_reserved)
        return true;
    if (!m_share.add(size - m_reserved, m_holder))
        return false;
    m_reserved = size;
    return true;
}

bool SpoolFile::put(QByteArrayView bytes)
{
    if (!DiskSpace::hasRoomToWait(m_folder, bytes.size())) {
        setErrorString(QStringLiteral("the disk is almost full"));
        return false;
    }
    if (!isOpen() && !open())
        return false;
    if (!seek(m_written) || write(bytes.data(), bytes.size()) != bytes.size() || !flush())
        return false;
    m_written += bytes.size();
    return true;
}

bool SpoolFile::append(QByteArrayView bytes)
{
    if (!reserve(m_written + bytes.size())) {
        setErrorString(QStringLiteral("too many bytes wait for clients"));
        return false;
    }
    return put(bytes);
}
