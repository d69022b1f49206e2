// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/bytebudget.h"

#include <QByteArray>
#include <QTemporaryFile>

#include <memory>

/// The bytes of one kind that wait on the disk for the clients of a process, together.
inline constexpr qint64 mostSpooledBytes = qint64(1) << 30;

/// Where a process keeps bytes that have to wait. Copies share the budget. Thread: any.
struct SpoolSpace
{
    QString folder = {}; ///< empty: the system's folder for temporary files
    std::shared_ptr<ByteBudget> budget = budgetOf(mostSpooledBytes);

    /// Returns a budget of which one network or account may have a half.
    static std::shared_ptr<ByteBudget> budgetOf(qint64 most) { return std::make_shared<ByteBudget>(most, most / 2); }
};

/// A file without a name for bytes that have to wait, such as those that a slow client has yet to read. It disappears
/// with the object, and with the process however that ends.
///
/// Thread: one at a time, but put() may run at the same time as the functions that concern the budget.
class SpoolFile : public QTemporaryFile
{
public:
    /// Why bytes were refused.
    enum class Refusal { None, Budget, Disk };

    /// The file is created with the first bytes.
    explicit SpoolFile(const SpoolSpace &space, const ByteHolder &holder = {});

    /// Takes the part of the budget that a file of this size needs, for a client that waits for it
    /// (BudgetShare::addInTurn()). Returns false if the budget refuses it.
    bool reserve(qint64 size, const ByteHolder &holder);
    /// Returns whether the budget may ever have room for a file of this size.
    bool mayReach(qint64 size) const;
    /// Returns whether the disk has room for so many bytes that only wait.
    bool hasDisk(qint64 bytes) const;
    /// Writes behind the last byte, and hands the bytes to the system, so that a full disk is noticed here. Returns
    /// false if the disk refuses them, or needs the room for itself; errorString() says why.
    bool put(QByteArrayView bytes);
    /// Takes a part of the budget, and puts bytes. Returns false if the budget or the disk refuses them; errorString()
    /// and refusal() say why.
    bool append(QByteArrayView bytes);
    Refusal refusal() const { return m_refusal; }

    /// The part of the budget, for the client's pace.
    BudgetShare &share() { return m_share; }
    const BudgetShare &share() const { return m_share; }

private:
    const QString m_folder;
    const std::shared_ptr<ByteBudget> m_budget;
    BudgetShare m_share;
    const ByteHolder m_holder;
    qint64 m_reserved = 0;
    qint64 m_written = 0;
    Refusal m_refusal = Refusal::None;
};
