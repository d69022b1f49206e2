// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/avio.h"
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
    /// Returns the bytes for FFmpeg. A file of known size is seekable.
    Avio &bytes() { return m_bytes; }

private:
    void open(qint64 offset);
    QByteArray read(int most);
    QByteArray readPart();
    qint64 seek(qint64 offset, int whence);

    const WaitLimit &m_wait;
    WebStream m_stream;
    std::optional<MultipartPictures> m_pictures;
    QByteArray m_part; ///< rest of the part that FFmpeg reads
    qint64 m_position = 0; ///< bytes from the start of the file
    Avio m_bytes;
};
