// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/spoolfile.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

/// Runs work on a thread that may wait for the disk.
using DiskExecutor = std::function<void(std::function<void()>)>;

/// Where large bodies go. The members are shared by all connections of a process.
struct BodySpool
{
    SpoolSpace space = {};
    DiskExecutor disk = [](const std::function<void()> &work) { work(); };
};

/// The body of a request in a file without a name, which disappears with the object. It is read through a mapping, so
/// that it takes memory only while the system has some to spare.
/// Thread: the thread of the connection calls the functions; the file is written by the spool's executor.
class SpooledBody : public std::enable_shared_from_this<SpooledBody>
{
public:
    enum class State { Writing, Written, Failed };

    /// `progressed` is called on any thread whenever all bytes so far are written, and when the disk has refused some.
    /// `network`: that of the client, for the budget.
    SpooledBody(const BodySpool &spool, quint64 network, std::function<void()> progressed);

    /// Takes the part of the budget that a body of this size needs. Returns false if the budget refuses it. Bytes that
    /// are appended before do not count, and those beyond the size count when they are appended.
    bool reserve(qint64 bytes);
    bool isReserved() const { return m_isReserved; }
    /// Appends bytes, which are written later. The file is created with the first bytes. Returns false if the budget
    /// refuses the bytes.
    bool append(QByteArrayView bytes);
    qint64 size() const { return m_size; } ///< in bytes
    /// Returns whether so much waits to be written that no more bytes should be appended until then.
    bool isBehind() const;
    State state() const;
    /// Returns the bytes, which are valid as long as this object, or nothing if the file cannot be mapped. Call it
    /// once, when the last bytes are written.
    std::optional<QByteArray> bytes();

private:
    void beginWriting();
    void write();

    bool m_isReserved = false;
    qint64 m_size = 0;
    const DiskExecutor m_disk;
    const std::function<void()> m_progressed;
    SpoolFile m_file;
    mutable std::mutex m_lock;
    QByteArray m_waiting; ///< guarded by m_lock, as m_state
    State m_state = State::Written;
};
