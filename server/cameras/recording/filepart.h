// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A range of bytes in a file.
struct FilePart
{
    QString path;
    qint64 offset = 0;
    qint64 bytes = 0;

    bool operator==(const FilePart &) const = default;
};
