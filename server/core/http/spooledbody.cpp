// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/spooledbody.h"

#include <QDir>

#include <stdexcept>

SpooledBody::SpooledBody(const QString &folder, std::shared_ptr<ByteBudget> budget)
    : m_share(std::move(budget))
    , m_file((folder.isEmpty() ? QDir::tempPath() : folder) + QStringLiteral("/body-XXXXXX"))
{
}

SpooledBody::Outcome SpooledBody::append(QByteArrayView bytes)
{
    if (!m_share.add(bytes.size()))
        return Outcome::TooMuch;
    const bool written = (m_file.isOpen() || m_file.open()) && m_file.write(bytes.data(), bytes.size()) == bytes.size();
    return written ? Outcome::Written : Outcome::DiskFull;
}

QByteArray SpooledBody::bytes()
{
    if (!m_file.isOpen())
        return {};
    const qint64 size = m_file.flush() ? m_file.size() : 0;
    const uchar *mapped = m_file.map(0, size);
    if (!mapped)
        throw std::runtime_error("a body that was spooled cannot be mapped");
    return QByteArray::fromRawData(reinterpret_cast<const char *>(mapped), size);
}
