// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/http/spooledbody.h"

#include <QDir>

SpooledBody::SpooledBody(const QString &folder, std::shared_ptr<ByteBudget> budget)
    : m_share(std::move(budget))
    , m_file((folder.isEmpty() ? QDir::tempPath() : folder) + QStringLiteral("/body-XXXXXX"))
{
}

SpooledBody::Outcome SpooledBody::append(QByteArrayView bytes)
{
    if (!m_share.add(bytes.size()))
        return Outcome::TooMuch;
    const bool written = (m_file.isOpen() || m_file.open()) && m_file.write(bytes.data(), bytes.size()) == bytes.size()
        && m_file.flush();
    return written ? Outcome::Written : Outcome::DiskFull;
}

std::optional<QByteArray> SpooledBody::bytes()
{
    if (!m_file.isOpen())
        return QByteArray(); // nothing was appended
    const qint64 size = m_file.size();
    const uchar *mapped = m_file.map(0, size);
    if (!mapped)
        return std::nullopt;
    return QByteArray::fromRawData(reinterpret_cast<const char *>(mapped), size);
}
