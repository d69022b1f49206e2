// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <exception>
#include <functional>

struct AVIOContext;

/// Bytes for FFmpeg that come from functions of this project. An exception of a function does not pass through FFmpeg,
/// which is C: FFmpeg sees an error, and rethrow() throws the exception.
///
/// Thread: one.
class Avio
{
public:
    /// Returns up to `most` bytes; nothing at the end.
    using Read = std::function<QByteArray(int most)>;
    using Write = std::function<void(const QByteArray &)>;
    /// As AVIOContext::seek: moves to an offset, or returns the size for AVSEEK_SIZE; negative if it cannot.
    using Seek = std::function<qint64(qint64 offset, int whence)>;

    /// With `write`, each read returns the result of one call of `read`, because packets must not be joined.
    explicit Avio(Read read, Write write = {}, Seek seek = {});
    ~Avio();
    Q_DISABLE_COPY_MOVE(Avio)

    AVIOContext *context() const { return m_context; }
    /// Throws the exception that a function has thrown, if any.
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
