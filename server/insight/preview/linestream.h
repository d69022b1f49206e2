// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

class LineStream;

/// The end of a LineStream that writes.
///
/// Thread: any.
class LineSink
{
public:
    /// Appends a line. Blocks while the client has much to read. Returns false if the client is gone, or has read
    /// nothing for half a minute.
    bool write(const QByteArray &line);
    /// Returns true if nobody reads any more.
    bool isAbandoned() const;
    /// Ends the answer.
    void finish();

    static constexpr qsizetype mostBuffered = 256 << 10; ///< bytes

private:
    friend class LineStream;
    void notify();

    mutable std::mutex m_lock;
    std::condition_variable m_drained;
    QByteArray m_buffer;
    LineStream *m_reader = nullptr; ///< null: gone
    bool m_abandoned = false;
    bool m_finished = false;
};

/// An answer of lines that another thread writes while the client reads. The writer begins with the first read. The
/// connection reads the stream as a sequential device.
class LineStream : public QIODevice
{
    Q_OBJECT

public:
    using Begin = std::function<void(std::shared_ptr<LineSink>)>;

    /// `begin` starts the writer, and returns at once. The stream belongs to no thread.
    explicit LineStream(Begin begin);
    ~LineStream() override;

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    friend class LineSink;
    void changed();

    const std::shared_ptr<LineSink> m_sink;
    Begin m_begin;
};
