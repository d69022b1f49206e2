// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/avio.h"
#include "server/cameras/ingest/bytearrivals.h"
#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/multipartpictures.h"
#include "server/core/net/webstream.h"

#include <optional>

/// Reads the bytes of a video file or of a Motion JPEG stream from an HTTP or HTTPS URL.
///
/// Thread: one at a time.
class HttpSource
{
public:
    /// Sends the request, and waits for the header of the response. `wait` must outlive this object.
    ///
    /// Throws: StreamFailure, also for redirects, because they are not followed.
    HttpSource(const CameraSource &source, const MediaSettings &settings, const WaitLimit &wait);

    /// Returns true if the source is a Motion JPEG stream. bytes() then consists of parts that FFmpeg's `mpjpeg`
    /// demuxer accepts, no matter how the camera separates its pictures.
    bool isMotionJpeg() const { return m_pictures.has_value(); }
    /// Returns true if the source is certainly a file, because the server can send any part of it. A source that only
    /// has a length may also be a live stream, and one without a length may be a file.
    bool isFile() const { return m_isFile; }
    /// Returns the bytes for FFmpeg. A file is seekable.
    Avio &bytes() { return m_bytes; }
    /// Returns when the bytes() arrived, unless isFile().
    const ByteArrivals &arrivals() const { return m_arrivals; }

private:
    void open(qint64 offset);
    QByteArray read(int most);
    QByteArray readBytes(int most);
    QByteArray readPart();
    qint64 seek(qint64 offset, int whence);

    const WaitLimit &m_wait;
    WebStream m_stream;
    std::optional<MultipartPictures> m_pictures;
    QByteArray m_part; ///< rest of the part that FFmpeg reads
    bool m_isFile = false;
    qint64 m_position = 0; ///< bytes from the start of the file
    ByteArrivals m_arrivals;
    Avio m_bytes;
};
