// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/avio.h"

extern "C" {
#include <libavformat/avio.h>
#include <libavutil/error.h>
#include <libavutil/mem.h>
}

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace {
constexpr int bufferSize = 1 << 16; // holds the largest packet
}

Avio::Avio(Read read, Write write, Seek seek)
    : m_read(std::move(read))
    , m_write(std::move(write))
    , m_seek(std::move(seek))
{
    auto *buffer = static_cast<unsigned char *>(av_malloc(bufferSize));
    m_context = avio_alloc_context(buffer, bufferSize, m_write ? 1 : 0, this, &Avio::readBytes, &Avio::writeBytes,
                                   m_seek ? &Avio::seekTo : nullptr);
    if (!m_context)
        throw std::bad_alloc();
}

Avio::~Avio()
{
    av_freep(&m_context->buffer);
    avio_context_free(&m_context);
}

int Avio::readBytes(void *self, unsigned char *data, int size)
{
    auto &avio = *static_cast<Avio *>(self);
    try {
        const QByteArray bytes = avio.m_read(size);
        if (bytes.isEmpty())
            return AVERROR_EOF;
        const auto length = std::min(size, int(bytes.size()));
        std::memcpy(data, bytes.constData(), std::size_t(length));
        return length;
    } catch (...) {
        avio.m_failure = std::current_exception();
        return AVERROR_EXTERNAL;
    }
}

template <typename Byte>
int Avio::writeBytes(void *self, Byte *data, int size)
{
    auto &avio = *static_cast<Avio *>(self);
    try {
        avio.m_write(QByteArray(reinterpret_cast<const char *>(data), size));
        return size;
    } catch (...) {
        avio.m_failure = std::current_exception();
        return AVERROR_EXTERNAL;
    }
}

std::int64_t Avio::seekTo(void *self, std::int64_t offset, int whence)
{
    auto &avio = *static_cast<Avio *>(self);
    try {
        return avio.m_seek(offset, whence);
    } catch (...) {
        avio.m_failure = std::current_exception();
        return AVERROR_EXTERNAL;
    }
}

void Avio::rethrow()
{
    if (const auto failure = std::exchange(m_failure, nullptr))
        std::rethrow_exception(failure);
}
