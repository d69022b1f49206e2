// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/recording/recordingwriter.h"

#include <QFile>

#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace {
constexpr qint64 writtenStep = 2 << 20; // bytes
}

bool RecordingWriter::open(const QString &path, const QByteArray &init)
{
    close();
    const QByteArray name = QFile::encodeName(path);
    m_descriptor = ::open(name.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    m_size = m_handedOn = 0;
    if (m_descriptor < 0) {
        m_error = errno;
        return false;
    }
    if (append(init, {}))
        return true;
    close();
    ::unlink(name.constData());
    return false;
}

bool RecordingWriter::append(const QByteArray &header, const QByteArray &bytes)
{
    const qint64 end = m_size + header.size() + bytes.size();
    bool written = true;
    for (qint64 done = 0; written && m_size + done < end;) {
        const qsizetype ofHeader = std::min<qint64>(done, header.size());
        const qsizetype ofBytes = done - ofHeader;
        const iovec parts[] = {
            {const_cast<char *>(header.constData()) + ofHeader, std::size_t(header.size() - ofHeader)},
            {const_cast<char *>(bytes.constData()) + ofBytes, std::size_t(bytes.size() - ofBytes)}};
        const auto count = ::pwritev(m_descriptor, parts, 2, m_size + done);
        if (count > 0)
            done += count;
        else
            written = count < 0 && errno == EINTR;
    }
    if (!written) {
        m_error = errno;
        [[maybe_unused]] const int cut = ::ftruncate(m_descriptor, m_size);
        return false;
    }
    m_size = end;
    if (m_size - m_handedOn >= writtenStep) {
        ::sync_file_range(m_descriptor, m_handedOn, m_size - m_handedOn, SYNC_FILE_RANGE_WRITE);
        m_handedOn = m_size;
    }
    return true;
}

bool RecordingWriter::rewrite(qint64 offset, const QByteArray &bytes)
{
    const bool written = ::pwrite(m_descriptor, bytes.constData(), std::size_t(bytes.size()), offset) == bytes.size();
    if (!written)
        m_error = errno;
    return written;
}

void RecordingWriter::cutBack(qint64 size)
{
    [[maybe_unused]] const int cut = ::ftruncate(m_descriptor, size);
    m_size = size;
    m_handedOn = std::min(m_handedOn, size);
}

void RecordingWriter::close()
{
    if (const int descriptor = std::exchange(m_descriptor, -1); descriptor >= 0)
        ::close(descriptor);
}

void RecordingWriter::cut(const QString &path, qint64 size)
{
    [[maybe_unused]] const int cut = ::truncate(QFile::encodeName(path).constData(), size);
}
