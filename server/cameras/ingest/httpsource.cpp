// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/httpsource.h"

#include "server/cameras/ingest/cameraaddress.h"
#include "server/cameras/ingest/streamfailure.h"

extern "C" {
#include <libavformat/avio.h>
#include <libavutil/error.h>
}

#include <cerrno>

namespace {
constexpr int ok = 200;
constexpr int partialContent = 206;
constexpr int unauthorized = 401;
constexpr int forbidden = 403;
}

HttpSource::HttpSource(const CameraSource &source, const MediaSettings &settings, const WaitLimit &wait)
    : m_wait(wait)
    , m_stream(checkedDestination(source.url, source.owner, settings, wait))
    , m_bytes([this](int most) { return read(most); }, {},
              [this](qint64 offset, int whence) { return seek(offset, whence); })
{
    if (!source.username.isEmpty() || !source.password.isEmpty())
        m_stream.setCredentials(source.username, source.password);
    open(0);
    if (MultipartPictures::isMultipart(m_stream.contentType()))
        m_pictures.emplace(m_stream.contentType());
    m_isFile = !m_pictures && m_stream.status() == partialContent && m_stream.size() > 0;
    m_bytes.context()->seekable = m_isFile ? AVIO_SEEKABLE_NORMAL : 0;
}

void HttpSource::open(qint64 offset)
{
    try {
        m_stream.open(m_wait, offset);
    } catch (const ConnectionError &) {
        throw StreamFailure::notReachable();
    }
    const int status = m_stream.status();
    if (status == unauthorized || status == forbidden)
        throw StreamFailure::wrongCredentials();
    if (status != partialContent && (status != ok || offset > 0))
        throw StreamFailure::notAStream();
    m_position = offset;
}

QByteArray HttpSource::read(int most)
{
    try {
        const QByteArray bytes = readBytes(most);
        if (!m_isFile)
            m_arrivals.note(bytes.size(), ByteArrivals::Clock::now());
        return bytes;
    } catch (const ConnectionError &) {
        throw StreamFailure::notReachable();
    } catch (const MultipartPictures::TooLarge &) {
        throw StreamFailure::notAStream();
    }
}

QByteArray HttpSource::readBytes(int most)
{
    if (!m_pictures) {
        const QByteArray bytes = m_stream.read(most, m_wait);
        m_position += bytes.size();
        return bytes;
    }
    if (m_part.isEmpty())
        m_part = readPart();
    const QByteArray bytes = m_part.left(most);
    m_part.remove(0, bytes.size());
    return bytes;
}

/// Returns the next picture as a multipart part, or an empty array at the end of the stream.
QByteArray HttpSource::readPart()
{
    for (;;) {
        if (const auto picture = m_pictures->next())
            return "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + QByteArray::number(picture->size())
                + "\r\n\r\n" + *picture + "\r\n";
        const QByteArray bytes = m_stream.read(1 << 16, m_wait);
        if (bytes.isEmpty())
            return {};
        m_pictures->append(bytes);
    }
}

qint64 HttpSource::seek(qint64 offset, int whence)
{
    if (!m_isFile)
        return AVERROR(ENOSYS); // FFmpeg also asks if the source is not seekable
    if (whence & AVSEEK_SIZE)
        return m_stream.size();
    if (whence == SEEK_CUR)
        offset += m_position;
    else if (whence == SEEK_END)
        offset += m_stream.size();
    if (offset != m_position)
        open(offset);
    return offset;
}
