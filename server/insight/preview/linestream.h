// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/base/spoolfile.h"
#include "server/core/http/breakingstream.h"
#include "server/core/http/heldstream.h"

#include <QIODevice>

#include <functional>
#include <memory>
#include <mutex>

class LineStream;

/// The end of a LineStream that writes. It never waits for the client: what the client has not read yet is kept in
/// memory, or in a file without a name once it is much.
///
/// Thread: any.
class LineSink
{
public:
    /// `space`: where long answers are kept. `holder`: for its budget.
    LineSink(SpoolSpace space, ByteHolder holder)
        : m_space(std::move(space))
        , m_holder(holder)
    {
    }

    /// Appends a line. Returns false if the client is gone, or if there is no room for what it has not read.
    bool write(const QByteArray &line);
    /// Returns true if the answer is so long that nothing but its end should be written.
    bool isFull() const;
    /// Returns true if nobody reads any more.
    bool isAbandoned() const;
    /// Ends the answer.
    void finish();
    /// Ends the answer as incomplete, so that the client does not take it for the whole.
    void fail();

    static constexpr qsizetype mostBuffered = 256 << 10; ///< bytes in memory
    static constexpr qint64 mostKept = 32 << 20; ///< bytes in the file at which isFull() is true

private:
    friend class LineStream;
    bool keep(const QByteArray &line);
    QByteArray take(qint64 most);
    bool isRead() const { return m_buffer.isEmpty() && m_readTo == m_kept; }
    void notify();

    const SpoolSpace m_space;
    const ByteHolder m_holder;
    mutable std::mutex m_lock;
    QByteArray m_buffer; ///< comes before what is in the file
    std::unique_ptr<SpoolFile> m_file;
    qint64 m_kept = 0; ///< bytes in the file
    qint64 m_readTo = 0; ///< position in the file
    LineStream *m_reader = nullptr; ///< null: gone
    bool m_abandoned = false;
    bool m_finished = false;
};

/// An answer of lines that another thread writes while the client reads. The writer begins with the first read. The
/// connection reads the stream as a sequential device.
class LineStream : public QIODevice, public BreakingStream, public HeldStream
{
    Q_OBJECT

public:
    using Begin = std::function<void(std::shared_ptr<LineSink>)>;

    /// `begin` starts the writer, and returns at once. The stream belongs to no thread.
    explicit LineStream(Begin begin, const SpoolSpace &space = {}, const ByteHolder &holder = {});
    ~LineStream() override;

    bool isSequential() const override { return true; }
    bool isIncomplete() const override;
    bool mustGiveWay() const override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    friend class LineSink;
    void changed();

    const std::shared_ptr<LineSink> m_sink;
    Begin m_begin; ///< empty once it has begun
};
