// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace DurableFile {

/// Writes a file atomically: after a crash or a power cut it is there with its whole content, or not at all. Creates
/// the folder if it is missing. The content goes to `path` + `.tmp` first.
/// Throws: std::runtime_error.
void write(const QString &path, const QByteArray &content);
}
