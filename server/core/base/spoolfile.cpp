// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/spoolfile.h"

#include <QDir>

SpoolFile::SpoolFile(const QString &folder)
    : QTemporaryFile((folder.isEmpty() ? QDir::tempPath() : folder) + QStringLiteral("/spool-XXXXXX"))
{
}

bool SpoolFile::append(QByteArrayView bytes)
{
    if (!isOpen() && !open())
        return false;
    return seek(size()) && write(bytes.data(), bytes.size()) == bytes.size() && flush();
}
