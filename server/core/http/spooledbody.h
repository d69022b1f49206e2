// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/bytebudget.h"

#include <QByteArray>
#include <QTemporaryFile>

#include <optional>

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

    /// Appends bytes, and hands them to the system, so that a full disk is noticed here. `TooMuch`: the budget refuses
    /// them.
    Outcome append(QByteArrayView bytes);
    /// Returns the bytes, which are valid as long as this object, or nothing if the file cannot be mapped. Call it
    /// once, after the last append().
    std::optional<QByteArray> bytes();

private:
    BudgetShare m_share;
    QTemporaryFile m_file;
};
