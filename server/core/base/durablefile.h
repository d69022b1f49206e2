// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace DurableFile {

/// So that the file is there as a whole after a crash or a power cut, or not at all; its folder is made where it is
/// missing. Until then it lies at `path` with `.tmp` behind it. Throws std::runtime_error.
void write(const QString &path, const QByteArray &content);
}
