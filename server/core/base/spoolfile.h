// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/bytebudget.h"

#include <QByteArray>
#include <QTemporaryFile>

#include <memory>

/// The bytes that wait on the disk for the clients of a process, together.
inline constexpr qint64 mostSpooledBytes = qint64(1) << 30;

/// Where a process keeps bytes that have to wait. Copies share the budget. Thread: any.
struct SpoolSpace
{
    QString folder = {}; ///< empty: the system's folder for temporary files
    std::shared_ptr<ByteBudget> budget = std::make_shared<ByteBudget>(mostSpooledBytes, mostSpooledBytes / 2);
};

/// A file without a name for bytes that have to wait, such as those that a slow client has yet to read. It disappears
/// with the object, and with the process however that ends.
///
/// Thread: one at a time, but reserve() and put() may run at the same time.
class SpoolFile : public QTemporaryFile
{
public:
    /// The file is created with the first bytes. `holder`: for the budget (ByteBudget::take()).
    explicit SpoolFile(const SpoolSpace &space, quint64 holder = 0);

    /// Takes the part of the budget that a file of this size needs. Returns false if the budget refuses it.
    bool reserve(qint64 size);
    /// Writes behind the last byte, and hands the bytes to the system, so that a full disk is noticed here. Returns
    /// false if the disk refuses them, or needs the room for itself; errorString() says why.
    bool put(QByteArrayView bytes);
    /// Reserves and puts bytes. Returns false if the budget or the disk refuses them; errorString() says why.
    bool append(QByteArrayView bytes);

private:
    const QString m_folder;
    BudgetShare m_share;
    const quint64 m_holder;
    qint64 m_reserved = 0;
    qint64 m_written = 0;
};
