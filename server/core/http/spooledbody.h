// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/bytebudget.h"

#include <QByteArray>
#include <QTemporaryFile>

/// What the large bodies of the requests of one thread may hold on disk together, in bytes.
inline constexpr qint64 mostSpooledBytes = qint64(1) << 30;

/// The body of a request in a file without a name, which disappears with the object. It is read through a mapping, so
/// that it takes memory only while the system has some to spare.
class SpooledBody
{
public:
    enum class Outcome { Written, TooMuch, DiskFull };

    /// The file is created in `folder` with the first bytes.
    SpooledBody(const QString &folder, std::shared_ptr<ByteBudget> budget);

    /// Appends bytes. `TooMuch`: the budget refuses them.
    Outcome append(QByteArrayView bytes);
    /// Returns the bytes, which are valid as long as this object. Call it once, after the last append().
    ///
    /// Throws: std::runtime_error if the file cannot be mapped.
    QByteArray bytes();

private:
    BudgetShare m_share;
    QTemporaryFile m_file;
};
