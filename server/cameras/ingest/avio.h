// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <exception>
#include <functional>

struct AVIOContext;

/// Lets FFmpeg read and write through C++ functions. Exceptions must not pass through FFmpeg, which is written in C:
/// if a function throws, FFmpeg gets an error, and rethrow() throws the exception afterwards.
///
/// Thread: one at a time.
class Avio
{
public:
    /// Returns at most `most` bytes, or an empty array at the end.
    using Read = std::function<QByteArray(int most)>;
    using Write = std::function<void(const QByteArray &)>;
    /// Seeks like AVIOContext::seek. Returns the new offset in bytes, the size if `whence` is AVSEEK_SIZE, or a
    /// negative number on failure.
    using Seek = std::function<qint64(qint64 offset, int whence)>;

    /// If `write` is given, FFmpeg receives the result of each call of `read` by itself, because it must not join
    /// packets.
    ///
    /// Throws: std::bad_alloc.
    explicit Avio(Read read, Write write = {}, Seek seek = {});
    ~Avio();
    Q_DISABLE_COPY_MOVE(Avio)

    AVIOContext *context() const { return m_context; }
    /// Throws the last exception of a function again, once. Returns if there is none.
    void rethrow();

private:
    template <typename Byte>
    static int writeBytes(void *self, Byte *data, int size);
    static int readBytes(void *self, unsigned char *data, int size);
    static std::int64_t seekTo(void *self, std::int64_t offset, int whence);

    Read m_read;
    Write m_write;
    Seek m_seek;
    std::exception_ptr m_failure;
    AVIOContext *m_context = nullptr;
};
