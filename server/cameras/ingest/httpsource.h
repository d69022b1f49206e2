// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/cameras/ingest/avio.h"
#include "server/cameras/ingest/mediasettings.h"
#include "server/cameras/ingest/multipartpictures.h"
#include "server/core/net/webstream.h"

#include <optional>

/// The bytes of a source behind an HTTP or HTTPS URL: a video file, or a Motion JPEG stream.
///
/// Thread: one at a time.
class HttpSource
{
public:
    /// Sends the request, and waits for the answer.
    ///
    /// Throws: StreamFailure, also for a redirect, which is not followed.
    HttpSource(const CameraSource &source, const MediaSettings &settings, const WaitLimit &wait);

    /// Returns true if the source is a Motion JPEG stream. Its bytes are then parts that FFmpeg's demuxer `mpjpeg`
    /// accepts, whatever the camera sends.
    bool isMotionJpeg() const { return m_pictures.has_value(); }
    /// The bytes, for FFmpeg. A file can be read from any position.
    Avio &bytes() { return m_bytes; }

private:
    void open(qint64 offset);
    QByteArray read(int most);
    QByteArray readPart();
    qint64 seek(qint64 offset, int whence);

    const WaitLimit &m_wait;
    WebStream m_stream;
    std::optional<MultipartPictures> m_pictures;
    QByteArray m_part; ///< rest of the part that is being read
    qint64 m_position = 0;
    Avio m_bytes;
};
