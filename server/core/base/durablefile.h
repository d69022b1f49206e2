// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <stdexcept>

/// A file cannot be written, mostly because the disk is full. The text is for the log.
class StorageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

namespace DurableFile {

/// Writes a file atomically: after a crash or a power cut it is there with its whole content, or not at all. Creates
/// the folder if it is missing. The content goes to `path` + `.tmp` first.
/// Throws: StorageError; no part of the file is left then.
void write(const QString &path, const QByteArray &content);
/// Makes the names of new files in a folder durable.
void syncFolder(const QString &folder);
}
