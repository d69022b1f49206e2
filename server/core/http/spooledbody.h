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

    /// The bytes for which there must be room before they are read of the client.
    static constexpr qint64 step = 256 * 1024;

    /// `expected`: the bytes that will come, or 0 if that is not known. `progressed` is called on any thread whenever
    /// all bytes so far are written, and when the disk has refused some.
    SpooledBody(const BodySpool &spool, qint64 expected, std::function<void()> progressed);

    /// Returns whether the budget may ever have room for all that will come.
    bool mayFit() const { return m_file.mayReach(m_expected); }
    /// Returns whether the body has the part of the budget that its bytes need, and the next ones if `more` will come.
    bool hasRoom(bool more) const { return m_room >= needed(more); }
    /// Takes that part, so that a body has no more of the budget than has arrived of it, and a step. Returns false if
    /// the budget refuses it.
    bool takeRoom(bool more, const ByteHolder &holder);
    /// Returns whether the client must give its room to others, because it is too slow.
    bool mustGiveWay() const { return m_file.share().mustGiveWay(); }
    /// Appends bytes, which are written later. The file is created with the first bytes.
    void append(QByteArrayView bytes);
    /// The client has sent everything.
    void arrived() { m_file.share().excuse(); }
    qint64 size() const { return m_size; } ///< in bytes
    /// Returns whether so much waits to be written that no more bytes should be appended until then.
    bool isBehind() const;
    State state() const;
    /// Returns the bytes, which are valid as long as this object, or nothing if the file cannot be mapped. Call it
    /// once, when the last bytes are written.
    std::optional<QByteArray> bytes();

private:
    qint64 needed(bool more) const;
    void beginWriting();
    void write();

    const qint64 m_expected;
    qint64 m_room = 0;
    qint64 m_size = 0;
    const DiskExecutor m_disk;
    const std::function<void()> m_progressed;
    SpoolFile m_file;
    mutable std::mutex m_lock;
    QByteArray m_waiting; ///< guarded by m_lock, as m_state
    State m_state = State::Written;
};
